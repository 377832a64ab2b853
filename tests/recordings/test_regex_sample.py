from __future__ import annotations

import random
import re

import pytest

from nemogen.recordings.regex_sample import UnknownPattern, text_for


def samples(pattern: str) -> set[str]:
    return {text_for(pattern, random.Random(seed)) for seed in range(200)}


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        ("abc", {"abc"}),
        ("^a$", {"a"}),
        ("a|b|c", {"a", "b", "c"}),
        ("a(b|c)d", {"abd", "acd"}),
        ("(?:a|b)c", {"ac", "bc"}),
        ("(?<name>a)b", {"ab"}),
        ("ab?", {"a", "ab"}),
        ("ab??", {"a", "ab"}),
        ("ab*", {"a", "ab", "abb", "abbb"}),
        ("ab+c", {"abc", "abbc", "abbbc"}),
        ("ab+?", {"ab", "abb", "abbb"}),
        ("a{2}", {"aa"}),
        ("a{1,2}", {"a", "aa"}),
        ("a{2,}", {"aa", "aaa", "aaaa", "aaaaa"}),
        ("a{3,1}", {"aaa"}),
        ("(ab){2}", {"abab"}),
        ("[ab]", {"a", "b"}),
        ("[a-c]", {"a", "b", "c"}),
        ("[a-cx]", {"a", "b", "c", "x"}),
        ("[a-]", {"a", "-"}),
        (r"[\]]", {"]"}),
        (r"\.\/", {"./"}),
        (r"\x41\u0042", {"AB"}),
        (r"\n\r\t\f\v", {"\n\r\t\f\v"}),
        (r"\bA\B", {"A"}),
        (r"\s\D\W\S", {" a-a"}),
        (r"[\d]", set("0123456789")),
        (r"\d", set("0123456789")),
        (".", set("abcdefghijklmnopqrstuvwxyz")),
        ("", {""}),
        ("a|", {"a", ""}),
        ("~", {"~"}),
        ("[^!-~]", {" "}),
        ("[^ -}]", {"~"}),
    ],
)
def test_a_pattern_gives_texts_of_its_kind(pattern: str, texts: set[str]) -> None:
    found = samples(pattern)
    # Of many texts, one may come of no seed: which come differs with the version of Python.
    assert found <= texts
    assert len(found) == len(texts) or len(texts) > 10 <= len(found)


@pytest.mark.parametrize(
    "pattern", [r"[^a-z]{3}", r"[^\d]", r"\w{4}", r"^[A-Za-z_][A-Za-z0-9_]*$", r"(a[^b]){1,2}|\d+"]
)
def test_every_text_of_a_pattern_matches_it(pattern: str) -> None:
    found = samples(pattern)
    assert all(re.fullmatch(pattern, text) for text in found), found
    assert len(found) > 5


@pytest.mark.parametrize(
    "pattern",
    [
        "a)", "(a", "(?=a)", "(?!a)", "(?<=a)", "*a", "+", "?", "{2}", "a**", "[a", "[", "[a-", "\\", r"\p{L}",
        r"\P{L}", r"\k<a>", r"\1", r"\u004", r"\u00zz", r"\x4", r"a{1001}",
    ],
)  # fmt: skip
def test_a_pattern_with_other_syntax_is_refused(pattern: str) -> None:
    with pytest.raises(UnknownPattern):
        text_for(pattern, random.Random(1))


def test_at_most_a_thousand_are_made_of_one() -> None:
    assert text_for("a{1000}", random.Random(1)) == "a" * 1000
    assert {len(text_for("a{999,5000}", random.Random(seed))) for seed in range(20)} == {999, 1000}
