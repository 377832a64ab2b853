from __future__ import annotations

import datetime

import pytest

from generator.diff.approvals import apply_approvals, read_approvals
from generator.diff.compare import compare
from generator.diff.severity import apply_severities, read_severities
from generator.errors import ConfigError
from generator.ir import Finding, Level
from tests.diff.documents import holder, request

TODAY = datetime.date(2026, 11, 22)


def findings() -> tuple[Finding, ...]:
    base = request(holder({"type": "string"}))
    return compare(base, request({**holder({"type": "object"}), "maxProperties": 1}))


def approved(text: str) -> tuple[list[str], list[str], list[str]]:
    made = apply_approvals(findings(), read_approvals(text, "approvals.toml"), TODAY)
    return (
        [finding.id for finding in made.open],
        [finding.id for finding, _ in made.accepted],
        [finding.id for finding in made.stale],
    )


def test_a_finding_is_accepted_by_its_fingerprint() -> None:
    fingerprint = findings()[0].fingerprint
    text = f'[[approval]]\nfingerprint = "{fingerprint}"\nreason = "agreed"\nuntil = 2026-11-22\n'
    assert approved(text) == (["request-body-max-properties-set"], ["request-property-type-changed"], [])


@pytest.mark.parametrize("place", ["POST /x", "/paths/~1x/post/requestBody"])
def test_a_finding_is_accepted_by_rule_and_place(place: str) -> None:
    text = f'[[approval]]\nid = "request-property-type-changed"\nplace = "{place}"\nreason = "agreed"\n'
    assert approved(text)[1] == ["request-property-type-changed"]


@pytest.mark.parametrize("place", ["POST /y", "/paths/~1x/post/request", "POST"])
def test_an_approval_for_another_place_accepts_nothing_and_is_reported(place: str) -> None:
    text = f'[[approval]]\nid = "request-property-type-changed"\nplace = "{place}"\nreason = "agreed"\n'
    assert approved(text)[1:] == ([], ["approval-unused"])


def test_an_approval_that_has_ended_accepts_nothing_and_is_reported() -> None:
    text = f'[[approval]]\nfingerprint = "{findings()[0].fingerprint}"\nreason = "agreed"\nuntil = 2026-11-21\n'
    left, accepted, stale = approved(text)
    assert len(left) == 2
    assert (accepted, stale) == ([], ["approval-ended"])


def test_a_stale_approval_says_where_it_stands_and_what_it_was_for() -> None:
    text = '[[approval]]\nfingerprint = "000000000000"\nreason = "agreed"\n'
    stale = apply_approvals((), read_approvals(text, "approvals.toml"), TODAY).stale[0]
    assert stale.level is Level.ERROR
    assert stale.message == "the approval 000000000000 matches no finding"
    assert str(stale.revision) == "approvals.toml#/approval/0"


@pytest.mark.parametrize(
    "text",
    [
        "[[approval]",
        "other = 1",
        "approval = 7",
        "approval = [7]",
        '[[approval]]\nfingerprint = "a"',
        '[[approval]]\nfingerprint = "a"\nreason = " "',
        '[[approval]]\nreason = "agreed"',
        '[[approval]]\nfingerprint = "a"\nid = "endpoint-added"\nplace = "GET /x"\nreason = "agreed"',
        '[[approval]]\nid = "endpoint-added"\nreason = "agreed"',
        '[[approval]]\nid = "no-such-rule"\nplace = "GET /x"\nreason = "agreed"',
        '[[approval]]\nfingerprint = 7\nreason = "agreed"',
        '[[approval]]\nfingerprint = "a"\nreason = "agreed"\nuntil = "soon"',
        '[[approval]]\nfingerprint = "a"\nreason = "agreed"\nuntil = 2026-01-01T00:00:00',
        '[[approval]]\nfingerprint = "a"\nreason = "agreed"\nwhy = "so"',
    ],
)
def test_approvals_that_are_not_clear_are_refused(text: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_approvals(text, "approvals.toml")
    assert caught.value.problems[0].where is not None


def test_all_faults_of_approvals_are_told_at_once() -> None:
    with pytest.raises(ConfigError) as caught:
        read_approvals('[[approval]]\nreason = "a"\n[[approval]]\nfingerprint = "a"\n', "approvals.toml")
    assert len(caught.value.problems) == 2


def test_a_severity_file_changes_levels_and_silences_rules() -> None:
    text = 'request-property-type-changed = "none"\nrequest-body-max-properties-set = "breaking"\n'
    judged = apply_severities(findings(), read_severities(text, "severity.toml"))
    assert [(finding.id, finding.level) for finding in judged] == [("request-body-max-properties-set", Level.BREAKING)]


def test_a_severity_file_leaves_other_rules_as_they_are() -> None:
    assert apply_severities(findings(), read_severities("", "severity.toml")) == findings()


@pytest.mark.parametrize(
    "text", ["= 1", 'no-such-rule = "risky"', 'endpoint-added = "bad"', "endpoint-added = 7", "[endpoint-added]"]
)
def test_severities_that_are_not_clear_are_refused(text: str) -> None:
    with pytest.raises(ConfigError):
        read_severities(text, "severity.toml")
