from __future__ import annotations

import json
import re

from hypothesis import given

from nemogen.report import ApiReport, Format, Report, State, Subject, render
from nemogen.report.github_outputs import outputs, step_summary
from tests.report.samples import FULL, REPORTS


def test_the_matrix_lists_what_is_not_clean_in_one_line() -> None:
    text = render(FULL, Format.GITHUB_MATRIX)
    assert json.loads(text) == {"include": [{"api": "pets", "verdict": "not checked", "level": "breaking"}]}
    assert text.count("\n") == 1


def test_the_outputs_are_state_level_and_version() -> None:
    one = Report("sync", FULL.apis[:1], FULL.fail_on)
    assert outputs(one) == ('state=not checked\nlevel=breaking\nversion=0.2.0\nexit-status=4\napis=["pets"]\n')


def test_a_clean_report_has_empty_outputs_where_there_is_nothing_to_say() -> None:
    clean = Report("check", (ApiReport("a", (Subject("lock", State.OK),)),))
    assert outputs(clean) == "state=clean\nlevel=\nversion=\nexit-status=0\napis=[]\n"
    assert render(clean, Format.GITHUB_MATRIX) == '{"include": []}\n'


def test_the_outputs_of_nothing_are_not_green() -> None:
    assert outputs(Report("check", ())).startswith("state=not checked\n")


@given(REPORTS)
def test_no_text_of_a_document_begins_an_output_of_its_own(report: Report) -> None:
    lines = outputs(report).splitlines()
    assert [re.split("=", line)[0] for line in lines] == ["state", "level", "version", "exit-status", "apis"]


def test_the_step_summary_is_the_markdown_report_under_a_heading() -> None:
    assert step_summary(FULL).startswith("## nemogen check\n\n### pets")
