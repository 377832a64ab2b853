"""Each rule is explained, and its example shows it."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from nemogen.change_policy import DEFAULT_POLICY, ChangePolicy
from nemogen.diff.advice import NOTHING_TO_DO, advice_of
from nemogen.diff.compare import compare
from nemogen.diff.explain import change_of, example_of, examples, explain_rule
from nemogen.diff.python.examples import EXAMPLES
from nemogen.diff.python.rules import SOURCE_RULES, SourceRule
from nemogen.diff.rules import RULES, Rule
from nemogen.findings import Level
from tests.diff.documents import document, in_every_scope

TODAY = datetime.date(2026, 11, 22)
ASKS_FOR_SUNSET = ChangePolicy(deprecation_days=1)
BY_HAND = {"document-too-deep"}
"""Rules whose example is too large to be written out."""


@pytest.mark.parametrize("id_", [*RULES, *SOURCE_RULES])
def test_each_rule_has_a_meaning_an_advice_and_an_example(id_: str) -> None:
    text = explain_rule(id_)
    assert text is not None
    assert text.startswith(f"{id_} (")
    heads = [line.strip() for line in text.splitlines() if line.startswith("  ") and line[2] != " "]
    assert heads == ["meaning", "level", "hit", "do", "example"]
    assert "{" not in text.partition("\n  example")[0]


def test_only_what_breaks_nothing_needs_nothing_done() -> None:
    rules: list[Rule | SourceRule] = [*RULES.values(), *SOURCE_RULES.values()]
    for rule in rules:
        assert (advice_of(rule) == NOTHING_TO_DO) == (rule.level.rank >= Level.ADDITIVE.rank), rule.id


def test_a_change_of_prose_or_of_what_no_operation_uses_hits_no_code() -> None:
    rules = [rule for rule in RULES.values() if rule.area in ("info", "prose", "unreachable")]
    assert {rule.area for rule in rules} == {"info", "prose", "unreachable"}
    for rule in rules:
        assert "No code: " in (explain_rule(rule.id) or ""), rule.id


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("request-body-all-of-removed", "Check that what you send meets the new constraint."),
        ("response-property-pattern-removed", "Do not rely on the old constraint: other values may be returned."),
        ("api-removed-without-deprecation", "Stop using it; look for a replacement."),
        ("request-property-renamed", "Use the new name."),
        ("response-body-became-nullable", "Check for None before you use the value."),
        ("request-body-became-not-nullable", "Omit the value instead of sending null."),
        ("request-required-property-became-read-only", "Stop sending it."),
    ],
)
def test_the_advice_fits_the_change_and_the_side(id_: str, expected: str) -> None:
    assert advice_of(RULES[id_]) == expected


def test_a_parameter_that_went_is_told_apart_on_the_wire_and_in_python() -> None:
    assert "may ignore it, or reject" in advice_of(RULES["request-parameter-removed"])
    assert "raises TypeError" in advice_of(SOURCE_RULES["python-parameter-removed"])


def test_an_example_is_the_difference_of_two_documents_with_all_lines_that_stay() -> None:
    shown = explain_rule("webhook-removed") or ""
    example = [line[4:] for line in shown.partition("  example\n")[2].splitlines()]
    assert example[0].startswith("- webhooks:") or example[0].startswith("  ")
    assert {line[:2] for line in example} <= {"  ", "- ", "+ "}


def test_each_example_of_a_schema_shows_its_change_in_every_scope() -> None:
    for change, case in examples()["schemas"].items():
        policy = ASKS_FOR_SUNSET if "sunset-missing" in change else DEFAULT_POLICY
        found = {each.id for pair in in_every_scope(dict(case)) for each in compare(*pair, policy=policy, today=TODAY)}
        assert {id_ for id_, rule in RULES.items() if change_of(rule) == change} <= found, change


def test_each_example_of_a_document_shows_its_rule() -> None:
    for id_ in examples()["documents"].keys() - BY_HAND:
        sides: tuple[Any, Any] = example_of(RULES[id_])
        base, revision = (document(**side) for side in sides)
        policy = ASKS_FOR_SUNSET if "sunset-missing" in id_ else DEFAULT_POLICY
        assert id_ in {each.id for each in compare(base, revision, policy=policy, today=TODAY)}, id_


def test_each_example_of_python_is_of_a_rule_and_shows_a_difference() -> None:
    assert EXAMPLES.keys() == SOURCE_RULES.keys()
    assert all(before != after for before, after in EXAMPLES.values())


def test_the_command_explains_and_says_which_rule_was_meant() -> None:
    command = [str(Path(sys.executable).with_name("nemogen")), "explain"]
    shown = subprocess.run([*command, "webhook-removed"], capture_output=True, check=True, text=True).stdout
    assert shown == explain_rule("webhook-removed")
    wrong = subprocess.run([*command, "webhook-remove"], capture_output=True, check=False, text=True)
    assert (wrong.returncode, "webhook-removed" in wrong.stderr) == (3, True)


@pytest.mark.parametrize(
    "rule", ["new-required-request-parameter", "request-property-became-required", "python-required-parameter-added"]
)
def test_what_becomes_required_hits_code_that_does_not_send_it(rule: str) -> None:
    assert "Code that does not send it." in (explain_rule(rule) or "")
    assert "Code that sends it." in (explain_rule("request-parameter-removed") or "")
