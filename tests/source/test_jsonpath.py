"""What is followed without the library selects what the library selects."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonpath_rfc9535 import JSONPathEnvironment

from nemogen.openapi.text_json import MAX_DEPTH
from nemogen.source.jsonpath import QueryError, compile_path, select

NAMES = ["a", "b", "é", "a-b", "it's", "$", "0", "aé"]
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.integers(0, 3) | st.sampled_from(NAMES),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4),
    max_leaves=25,
)
STEPS = [
    ".a",
    ".b",
    "..a",
    "..b",
    ".é",
    "..aé",
    " .a",
    "['a-b']",
    "..['a', 'b']",
    "..['a','a']",
    "['it\\'s']",
    '["a"]',
    "[0]",
    "..[-1]",
    ".*",
    "..*",
    "[?@.a]",
    "..[?@ == 'a' || @.b > 1]",
    "[?@.a == $.a]",
    "['$']",
    "['a', 0]",
]


@given(st.lists(st.sampled_from(STEPS), max_size=4), VALUES)
def test_a_query_selects_what_the_library_selects_in_the_same_order(steps: list[str], value: Any) -> None:
    text = "".join(("$", *steps))
    expected = {node.location: node.value for node in JSONPathEnvironment().compile(text).finditer(value)}
    found = select(compile_path(text), value)
    assert found == list(expected.items())
    assert all(node is expected[location] for location, node in found)


NOT_QUERIES = [
    "",
    "$.",
    "$..",
    "a",
    "$.a.",
    "$['a'",
    "$.a b",
    "$.a[",
    "$ ",
    "$..['a',]",
    "x.a",
    "$['a\n']",
]


@pytest.mark.parametrize("text", NOT_QUERIES)
def test_what_is_not_a_query_is_refused(text: str) -> None:
    with pytest.raises(QueryError):
        compile_path(text)


def test_a_filter_behind_names_may_name_the_root() -> None:
    document = {"x": 1, "a": {"list": [{"b": 1}, {"b": 2}, {"b": "$"}]}}
    for text, indexes in (("[?@.b == $.x]", [0]), ("[?@.b == '$']", [2]), ("[?@.b == 2]", [1])):
        found = select(compile_path(f"$.a.list{text}"), document)
        assert [location for location, _ in found] == [("a", "list", index) for index in indexes]


def test_what_a_document_may_hold_is_searched_to_its_end() -> None:
    value: Any = {"x": 1}
    for _ in range(MAX_DEPTH - 1):
        value = [value]
    assert len(select(compile_path("$..[?@ == 1]"), value)) == 1


def test_names_are_followed_to_any_depth() -> None:
    document: Any = {"a": 1}
    for _ in range(3_000):
        document = {"b": document}
    ((location, value),) = select(compile_path("$..a"), document)
    assert (len(location), value) == (3_001, 1)


def test_the_library_is_imported_for_no_query_of_names_alone() -> None:
    code = """
import sys
from nemogen.source.jsonpath import compile_path, select
found = select(compile_path("$.paths['/pets']..get"), {"paths": {"/pets": {"get": 1}}})
print(found, "jsonpath_rfc9535" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[(('paths', '/pets', 'get'), 1)] False\n"
