from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemogen.pointer import MISSING, follow, from_fragment, join, split

STEPS = st.lists(st.text(max_size=8), max_size=6)


@given(STEPS)
def test_what_is_joined_splits_into_the_same_steps(steps: list[str]) -> None:
    assert split(join("", *steps)) == tuple(steps)


@given(STEPS, STEPS)
def test_joining_in_two_parts_is_joining_at_once(first: list[str], second: list[str]) -> None:
    assert join(join("", *first), *second) == join("", *first, *second)


@given(STEPS)
def test_a_pointer_leads_to_what_was_put_there(steps: list[str]) -> None:
    document: Any = "found"
    for step in reversed(steps):
        document = {step: document}
    assert follow(document, join("", *steps)) == "found"


@pytest.mark.parametrize("pointer", ["/b", "/a/2", "/a/-1", "/a/x", "/a/0/x", "/a/²"])
def test_a_pointer_that_leads_nowhere_is_missing(pointer: str) -> None:
    assert follow({"a": ["text", None]}, pointer) is MISSING


def test_null_is_a_value() -> None:
    assert follow({"a": ["text", None]}, "/a/1") is None


@pytest.mark.parametrize(
    ("reference", "pointer"),
    [("#/a~1b/c%20d", "/a~1b/c d"), ("#", ""), ("#name", None), ("other.json#/a", None), ("", None)],
)
def test_only_a_fragment_that_is_a_pointer_is_one(reference: str, pointer: str | None) -> None:
    assert from_fragment(reference) == pointer
