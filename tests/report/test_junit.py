from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given

from nemogen.findings import Level
from nemogen.report import ApiReport, Format, Report, exit_status, render
from tests.report.samples import FULL, REPORTS


def parsed(report: Report) -> ElementTree.Element:
    return ElementTree.fromstring(render(report, Format.JUNIT))


def test_each_subject_and_each_finding_is_a_case() -> None:
    pets, zoo = parsed(FULL)
    cases = {str(case.get("name")): [child.tag for child in case] for case in pets}
    assert cases["upstream"] == ["failure"]
    assert cases["lock"] == []
    assert cases["generated"] == ["failure"]
    assert cases["recordings"] == ["error"]
    assert {key: pets.get(key) for key in ("tests", "failures", "errors", "skipped")} == {
        "tests": "7",
        "failures": "4",
        "errors": "1",
        "skipped": "0",
    }
    assert zoo.get("skipped") == "1"


def test_a_change_below_the_level_that_fails_passed() -> None:
    pets, _ = parsed(FULL)
    (case,) = [case for case in pets if str(case.get("name")).startswith("description-changed")]
    assert [child.tag for child in case] == ["system-out"]


def test_a_report_on_nothing_is_an_error() -> None:
    for report in (Report("check", ()), Report("check", (ApiReport("pets", ()),))):
        assert parsed(report).find("testsuite/testcase/error") is not None


@given(REPORTS)
def test_any_report_is_well_formed_and_is_red_when_the_exit_status_is(report: Report) -> None:
    root = parsed(report)
    red = [child for case in root.iter("testcase") for child in case if child.tag in ("failure", "error")]
    assert bool(red) == bool(exit_status(report))
    for suite in root:
        assert suite.get("tests") == str(len(suite))


def test_a_change_fails_only_from_the_level_that_was_asked_for() -> None:
    assert Report("x", (), None).fails(FULL.apis[0].findings[0]) is False
    assert Report("x", (), Level.RISKY).fails(FULL.apis[0].findings[0]) is True
