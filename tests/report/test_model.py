from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from nemogen.errors import HandEdited, Location, NetworkError, Problem, SpecError
from nemogen.findings import Finding, Level
from nemogen.report import (
    ApiReport,
    Format,
    Report,
    State,
    Subject,
    Verdict,
    exit_status,
    render,
    report_of_error,
    state_of,
    subject_of_error,
)
from nemogen.report.model import distinct, in_order, worst
from nemogen.report.tally import tally
from tests.report.samples import ADDITIVE, BREAKING, DOCS, FULL, REPORTS


def report(*states: State, fail_on: Level | None = Level.ADDITIVE) -> Report:
    return Report("check", (ApiReport("pets", tuple(Subject("x", state) for state in states)),), fail_on)


@pytest.mark.parametrize(
    ("states", "status"),
    [
        ((State.UP_TO_DATE, State.OK, State.OK, State.DONE), 0),
        ((State.OK, State.SKIPPED), 0),
        ((State.OK, State.OUTDATED), 1),
        ((State.OUTDATED, State.AT_FAULT), 3),
        ((State.AT_FAULT, State.OUTDATED, State.NOT_CHECKED), 4),
        ((), 4),
    ],
)
def test_the_worst_subject_decides_the_exit_status(states: tuple[State, ...], status: int) -> None:
    assert exit_status(report(*states)) == status


def test_a_report_without_any_api_has_checked_nothing() -> None:
    assert exit_status(Report("check", ())) == 4


def test_one_api_that_is_up_to_date_does_not_hide_another_that_could_not_be_checked() -> None:
    clean = ApiReport("a", (Subject("lock", State.OK),))
    assert exit_status(Report("check", (clean, ApiReport("b", ())))) == 4


@pytest.mark.parametrize(
    ("state", "fail_on", "status"),
    [
        (State.DOCS_ONLY, Level.ADDITIVE, 0),
        (State.DOCS_ONLY, Level.UNREACHABLE, 1),
        (State.RISKY, Level.BREAKING, 0),
        (State.RISKY, Level.RISKY, 1),
        (State.BREAKING, None, 0),
        (State.LOW_COVERAGE, None, 1),
        (State.BROKEN, None, 1),
        (State.REMOVED, None, 1),
    ],
)
def test_a_change_fails_from_the_level_asked_for_and_damage_always(
    state: State, fail_on: Level | None, status: int
) -> None:
    assert exit_status(report(state, fail_on=fail_on)) == status


def test_every_state_that_is_not_listed_as_harmless_means_drift() -> None:
    harmless = {state for state in State if state.verdict(None) is Verdict.CLEAN}
    assert harmless == {
        State.UP_TO_DATE,
        State.DONE,
        State.OK,
        State.OK,
        State.UNREACHABLE,
        State.DOCS_ONLY,
        State.ADDITIVE,
        State.RISKY,
        State.BREAKING,
    }


def test_the_state_of_changes_is_that_of_the_worst() -> None:
    assert state_of([DOCS, BREAKING, ADDITIVE]) is State.BREAKING
    assert state_of([DOCS]) is State.DOCS_ONLY
    assert state_of([Finding("x", Level.NOTE, "m")]) is State.UP_TO_DATE
    assert state_of([Finding("x", Level.ERROR, "m"), BREAKING]) is State.BROKEN
    assert worst([]) is None


def test_findings_are_counted_and_ordered_worst_first() -> None:
    assert tally([DOCS, BREAKING, DOCS]) == "1 breaking, 2 docs"
    assert in_order([DOCS, ADDITIVE, BREAKING]) == (BREAKING, ADDITIVE, DOCS)


def test_an_error_of_the_network_leaves_a_subject_unchecked() -> None:
    subject = subject_of_error("upstream", NetworkError("no answer", remedy="try again"))
    assert (subject.state, subject.why) == (State.NOT_CHECKED, "no answer")
    assert [(finding.message, finding.help) for finding in subject.findings] == [("no answer", "try again")]
    assert subject.findings[0].advice == "no answer. try again"
    (finding,) = subject.findings
    assert (finding.id, finding.error, finding.shown_id) == ("upstream-not-checked", "network-error", "network-error")


def test_an_error_of_an_input_keeps_all_its_problems_and_their_places() -> None:
    place = Location("openapi.json", "/paths", 3, 1)
    subject = subject_of_error("upstream", SpecError("one", others=(Problem("two", place),)))
    assert subject.state is State.AT_FAULT
    assert [finding.revision for finding in subject.findings] == [None, place]


def test_people_see_the_id_of_an_error_and_programs_also_where_it_occurred() -> None:
    stopped = report_of_error("sync", HandEdited("a.py was modified by hand", where=Location("a.py")))
    for form in (Format.TEXT, Format.MARKDOWN, Format.GITHUB):
        text = render(stopped, form, verbose=True)
        assert "hand-edited" in text, form
        assert "sync-at-fault" not in text, form
    (found,) = json.loads(render(stopped, Format.JSON))["apis"][0]["subjects"][0]["findings"]
    assert (found["id"], found["error"]) == ("sync-at-fault", "hand-edited")
    (result,) = json.loads(render(stopped, Format.SARIF))["runs"][0]["results"]
    assert (result["ruleId"], result["properties"]["error"]) == ("sync-at-fault", "hand-edited")


@given(REPORTS)
def test_a_report_is_green_only_if_every_subject_was_checked_and_clean(report: Report) -> None:
    verdicts = [report.verdict(subject) for api in report.apis for subject in api.subjects]
    looked = bool(report.apis) and all(api.subjects for api in report.apis)
    green = looked and all(verdict in (Verdict.CLEAN, Verdict.SKIPPED) for verdict in verdicts)
    assert (exit_status(report) == 0) == green


def test_the_full_sample_has_one_of_each_outcome() -> None:
    verdicts = {FULL.verdict(subject) for api in FULL.apis for subject in api.subjects}
    assert verdicts == {Verdict.CLEAN, Verdict.DRIFTED, Verdict.NOT_CHECKED, Verdict.SKIPPED}


def test_a_finding_is_shown_once_with_all_its_locations_and_a_change_only_where_it_is_the_same() -> None:
    def note(line: int, **more: Any) -> Finding:
        return Finding("repair", Level.NOTE, "left out", revision=Location("a.json", "", line), key=str(line), **more)

    first, again = note(1), note(1)
    together = distinct((first, note(2), again, note(3, operation="GET /a")))
    assert [(each.operation, each.count) for each in together] == [("", 2), ("GET /a", 1)]
    assert together[0].locations == (Location("a.json", "", 2),)
    changes = tuple(replace(each, level=Level.BREAKING) for each in (note(1), note(2)))
    assert distinct(changes) == changes, "an approval of one is none of the other"
