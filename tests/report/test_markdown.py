from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.report import ApiReport, Format, Report, State, Subject, render
from generator.report.markdown import PULL_REQUEST_LIMIT, code, escape
from generator.report.markdown import render as render_markdown
from generator.report.plain import plain
from tests.report.samples import BREAKING, DOCS, FULL, HOSTILE, REPORTS

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
NASTY = st.text(alphabet="ab1 \\`*_[]()<>|~$#-+.!&;:@/=w\n", max_size=30) | st.text(max_size=20)


def shown(markdown: str) -> str:
    """What a reader sees of one line of Markdown, the zero-width spaces left out."""
    (block, inline, _) = RENDERER.parse(markdown)
    assert block.type == "paragraph_open"
    kinds = {token.type for token in inline.children or ()}
    assert kinds <= {"text", "text_special", "code_inline"}
    return "".join(token.content for token in inline.children or ()).replace("\u200b", "")


@given(NASTY.map(plain).filter(bool))
def test_escaped_text_shows_itself_and_nothing_else(text: str) -> None:
    assert shown(escape(text)) == text


@given(NASTY.map(plain).filter(bool))
def test_a_code_span_shows_its_text(text: str) -> None:
    assert shown(code(text)) == text


@given(st.text(alphabet="abc|`\\ ", min_size=1).map(plain).filter(bool))
def test_a_cell_of_a_table_stays_one_cell(text: str) -> None:
    tokens = RENDERER.parse(f"| a | b |\n|---|---|\n| {escape(text)} | end |")
    cells = [tokens[index + 1].content for index, token in enumerate(tokens) if token.type == "td_open"]
    assert len(cells) == 2
    assert cells[1] == "end"


@pytest.mark.parametrize(
    "text",
    ["@octocat", "fixes #12", "org/repo#1", "https://evil.test", "www.evil.test", "a@evil.test", "GH-12", ":tada:"],
)
def test_github_finds_no_person_issue_address_or_emoji_in_escaped_text(text: str) -> None:
    found = r"@\w|#\d|//|www\.|GH-\d|:\w+:"
    if "//" in text:
        assert "https:\u200b//" in escape(text)
    else:
        assert not re.search(found, escape(text))


def test_the_body_shows_states_findings_and_folds_prose() -> None:
    text = render(FULL, Format.MARKDOWN)
    assert "### pets, 0.1.0 → 0.2.0" in text
    assert "| upstream | **breaking** | 1 breaking, 1 additive, 1 docs |" in text
    assert "| lock | holds |  |" in text
    assert "#### Breaking (1)" in text
    assert (
        "- `POST /chats`: the property \\`model\\` is gone<br>"
        "`response-property-removed` at `specs/pets/openapi.json:12:5` and 62 more" in text
    )
    assert "<details><summary>1 docs</summary>" in text
    assert "accepted by approvals: 1 breaking" in text
    assert "#### Docs (1)" in render(FULL, Format.MARKDOWN, verbose=True)


def test_hostile_text_makes_no_html_and_no_link() -> None:
    html = MarkdownIt("commonmark").enable("table").render(render(HOSTILE, Format.MARKDOWN))
    assert "<script" not in html
    assert "<a " not in html
    assert "\x1b" not in html


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
    assert text.endswith("… and more: the report is too long for this place.\n")
