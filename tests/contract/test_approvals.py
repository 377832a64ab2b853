"""Deviations that somebody accepts, with a reason."""

from __future__ import annotations

from datetime import date

import pytest

from generator.contract.approvals import approve, read_approvals
from generator.contract.judge import judge
from generator.errors import ConfigError
from generator.ir import Finding, Level
from tests.contract.samples import ANSWERED, chat, document

TODAY = date(2026, 6, 1)
FOUND: tuple[Finding, ...] = judge([chat(answer={**ANSWERED, "id": None, "kind": "odd"})], document()).findings(
    file="openapi.json"
)
NULL, ODD = FOUND


def toml(*entries: str) -> bytes:
    return "\n".join(f"[[recording]]\n{entry}" for entry in entries).encode()


def test_a_finding_is_accepted_by_fingerprint_or_by_id_and_place() -> None:
    text = toml(
        f"fingerprint = '{NULL.fingerprint}'\nreason = 'known'",
        f"id = '{ODD.id}'\nplace = '{ODD.key}'\nreason = 'told them'",
    )
    result = approve(FOUND, read_approvals(text, "a.toml"), today=TODAY)
    assert result.open == ()
    assert [approval.reason for _, approval in result.accepted] == ["known", "told them"]
    assert result.stale == ()


def test_an_approval_of_one_value_does_not_accept_another() -> None:
    other = judge([chat(answer={**ANSWERED, "kind": "new"})], document()).findings(file="openapi.json")
    text = toml(f"id = '{ODD.id}'\nplace = '{ODD.key}'\nreason = 'known'")
    assert approve(other, read_approvals(text, "a.toml"), today=TODAY).open == other


def test_an_approval_that_matches_nothing_or_has_ended_is_a_finding() -> None:
    text = toml(
        "fingerprint = 'abc'\nreason = 'x'", f"fingerprint = '{NULL.fingerprint}'\nreason = 'x'\nuntil = 2026-05-31"
    )
    result = approve(FOUND, read_approvals(text, "a.toml"), today=TODAY)
    assert result.open == FOUND
    assert [(finding.id, finding.level, finding.revision and finding.revision.line) for finding in result.stale] == [
        ("recording-approval-unused", Level.ERROR, 1),
        ("recording-approval-ended", Level.ERROR, 4),
    ]


def test_it_holds_on_its_last_day() -> None:
    text = toml(f"fingerprint = '{NULL.fingerprint}'\nreason = 'x'\nuntil = 2026-06-01")
    assert approve(FOUND, read_approvals(text, "a.toml"), today=TODAY).open == (ODD,)


def test_tables_of_others_are_left_alone() -> None:
    assert read_approvals(b"[[approval]]\nid = 'x'\n", "a.toml") == ()


def test_every_problem_is_told_with_its_line() -> None:
    text = toml(
        "fingerprint = 'a'",
        "reason = 'x'",
        "fingerprint = 'a'\nreason = 'x'\nwhy = 1",
        "fingerprint = 'a'\nreason = 'x'\nuntil = 'soon'",
        "fingerprint = 1\nreason = 'x'",
    )
    with pytest.raises(ConfigError) as caught:
        read_approvals(text, "a.toml")
    assert [(problem.what, problem.where and problem.where.line) for problem in caught.value.problems] == [
        ("the reason is missing", 1),
        ("it needs either a fingerprint, or an id with a place", 3),
        ("unknown keys: why", 5),
        ("until must be a day, as in 2027-01-31", 9),
        ("id, place, fingerprint and reason must be texts", 13),
    ]


@pytest.mark.parametrize("content", [b"[[", b"\xff", b"recording = 7"])
def test_what_is_no_list_of_approvals_is_refused(content: bytes) -> None:
    with pytest.raises(ConfigError):
        read_approvals(content, "a.toml")
