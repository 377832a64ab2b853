from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from markdown_it import MarkdownIt

from nemogen.errors import Location
from nemogen.findings import Finding, Level
from nemogen.report import ApiReport, Format, Report, State, Subject, render
from nemogen.report.markdown import PULL_REQUEST_LIMIT
from nemogen.report.markdown import render as render_markdown
from nemogen.report.model import Table
from tests.report.samples import BREAKING, DOCS, FULL, HOSTILE, REPORTS


def test_the_body_shows_states_findings_and_folds_prose() -> None:
    text = render(FULL, Format.MARKDOWN)
    assert "### pets, 0.1.0 → 0.2.0" in text
    assert "| upstream | **breaking** | 1 breaking, 1 additive, 1 docs |" in text
    assert "| lock | ok |  |" in text
    assert "#### Breaking (1)" in text
    assert (
        "- `POST /chats`: the property `model` is gone<br>"
        "`response-property-removed` at `specs/pets/openapi.json:10:3` and 62 more" in text
    )
    assert "<details><summary>1 docs</summary>" in text
    assert "accepted by approvals: 1 breaking" in text
    assert "#### Docs (1)" in render(FULL, Format.MARKDOWN, verbose=True)


def test_several_notes_are_counted_in_the_plural() -> None:
    notes = [Finding("repaired", Level.NOTE, f"left out: {name}") for name in "ab"]
    for count, title in ((1, "1 note"), (2, "2 notes")):
        subject = Subject("document", State.DONE, findings=tuple(notes[:count]))
        text = render(Report("sync", (ApiReport("pets", (subject,)),)), Format.MARKDOWN)
        assert f"<details><summary>{title}</summary>" in text


def test_hostile_text_makes_no_html_and_no_link() -> None:
    html = MarkdownIt("commonmark").enable("table").render(render(HOSTILE, Format.MARKDOWN))
    assert "<script" not in html
    assert "<a " not in html
    assert "\x1b" not in html


def test_a_table_is_a_block_of_code_that_its_text_cannot_end() -> None:
    table = Table("coverage", "a  1\n```\n<script>\n\x1b[2J", {})
    report = Report("test", (ApiReport("pets", (Subject("recordings", State.OK),), tables=(table,)),))
    html = MarkdownIt("commonmark").enable("table").render(render(report, Format.MARKDOWN))
    assert html.count("<pre>") == 1
    assert "a  1\n```\n&lt;script&gt;" in html
    assert "\x1b" not in html
    assert "\x1b" not in render(report, Format.TEXT)


def test_a_name_of_nothing_visible_opens_no_code_span() -> None:
    nameless = replace(BREAKING, id="\r", revision=Location("<script>"), count=1)
    report = Report("diff", (ApiReport("pets", (Subject("wire", State.BREAKING, "", (nameless,)),)),))
    assert "<script>" not in MarkdownIt("commonmark").enable("table").render(render(report, Format.MARKDOWN))


@given(REPORTS)
def test_any_report_has_only_our_own_html(report: Report) -> None:
    html = MarkdownIt("commonmark").enable("table").render(render(report, Format.MARKDOWN))
    tags = set(re.findall(r"<([a-z0-9]+)", html))
    own = {"h3", "h4", "p", "ul", "li", "br", "details", "summary", "strong"}
    assert tags <= own | {"code", "table", "thead", "tbody", "tr", "th", "td"}
    assert html.count("<details>") == html.count("</details>")


def test_a_body_that_is_too_long_keeps_the_worst_and_stays_well_formed() -> None:
    many = tuple(replace(BREAKING, message=f"{number} {'x' * 400}") for number in range(500))
    prose = tuple(replace(DOCS, message=f"{number} {'x' * 400}") for number in range(500))
    report = Report("diff", (ApiReport("pets", (Subject("wire", State.BREAKING, "", many + prose),)),))
    text = render(report, Format.MARKDOWN)
    assert len(text) <= PULL_REQUEST_LIMIT
    assert "#### Breaking (500)" in text
    assert "more\n" in text
    assert text.count("<details>") == text.count("</details>") == 1


def test_a_body_on_hundreds_of_apis_is_cut_between_lines() -> None:
    api = ApiReport("pets", (Subject("upstream", State.RISKY, "w" * 300),))
    text = render_markdown(Report("check", (api,) * 400), limit=10_000)
    assert len(text) <= 10_000
    assert text.endswith("… and more: the report is too long to show here.\n")


def test_a_report_on_nothing_says_so() -> None:
    assert "| check | **not checked** | nothing was looked at |" in render(Report("check", ()), Format.MARKDOWN)


def test_states_stand_in_a_table_that_is_read_as_one() -> None:
    html = MarkdownIt("commonmark").enable("table").render(render(FULL, Format.MARKDOWN))
    assert html.count("<table>") == len(FULL.apis)
    assert html.count("<td>lock</td>") == 2


def test_a_list_says_how_many_are_left_out_only_where_some_are() -> None:
    def items(count: int) -> list[str]:
        findings = tuple(replace(BREAKING, key=str(number)) for number in range(count))
        report = Report("diff", (ApiReport("pets", (Subject("wire", State.BREAKING, "", findings),)),))
        return [line for line in render(report, Format.MARKDOWN).splitlines() if line.startswith("- ")]

    assert len(items(100)) == 100
    assert not [item for item in items(100) if item.startswith("- …")]
    assert items(101)[-1] == "- … and 1 more"
