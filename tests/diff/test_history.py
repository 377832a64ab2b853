"""What we expect of each step of a real document's history, written down after reading the documents."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from nemogen.diff.compare import compare, verdict
from nemogen.findings import Finding, Level
from tests.diff.documents import is_same
from tests.diff.places import check_places
from tests.diff.upstream import UPSTREAM, files, load, needs_upstream

REVISIONS = [path.stem.split("-")[1] for path in files("mistral-nemo/*.json")]

Expected = tuple[Level, dict[str, int]]
"""The verdict, and how many findings of each rule there are among those above docs (counts of places aside)."""

STEPS: dict[tuple[str, str], Expected] = {
    ("4f3ca494", "73027795"): (Level.ADDITIVE, {"endpoint-added": 1}),
    ("73027795", "1054c4b1"): (
        Level.BREAKING,
        {
            "server-became-staging": 1,
            "api-security-credential-required": 1,
            "new-optional-request-property": 10,
            "request-property-became-nullable": 1,
        },
    ),
    ("1054c4b1", "3c8a3e1d"): (
        Level.BREAKING,
        {
            "api-path-prefix-changed": 1,
            "server-url-changed": 1,
            "api-operation-id-changed": 1,
            "new-optional-request-property": 4,
        },
    ),
    ("3c8a3e1d", "e0ecf3d5"): (Level.UNREACHABLE, {}),
    ("e0ecf3d5", "3bee73d0"): (Level.ADDITIVE, {"request-property-enum-value-added": 1}),
    ("3bee73d0", "27340cb2"): (Level.BREAKING, {"request-property-enum-value-removed": 1}),
    ("27340cb2", "1d98eb05"): (
        Level.BREAKING,
        {
            "request-property-type-changed": 1,
            "new-required-request-property": 1,
            "new-optional-request-property": 5,
            "request-property-became-nullable": 1,
            "request-property-became-optional": 1,
            "request-property-one-of-added": 1,
            "request-property-any-of-added": 2,
            "request-property-wrapped-in-any-of": 1,
        },
    ),
    ("fad15056", "c318f19d"): (Level.BREAKING, {"api-path-removed-without-deprecation": 1, "endpoint-added": 1}),
    ("c318f19d", "fdc08814"): (Level.BREAKING, {"api-path-removed-without-deprecation": 1, "endpoint-added": 1}),
    ("f1733015", "a9f92002"): (
        Level.ADDITIVE,
        {"response-body-additional-properties-opened": 1},
    ),
    ("a9f92002", "1a0876e7"): (Level.ADDITIVE, {"response-optional-property-added": 1}),
}


def document(revision: str) -> Any:
    return load(next(UPSTREAM.glob(f"mistral-nemo/*-{revision}.json")))


def step(base: str, revision: str) -> tuple[Finding, ...]:
    return compare(document(base), document(revision))


@needs_upstream
@pytest.mark.parametrize(("base", "revision"), STEPS)
def test_a_step_of_history_is_what_was_read_in_the_documents(base: str, revision: str) -> None:
    level, expected = STEPS[base, revision]
    findings = step(base, revision)
    assert verdict(findings) is level
    counts: dict[str, int] = {}
    for finding in findings:
        if finding.level.rank < Level.DOCS.rank:
            counts[finding.id] = counts.get(finding.id, 0) + 1
    assert counts == expected


@needs_upstream
def test_the_last_two_long_steps_are_breaking_for_the_reasons_that_were_read() -> None:
    ids = {finding.id for finding in step("1d98eb05", "27ac023d") if finding.level is Level.RISKY}
    assert ids == {"request-property-removed", "request-property-default-value-added"}
    ids = {finding.id for finding in step("27ac023d", "fad15056") if finding.level is Level.BREAKING}
    assert ids == {
        "request-property-one-of-removed",
        "request-property-any-of-removed",
        "request-property-max-decreased",
        "request-property-min-increased",
    }
    ids = {finding.id for finding in step("fdc08814", "f1733015") if finding.level is Level.BREAKING}
    assert ids == {
        "response-success-status-removed",
        "request-property-became-required",
        "request-property-removed-from-closed-object",
    }


@needs_upstream
def test_references_that_are_relative_to_their_schema_are_followed_and_noted() -> None:
    appeared = next(f for f in step("fdc08814", "f1733015") if f.id == "reference-relative-to-schema")
    assert appeared.count == 4
    assert appeared.level is Level.NOTE  # they are followed
    assert [f.id for f in step("f1733015", "a9f92002") if f.id == "reference-repaired"] == []


@needs_upstream
def test_one_change_in_many_places_is_one_finding() -> None:
    finding = step("f1733015", "a9f92002")[0]
    assert (finding.id, finding.count) == ("response-body-additional-properties-opened", 62)


@needs_upstream
def test_the_contract_came_back_after_three_minutes() -> None:
    assert is_same(document("e0ecf3d5"), document("27340cb2"))
    assert is_same(document("3c8a3e1d"), document("e0ecf3d5"))
    assert not is_same(document("e0ecf3d5"), document("3bee73d0"))


@needs_upstream
@pytest.mark.parametrize(("base", "revision"), list(itertools.pairwise(REVISIONS)))
def test_the_places_of_all_findings_exist(base: str, revision: str) -> None:
    check_places(document(base), document(revision))
