from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemogen.naming.canonical_values import fits
from tests.canonical_nodes import node
from tests.naming.small import read

VALUES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.lists(st.integers())


def test_a_constant_is_an_enumeration_of_one_value() -> None:
    assert read({"const": "a"}) == ({"type": "string", "enum": ["a"]}, [])


@pytest.mark.parametrize("name", ["byte", "date", "date-time", "decimal", "time", "uuid", "email", "uri"])
def test_a_format_is_kept_where_python_has_a_type_for_it(name: str) -> None:
    expected = {"type": "string"} if name in ("email", "uri") else {"type": "string", "format": name}
    assert read({"type": "string", "format": name})[0] == expected


def test_true_and_one_are_two_values_of_two_types() -> None:
    branches = [{"type": "boolean", "enum": [True]}, {"type": "integer", "enum": [1]}]
    assert read({"enum": [1, True]}) == ({"anyOf": branches}, [])


def test_a_value_that_is_named_twice_is_taken_once_and_reported() -> None:
    assert read({"enum": ["a", "b", "a"]}) == ({"type": "string", "enum": ["a", "b"]}, ["enum-duplicate"])


def test_values_of_another_type_than_the_declared_one_win() -> None:
    assert read({"type": "integer", "enum": ["1"]}) == ({"type": "string", "enum": ["1"]}, ["enum-type"])


def test_whole_numbers_are_values_of_a_number() -> None:
    assert read({"type": "number", "enum": [1, 2]}) == ({"type": "integer", "enum": [1, 2]}, [])


def test_whole_numbers_with_a_point_are_written_without_it() -> None:
    found, ids = read({"enum": [3.0, 1, 2.0]})
    assert (found, ids) == ({"type": "integer", "enum": [1, 2, 3]}, [])
    assert [type(value) for value in found["enum"]] == [int, int, int]


def test_texts_and_numbers_stay_what_they_are() -> None:
    variants = [{"type": "integer", "enum": [1]}, {"type": "string", "enum": ["1", "x"]}]
    assert read({"enum": ["x", 1, "1"]}) == ({"anyOf": variants}, [])


def test_fractions_become_any_number_and_objects_any_value() -> None:
    assert read({"enum": [0.5]}) == ({"type": "number"}, ["enum-not-typed"])
    assert read({"enum": [{"a": 1}, "b"]}) == ({}, ["enum-not-typed"])


@pytest.mark.parametrize("schema", [{}, {"enum": 5}, {"enum": []}, {"enum": None}])
def test_a_schema_that_names_no_value_is_no_enumeration(schema: dict[str, Any]) -> None:
    assert read(schema)[0] == {}


@given(st.lists(VALUES, min_size=1))
def test_every_value_of_an_enumeration_fits_what_it_becomes(values: list[Any]) -> None:
    found, _ = read({"enum": values})
    assert all(fits(value, node(found)) for value in values if value is not None)


@pytest.mark.parametrize(
    ("value", "schema", "expected"),
    [
        (1.0, {"type": "integer"}, True),
        (1.5, {"type": "integer"}, False),
        (True, {"type": "integer"}, False),
        (10**400, {"type": "number"}, True),
        ([], {"type": "array"}, True),
        ({}, {"type": "array"}, False),
        ("x", {"$ref": "#/components/schemas/A"}, True),
        ("x", {"anyOf": [{"type": "integer"}, {"type": "string"}]}, True),
        (None, {"type": "null"}, True),
    ],
)
def test_a_default_fits_when_its_type_does(value: Any, schema: dict[str, Any], expected: bool) -> None:
    assert fits(value, node(schema)) is expected
