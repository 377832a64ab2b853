"""Spellings of one regular expression have one form; patterns that match other texts have another."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.openapi.pattern_form import matches_any_text, pattern_form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("^(?:x)$", "^x$"),
        ("^(x)$", "^x$"),
        ("(?:^x$)", "^x$"),
        ("x.*", "x"),
        (".*x", "x"),
        ("^[\\s\\S]*x$", "x$"),
        ("^x[\\s\\S]*$", "^x"),
        ("^\\d{3}$", "^[0-9]{3}$"),
        ("^a{1,}$", "^a+$"),
        ("^a\\/b$", "^a/b$"),
        ("^(?:a|b)c", "^(a|b)c"),
    ],
)
def test_spellings_of_one_pattern_have_one_form(one: str, other: str) -> None:
    assert pattern_form(one) == pattern_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("^(a|b)$", "^a|b$"),
        ("^.*x", "x"),
        ("x.*$", "x"),
        (".*?x|y", "x|y$"),
        ("\\.*x", "x"),
        ("(a)(b)*", "(a)(?:b)"),
        ("(a)\\1", "(?:a)\\1"),
        ("[(]x", "(x"),
        ("^.*$", ""),
    ],
)
def test_patterns_that_match_other_texts_have_other_forms(one: str, other: str) -> None:
    assert pattern_form(one) != pattern_form(other)


@pytest.mark.parametrize("pattern", ["", ".*", "^.*", "(.*)$", "^[\\s\\S]*$", "^", "$", ".{0,}", "^(?:.*)"])
def test_what_matches_any_text(pattern: str) -> None:
    assert matches_any_text(pattern)


_PIECES = st.sampled_from(["a", "b", ".", "*", "+", "?", "^", "$", "(", "(?:", ")", "|", "[ab]", "[\\s\\S]", "{1,}"])


@given(st.lists(_PIECES, max_size=7).map("".join), st.lists(st.sampled_from("ab\n"), max_size=4).map("".join))
@settings(max_examples=300, deadline=None)
def test_the_form_of_a_pattern_matches_just_the_same_texts(pattern: str, text: str) -> None:
    try:
        expected = re.compile(pattern.replace("$", r"\Z"))
    except re.error:
        return
    form = re.compile(pattern_form(pattern).replace("$", r"\Z"))
    assert bool(expected.search(text)) == bool(form.search(text)), pattern_form(pattern)
