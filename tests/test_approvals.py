"""Findings that somebody accepts, with a reason: one file, two tables."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemogen.approvals import Approval, Approved, Table, approve, read_approvals
from nemogen.errors import ConfigError, Location
from nemogen.findings import Direction, Finding, Level

TODAY: Final = date(2026, 11, 22)
REMOVED: Final = Finding(
    "response-property-removed",
    Level.BREAKING,
    "the property is gone",
    operation="POST /x, PUT /x",
    direction=Direction.RESPONSE,
    key="200 application/json name",
    base=Location("base", "/paths/~1x/post/responses/200/schema/properties/name"),
)
ODD: Final = Finding("recording-enum", Level.ERROR, 'is "odd"', operation="GET /y", key='200: kind "odd"')
FOUND: Final = (REMOVED, ODD)


def toml(*entries: str, table: str = "change") -> bytes:
    return "\n".join(f"[[{table}]]\n{entry}" for entry in entries).encode()


def approved(*entries: str, table: str = "change") -> Approved:
    return approve(FOUND, read_approvals(toml(*entries, table=table), "approvals.toml"), TODAY)


@pytest.mark.parametrize("table", ["change", "recording"])
def test_a_finding_is_accepted_by_its_fingerprint(table: str) -> None:
    made = approved(f'fingerprint = "{REMOVED.fingerprint}"\nreason = "agreed"', table=table)
    assert made == Approved((ODD,), (REMOVED,), ())


@pytest.mark.parametrize(
    "place",
    ["POST /x", "PUT /x", "/paths/~1x/post", "/paths/~1x/post/responses/200/schema/properties/name", REMOVED.key],
)
def test_a_finding_is_accepted_by_rule_and_place(place: str) -> None:
    assert approved(f"id = '{REMOVED.id}'\nplace = '{place}'\nreason = 'agreed'").accepted == (REMOVED,)


@pytest.mark.parametrize("place", ["POST /y", "/paths/~1x/pos", "POST", "name", "/"])
def test_an_approval_for_another_place_accepts_nothing_and_is_a_finding(place: str) -> None:
    made = approved(f"id = '{REMOVED.id}'\nplace = '{place}'\nreason = 'agreed'")
    assert made.accepted == ()
    assert [finding.id for finding in made.stale] == ["approval-unused"]


def test_an_approval_of_one_value_does_not_accept_another() -> None:
    made = approved(f"id = '{ODD.id}'\nplace = '200: kind \"new\"'\nreason = 'agreed'", table="recording")
    assert made.open == FOUND


def test_an_approval_holds_on_its_last_day_and_is_a_finding_on_the_next() -> None:
    entry = f"fingerprint = '{ODD.fingerprint}'\nreason = 'x'\nuntil = "
    assert approved(f"{entry}2026-11-22").accepted == (ODD,)
    made = approved(f"{entry}2026-11-21")
    assert (made.open, made.accepted) == (FOUND, ())
    assert [finding.id for finding in made.stale] == ["approval-ended"]


def test_a_stale_approval_says_what_it_was_for_and_stands_at_its_line() -> None:
    (stale,) = approved(f"fingerprint = '{ODD.fingerprint}'\nreason = 'x'", "fingerprint = 'abc'\nreason = 'x'").stale
    assert stale.level is Level.ERROR
    assert stale.message == "the approval of abc matches nothing"
    assert stale.revision == Location("approvals.toml", "/change/1", 4)


def test_equal_entries_of_two_tables_are_two_findings() -> None:
    entry = "fingerprint = 'abc'\nreason = 'x'"
    approvals = read_approvals(toml(entry) + b"\n" + toml(entry, table="recording"), "a.toml")
    assert [approval.table for approval in approvals] == ["change", "recording"]
    assert len({finding.fingerprint for finding in approve((), approvals, TODAY).stale}) == 2


def test_every_problem_is_reported_with_its_line() -> None:
    content = toml(
        "fingerprint = 'a'",
        "reason = 'x'",
        "fingerprint = 'a'\nreason = 'x'\nwhy = 1",
        "fingerprint = 'a'\nreason = 'x'\nuntil = 'soon'",
        "fingerprint = 1\nreason = 'x'",
        "id = 'no-such-rule'\nplace = 'GET /x'\nreason = 'x'",
    )
    with pytest.raises(ConfigError) as caught:
        read_approvals(content, "a.toml", {"change": {REMOVED.id}})
    assert [(problem.what, problem.where and problem.where.line) for problem in caught.value.problems] == [
        ("the reason is missing", 1),
        ("it needs either a fingerprint, or an id with a place", 3),
        ("unknown keys: why", 5),
        ("until must be a day, as in 2027-01-31", 9),
        ("id, place, fingerprint and reason must be strings", 13),
        ("there is no rule no-such-rule", 16),
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"[[change]",
        b"\xff",
        b"other = 1",
        b"change = 7",
        b"recording = [7]",
        toml('fingerprint = "a"\nreason = " "'),
        toml('fingerprint = "a"\nid = "b"\nplace = "GET /x"\nreason = "agreed"'),
        toml('id = "b"\nreason = "agreed"'),
        toml('place = "GET /x"\nreason = "agreed"'),
        toml('fingerprint = "a"\nplace = "GET /x"\nreason = "agreed"'),
        toml('fingerprint = "a"\nreason = "agreed"\nuntil = 2026-01-01T00:00:00'),
    ],
)
def test_approvals_that_are_not_clear_are_refused(content: bytes) -> None:
    with pytest.raises(ConfigError) as caught:
        read_approvals(content, "approvals.toml")
    assert all(problem.where and problem.where.file == "approvals.toml" for problem in caught.value.problems)


_FINDINGS: Final = st.builds(
    Finding, st.sampled_from(["a", "b"]), st.sampled_from(Level), st.just(""), key=st.sampled_from(["k", "l"])
)
_APPROVALS: Final = st.builds(
    Approval,
    st.sampled_from(["change", "recording"]),
    st.just("x"),
    st.just(Location("a.toml")),
    id=st.sampled_from(["a", "b"]),
    place=st.sampled_from(["k", "l"]),
    until=st.sampled_from([None, date(2026, 11, 21), TODAY]),
)


@given(st.lists(_FINDINGS), st.lists(_APPROVALS))
def test_no_finding_is_lost_or_doubled_and_every_approval_is_used_or_told(
    findings: list[Finding], approvals: list[Approval]
) -> None:
    made = approve(findings, approvals, TODAY)
    assert len(made.open) + len(made.accepted) == len(findings)
    assert {*made.open, *made.accepted} == set(findings)
    used = [each for each in approvals if not each.has_ended(TODAY) and any(map(each.matches, findings))]
    assert len(made.stale) + len(used) == len(approvals)


def test_a_table_whose_rules_are_not_known_takes_any_rule() -> None:
    rules: dict[Table, set[str]] = {"change": set()}
    content = toml("id = 'anything'\nplace = 'GET /x'\nreason = 'x'", table="recording")
    assert [approval.id for approval in read_approvals(content, "a.toml", rules)] == ["anything"]
