"""How far we agree with a peer's own test cases on whether a change is breaking (its ERR).

A case has two documents, the rule ids that are looked at (`scope_ids`, null for all), the lowest level that counts and
the findings that are expected: exactly these, or at least these. Our `breaking` is its ERR, `risky` its WARN.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from nemogen.change_policy import ChangePolicy
from nemogen.diff.compare import compare
from nemogen.diff.rules import RULES
from nemogen.findings import Finding, Level
from tests.diff.upstream import UPSTREAM, files, load, needs_upstream

TODAY = datetime.date(2026, 11, 22)
CASES = files("oasdiff/cases/*.json")
LOWEST = {"ERR": Level.BREAKING, "WARN": Level.RISKY, "INFO": Level.NOTE}
ON_PURPOSE = {
    "TestAPISecurityScopeAdded": "tokens without the newly required scope are rejected",
    "TestBreaking_AddPatternRecursive": "the property is read-only: it is not part of a request",
    "TestBreaking_RequestBodyEnumRemoved": "removing an enum completely allows more values, not fewer",
    "TestBreaking_AnyOf": "`required` does not apply to an array",
    "TestBreaking_ResponseMinItemsSmaller": "`minItems` does not apply to a string",
    "TestRequestBodyMaxLengthIncreasedCheck": "`maxLength` does not apply to an object",
    "TestRequestParameterMaxDecreased": "`maximum` does not apply to an array",
    "TestRequestParameterMaxItemsDecreased": "`maxItems` does not apply to a string",
    "TestResponseBodyExclusiveMinDecreased": "`minimum` does not apply to an object; that of the number is unchanged",
    "TestBreaking_RequestPropertyAllOfAdded": "the added schema repeats what the others say",
    "TestRequestParameterDefaultValueChangedAndRenamedParameter": "a required parameter has no use for a default",
    "TestBreaking_MaxLengthFromNil": "a request that was accepted is now rejected",
    "TestRequestBodyMaxLengthSetCheck": "a request that was accepted is now rejected",
}
"""Cases that we judge otherwise, and why."""

LEVELS_ON_PURPOSE: tuple[tuple[str, str], ...] = (
    ("security", "callers fail if the credentials that they need, or their source, change"),
    ("default-value", "behavior may change for every caller who omits the value"),
    ("discriminator", "it determines the type of a value"),
    ("read-only", "a value that was accepted may now be rejected or ignored"),
    ("became-write-only", "a value that was returned is no longer returned"),
    ("response-property-pattern", "returned values may have a different form"),
    ("all-of-removed", "a guarantee of the schema is removed"),
    ("any-of-added", "readers may receive a variant that they do not know"),
    ("-set", "a request outside the new bound was accepted and is now rejected"),
    ("removed-with-deprecation", "remaining callers fail, as announced"),
    ("enum-value-removed", "code may wait for a value that is no longer sent"),
    ("one-of-removed", "code may wait for a variant that is no longer sent"),
    ("any-of-removed", "code may wait for a variant that is no longer sent"),
    ("list-of-types-narrowed", "code may wait for a type that is no longer sent"),
    ("prefix-items-removed", "code may read a position that no longer exists"),
    ("non-success-status-removed", "code that handles the status may receive another one"),
    ("operation-id-removed", "names in generated clients may depend on it, as they do when it changes"),
)
"""Rules that we place at another level, by a part of their id, and why."""


def in_scope(case: dict[str, Any], findings: tuple[Finding, ...]) -> list[Finding]:
    """The findings that the case is about."""
    expected = {item["id"] for item in case["expected"]}
    scope = case["scope_ids"]
    if case["mode"] == "contains":
        return [finding for finding in findings if finding.id in expected]
    return [finding for finding in findings if scope is None or finding.id in expected or finding.id in scope]


def agrees(path: Path) -> tuple[bool, bool]:
    """Whether we say as the case does if it is breaking, and whether we find just its rules."""
    case = load(path)
    found = in_scope(case, compare(case["base"], case["revision"], policy=ChangePolicy(enums="closed"), today=TODAY))
    breaks = any(finding.level is Level.BREAKING for finding in found)
    lowest = LOWEST[case["threshold"]].rank
    ids = {finding.id for finding in found if finding.level.rank <= lowest}
    expected = {item["id"] for item in case["expected"]}
    same_ids = expected <= ids if case["mode"] == "contains" else expected == ids
    return breaks == any(item["level"] == "ERR" for item in case["expected"]), same_ids


def topic(path: Path) -> str:
    """The area of the rules that a case expects, or looks at."""
    case = load(path)
    ids = [item["id"] for item in case["expected"]] or case["scope_ids"] or []
    areas = Counter(RULES[id_].area for id_ in ids if id_ in RULES)
    return areas.most_common(1)[0][0] if areas else "nothing is expected"


PAGE = Path(__file__).parents[2] / "docs" / "differences-from-oasdiff.md"


def rows(heading: str) -> list[tuple[str, str]]:
    """The rows of the table under a heading of the page."""
    section = PAGE.read_text(encoding="utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| `([^`]+)` \| (.+) \|$", section, re.MULTILINE)


def test_the_page_lists_each_difference_with_its_reason() -> None:
    assert rows("Cases with a different verdict") == list(ON_PURPOSE.items())
    assert rows("Rules with a different level") == list(LEVELS_ON_PURPOSE)
    assert {rule for rule, _ in rows("Rules that nemogen does not have")} == {"*-annotation-only"}


@needs_upstream
def test_we_agree_on_what_is_breaking(capsys: pytest.CaptureFixture[str]) -> None:
    table: dict[str, list[tuple[bool, bool]]] = {}
    differing = set()
    for path in CASES:
        found = agrees(path)
        table.setdefault(topic(path), []).append(found)
        if not found[0]:
            differing.add(path.stem)
    with capsys.disabled():
        print(f"\n{'topic':22}{'cases':>6}{'breaking':>10}{'same rules':>12}")  # noqa: T201
        for name, rows in sorted(table.items()):
            print(f"{name:22}{len(rows):6}{sum(row[0] for row in rows):10}{sum(row[1] for row in rows):12}")  # noqa: T201
    assert differing == ON_PURPOSE.keys() & {path.stem for path in CASES}


@needs_upstream
def test_every_difference_on_purpose_is_still_one() -> None:
    for name in ON_PURPOSE:
        path = UPSTREAM / "oasdiff" / "cases" / f"{name}.json"
        assert not path.exists() or not agrees(path)[0]


@needs_upstream
def test_our_levels_are_the_peers_where_we_give_no_reason() -> None:
    rows = [line.split("\t") for line in (UPSTREAM / "oasdiff" / "rules.tsv").read_text().splitlines()[1:]]
    unlike = []
    for id_, level, *_ in rows:
        rule = RULES.get(id_)
        ours = (
            "ERR" if rule and rule.level is Level.BREAKING else "WARN" if rule and rule.level is Level.RISKY else "INFO"
        )
        if rule and ours != level:
            unlike.append(id_)
    assert [id_ for id_ in unlike if not any(part in id_ for part, _ in LEVELS_ON_PURPOSE)] == []
    assert all(any(part in id_ for id_ in unlike) for part, _ in LEVELS_ON_PURPOSE)


@needs_upstream
def test_the_rules_that_we_do_not_have_are_those_of_parts_that_constrain_nothing() -> None:
    ids = [line.split("\t")[0] for line in (UPSTREAM / "oasdiff" / "rules.tsv").read_text().splitlines()[1:]]
    # A part of an allOf that constrains nothing leaves no trace in the schema that the parts mean together.
    unknown = {id_ for id_ in ids if id_ not in RULES and not id_.endswith("annotation-only")}
    assert unknown == set()
