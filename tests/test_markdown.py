from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from nemogen.text_safety import in_code_span, in_markdown, plain, prose_in_markdown

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
NASTY = st.text(alphabet="ab1 \\`*_[]()<>|~$#-+.!&;:@/=w\n", max_size=30) | st.text(max_size=20)


def shown(markdown: str) -> str:
    """What a reader sees of one line of Markdown, the zero-width spaces left out."""
    (block, inline, _) = RENDERER.parse(markdown)
    assert block.type == "paragraph_open"
    kinds = {token.type for token in inline.children or ()}
    assert kinds <= {"text", "text_special", "code_inline"}
    return "".join(token.content for token in inline.children or ()).replace("\u200b", "")


@example("---")
@given(NASTY.map(plain).filter(bool))
def test_escaped_text_shows_itself_and_nothing_else(text: str) -> None:
    assert shown(in_markdown(text)) == text


@given(NASTY.map(plain).filter(bool))
def test_a_code_span_shows_its_text(text: str) -> None:
    assert shown(in_code_span(text)) == text


@given(st.text(alphabet="abc|`\\ ", min_size=1).map(plain).filter(bool))
def test_a_cell_of_a_table_stays_one_cell(text: str) -> None:
    tokens = RENDERER.parse(f"| a | b |\n|---|---|\n| {in_markdown(text)} | end |")
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
        assert "https:\u200b//" in in_markdown(text)
    else:
        assert not re.search(found, in_markdown(text))


@given(NASTY.map(plain).filter(bool))
def test_prose_shows_its_text_without_the_backticks_of_its_code_spans(text: str) -> None:
    assert shown(prose_in_markdown(text)).replace("`", "").split() == text.replace("`", "").split()


def test_names_in_backticks_become_code_and_the_rest_is_escaped() -> None:
    assert prose_in_markdown("`a_b` is *gone*, see `x|y`") == r"`a_b` is \*gone\*, see `x|y`"
    assert prose_in_markdown("one ` only") == r"one \` only"
