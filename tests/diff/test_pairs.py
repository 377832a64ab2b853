"""Pairs of small documents, and all that is found between them: at least one pair for every rule.

cases/schemas.json holds changes of a schema: each is one pair for every scope that rules know, as request-body and
response-property. cases/documents.json holds parts of whole documents, and cases/pairs/ whole documents. What is found
stands beside each, in .txt: a line for a finding, with its level, its rule, its operation where that is not the usual
one, and what is said. To write these files again, and then read the difference, each line of which is another verdict
on a change:

    NEMOGEN_UPDATE_CASES=1 pytest -n0 tests/diff/test_pairs.py
"""

from __future__ import annotations

import datetime
import json
import os
from pathlib import Path
from typing import Any

import pytest

from nemogen.diff.compare import compare
from nemogen.diff.rules import RULES
from nemogen.findings import Finding
from tests.diff.documents import CASES, cases, document, in_every_scope
from tests.diff.places import check_places

TODAY = datetime.date(2026, 11, 22)
UPDATE = os.environ.get("NEMOGEN_UPDATE_CASES") == "1"
ELSEWHERE = {
    "document-too-deep": "test_robustness.py: the document that fires it is too large for a file",
    **{id_: "test_policy.py: only a policy asks for a sunset" for id_ in RULES if id_.endswith("sunset-missing")},
}

Pair = tuple[dict[str, Any], dict[str, Any]]


def read_document(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


PAIRS: dict[str, dict[str, list[Pair]]] = {
    "schemas": {name: list(in_every_scope(case)) for name, case in cases("schemas").items()},
    "documents": {
        name: [(document(**case["base"]), document(**case["revision"]))] for name, case in cases("documents").items()
    },
    "pairs": {
        folder.name: [(read_document(folder / "base.json"), read_document(folder / "revision.json"))]
        for folder in sorted((CASES / "pairs").iterdir())
    },
}
NAMES = [(group, name) for group, pairs in PAIRS.items() for name in pairs]


def lines(findings: tuple[Finding, ...]) -> list[str]:
    return [f"  {each.level:11} {each.id:50} {where(each)}{each.message}" for each in findings]


def where(finding: Finding) -> str:
    return "" if finding.operation == "POST /x" else f"[{finding.operation or 'document'}] "


def found_between(pairs: list[Pair]) -> list[str]:
    return [line for pair in pairs for line in lines(compare(*pair, today=TODAY))]


def expected(group: str) -> dict[str, list[str]]:
    """The findings of each pair of a group."""
    found: dict[str, list[str]] = {}
    for line in (CASES / f"{group}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            found[list(found)[-1]].append(line)
        else:
            found[line] = []
    return found


if UPDATE:
    for group_, pairs_ in PAIRS.items():
        blocks = ([name_, *found_between(pairs_of_one)] for name_, pairs_of_one in pairs_.items())
        text = "".join(f"{line}\n" for block in blocks for line in block)
        (CASES / f"{group_}.txt").write_text(text, encoding="utf-8")

EXPECTED = {group: expected(group) for group in PAIRS}


@pytest.mark.parametrize(("group", "name"), NAMES)
def test_a_pair_gives_the_findings_that_are_written_beside_it(group: str, name: str) -> None:
    assert found_between(PAIRS[group][name]) == EXPECTED[group][name]


@pytest.mark.parametrize("group", PAIRS)
def test_every_place_of_a_finding_between_a_pair_exists(group: str) -> None:
    for pairs in PAIRS[group].values():
        for base, revision in pairs:
            check_places(base, revision)


def test_nothing_is_expected_of_a_pair_that_there_is_not() -> None:
    for group, pairs in PAIRS.items():
        assert list(EXPECTED[group]) == list(pairs)


def test_every_rule_is_found_between_some_pair() -> None:
    found = {line.split()[1] for group in EXPECTED.values() for block in group.values() for line in block}
    assert found | ELSEWHERE.keys() == RULES.keys()
    assert not found & ELSEWHERE.keys()
