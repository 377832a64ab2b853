"""JSON Schema's own test suite, where NEMOGEN_CONFORMANCE names the folder that has it (`make conformance`)."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from nemogen.findings import Direction
from nemogen.recordings.violation import ValuePath
from tests.conformance import figures
from tests.conformance.losses import LOSSES
from tests.conformance.suite import DRAFT, Outcome, cases, judge_of, outcomes

FEWEST = 1280
"""How many cases come out right at least."""

MOST_UNEXPLAINED = 17
"""How many refusals are told in the validator's words at most: dynamic references, and items that `contains` finds."""


@pytest.fixture(scope="module")
def suite() -> Path:
    folder = Path(os.environ.get("NEMOGEN_CONFORMANCE", ""))
    found = next((path for path in (folder, *folder.glob("*")) if (path / "tests" / DRAFT).is_dir()), None)
    if "NEMOGEN_CONFORMANCE" not in os.environ or found is None:
        pytest.skip("NEMOGEN_CONFORMANCE does not name the folder of the JSON-Schema-Test-Suite")
    return found


def test_what_the_suite_says_of_an_instance_holds_after_reading_and_writing(suite: Path) -> None:
    found = [*outcomes(suite)]
    wrong = {outcome.case.name: outcome.found for outcome in found if not outcome.is_right}
    assert {name: what for name, what in wrong.items() if name not in LOSSES} == {}, "wrong, and not listed as a loss"
    assert LOSSES.keys() - wrong.keys() == set(), "listed as a loss, and right"
    assert [outcome.case.name for outcome in found if outcome.case.is_valid and not outcome.is_right] == []
    assert sum(outcome.is_right for outcome in found) >= FEWEST
    assert_published(found)


def assert_published(found: Sequence[Outcome]) -> None:
    """What the page shows of nemogen is what was found: make conformance, make docs."""
    published = json.loads(figures.FILE.read_text(encoding="utf-8"))
    counted = {keyword: (each["cases"], each[figures.NEMOGEN]) for keyword, each in published["keywords"].items()}
    cases_of = Counter(figures.keyword_of(outcome.case) for outcome in found)
    right = Counter(figures.keyword_of(outcome.case) for outcome in found if outcome.is_right)
    assert counted == {keyword: (total, right[keyword]) for keyword, total in cases_of.items()}
    assert published["losses"] == LOSSES


def test_what_a_recording_is_refused_for_is_reported_and_what_is_valid_is_accepted(suite: Path) -> None:
    wrong: dict[str, list[str]] = {}
    in_words_of_the_validator: list[str] = []
    schema: object = None
    for case in cases(suite):
        if case.schema is not schema:
            schema = case.schema
            node, judge = judge_of(case.schema, suite)
        found = [each.kind for each in judge.judge(case.instance, node, Direction.RESPONSE, ValuePath())]
        broken = [kind for kind in found if kind != "undeclared"]
        if (not broken) is not case.is_valid and case.name not in LOSSES:
            wrong[case.name] = broken
        in_words_of_the_validator += [case.name] if "invalid" in broken else []
    assert wrong == {}
    assert len(in_words_of_the_validator) <= MOST_UNEXPLAINED
