from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given

from nemogen.errors import Location
from nemogen.findings import IN_BASE
from nemogen.report import ApiReport, Format, Report, State, Subject, render
from tests.report.samples import BREAKING, DOCS, FULL, HOSTILE, REPORTS


def only(subject: Subject, *, verbose: bool = False) -> str:
    return render(Report("check", (ApiReport("pets", (subject,)),)), Format.GITHUB, verbose=verbose)


def test_a_finding_is_an_annotation_of_its_line() -> None:
    assert only(Subject("upstream", State.BREAKING, "", (BREAKING,))) == (
        "::error title=response-property-removed,file=specs/pets/openapi.json,line=12,col=5"
        "::pets: POST /chats: the property `model` is gone (and 62 more locations)\n"
    )


def test_percent_colon_comma_and_line_breaks_are_escaped_as_the_runner_reads_them() -> None:
    finding = replace(
        BREAKING, id="a:b,c%", message="100%:\n1,2", operation="", count=1, revision=Location("a,b:c%.json", "", 1, 2)
    )
    assert only(Subject("upstream", State.BREAKING, "", (finding,))) == (
        "::error title=a%3Ab%2Cc%25,file=a%2Cb%3Ac%25.json,line=1,col=2::pets: 100%25: 1,2\n"
    )


def test_a_document_of_another_host_has_no_file_to_annotate() -> None:
    finding = replace(BREAKING, base=None, revision=Location("https://api.test/openapi.json", "/a", 3, 4))
    assert only(Subject("upstream", State.BREAKING, "", (finding,))).startswith(
        "::error title=response-property-removed::"
    )


def test_where_one_of_both_documents_is_in_the_repository_that_is_annotated() -> None:
    elsewhere, here = (
        Location("https://api.test/openapi.json", "/a", 3, 4),
        Location("specs/pets/openapi.json", "/a", 5, 6),
    )
    before = Location(f"specs/pets/openapi.json{IN_BASE}", "/a", 7, 8)
    for base, revision, line in ((here, elsewhere, "line=5"), (before, here, "line=5"), (before, None, "removed::")):
        finding = replace(BREAKING, base=base, revision=revision)
        assert line in only(Subject("upstream", State.BREAKING, "", (finding,)))


def test_prose_is_annotated_only_on_request() -> None:
    subject = Subject("upstream", State.DOCS_ONLY, "", (DOCS,))
    assert only(subject) == ""
    assert only(subject, verbose=True) == "::notice title=description-changed::pets: reworded\n"


def test_a_subject_that_is_not_clean_is_reported_even_without_a_finding() -> None:
    lines = render(FULL, Format.GITHUB).splitlines()
    assert "::error title=generated outdated::pets: generated: outdated: the pin changed since" in lines
    assert "::error title=recordings not checked::pets: recordings: not checked: the folder cannot be read" in lines
    assert "::notice title=upstream skipped::zoo: upstream: skipped: --offline" in lines


@pytest.mark.parametrize("report", [Report("check", ()), Report("check", (ApiReport("", ()),))])
def test_a_report_on_nothing_is_an_error(report: Report) -> None:
    assert render(report, Format.GITHUB) == (
        "::error title=check not checked::check: not checked: nothing was looked at\n"
    )


def test_hostile_text_starts_no_command_of_its_own() -> None:
    (line,) = render(HOSTILE, Format.GITHUB).splitlines()
    assert line.startswith("::warning title=")


@given(REPORTS)
def test_every_line_is_one_workflow_command(report: Report) -> None:
    for line in render(report, Format.GITHUB, verbose=True).splitlines():
        assert re.fullmatch(r"::(error|warning|notice) [a-z]+=[^,:]*(,[a-z]+=[^,:]*)*::.*", line)
