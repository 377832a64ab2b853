from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nemogen.text_safety import UNPRINTABLE, clip, plain, unlinked


@given(st.text(alphabet=st.characters()))
def test_no_text_keeps_a_character_that_a_terminal_obeys(text: str) -> None:
    result = plain(text)
    assert not UNPRINTABLE.search(result)
    assert len(result.splitlines()) <= 1
    result.encode()
    assert plain(result) == result


def test_controls_are_spelt_out_and_words_stay_as_they_are() -> None:
    assert plain("a\x1b[31m\x9b b\r\n\tc \u202e \ud800 \U000e0041") == r"a\x1b[31m\x9b b c \u202e \ud800 \U000e0041"
    assert plain("Grüße, 世界, 👩\u200d🚀 {x} `y` \\n") == "Grüße, 世界, 👩\u200d🚀 {x} `y` \\n"


def test_a_long_text_ends_in_an_ellipsis() -> None:
    assert clip("abcdef", 6) == "abcdef"
    assert clip("abc def", 5) == "abc…"


def test_people_and_issues_are_not_called_by_a_text() -> None:
    assert unlinked("@octocat closes #12, a@b, # and @") == "@\u200boctocat closes #\u200b12, a@\u200bb, # and @"
