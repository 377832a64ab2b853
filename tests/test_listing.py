from __future__ import annotations

import pytest

from nemogen.listing import list_names


@pytest.mark.parametrize(
    ("names", "text"),
    [("", ""), ("a", "a"), ("ab", "a and b"), ("abc", "a, b and c"), ("abcd", "a, b, c and 1 more")],
)
def test_names_are_listed_as_in_a_sentence(names: str, text: str) -> None:
    assert list_names([*names], 3) == text
