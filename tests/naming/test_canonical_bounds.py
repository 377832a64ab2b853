from __future__ import annotations

import operator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.naming import small

_NUMERIC = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
BOUNDS = {
    "number": _NUMERIC,
    "integer": _NUMERIC,
    "string": ("minLength", "maxLength", "pattern"),
    "array": ("minItems", "maxItems"),
}
JUNK = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.lists(st.integers())


def read(**schema: Any) -> tuple[dict[str, Any], list[str]]:
    found, ids = small.read(schema)
    return {key: value for key, value in found.items() if key not in ("type", "items")}, ids


def test_exclusive_bounds_of_openapi_3_0_become_those_of_3_1() -> None:
    assert read(type="number", minimum=0, exclusiveMinimum=True) == ({"exclusiveMinimum": 0}, [])
    assert read(type="number", maximum=9, exclusiveMaximum=False) == ({"maximum": 9}, [])


@pytest.mark.parametrize(
    ("bound", "value", "whole"),
    [("minimum", 0.5, 1), ("exclusiveMinimum", 0.5, 1), ("maximum", 1.5, 1), ("exclusiveMaximum", 1.5, 1)],
)
def test_a_fractional_bound_of_whole_numbers_is_the_whole_one_that_means_the_same(
    bound: str, value: float, whole: int
) -> None:
    inclusive = "minimum" if "inimum" in bound else "maximum"
    assert read(type="integer", **{bound: value}) == ({inclusive: whole}, [])
    accepts = {"minimum": operator.ge, "exclusiveMinimum": operator.gt}
    accepts |= {"maximum": operator.le, "exclusiveMaximum": operator.lt}
    assert all(accepts[bound](number, value) == accepts[inclusive](number, whole) for number in range(-3, 4))


@pytest.mark.parametrize(
    ("kind", "bound", "value"),
    [
        ("string", "minLength", -1),
        ("string", "maxLength", 1.5),
        ("string", "maxLength", 10**30),
        ("string", "maxLength", 2**53 + 1),
        ("array", "minItems", "2"),
        ("integer", "multipleOf", 0),
        ("integer", "multipleOf", 0.5),
        ("number", "minimum", float("inf")),
        ("number", "maximum", 10**400),
        ("number", "minimum", True),
        ("string", "pattern", "(?<x"),
        ("string", "pattern", "(?=look)ahead"),
        ("string", "pattern", "a{99999999999}"),
        ("string", "pattern", 5),
    ],
)
def test_a_bound_that_no_model_can_check_is_left_to_the_server_and_reported(kind: str, bound: str, value: Any) -> None:
    found, ids = read(type=kind, **{bound: value})
    assert found == {}
    assert ids in (["bound-unreadable"], ["keyword-unreadable"])


def test_the_highest_length_that_json_passes_on_unharmed_is_kept() -> None:
    assert read(type="string", maxLength=2**53) == ({"maxLength": 2**53}, [])


def test_a_length_that_is_written_as_a_float_is_whole() -> None:
    assert repr(read(type="string", minLength=2.0)[0]) == "{'minLength': 2}"


@given(st.sampled_from(sorted(BOUNDS)), st.data())
def test_pydantic_takes_every_bound_that_is_kept(kind: str, data: st.DataObject) -> None:
    from pydantic_core import SchemaValidator

    given_bounds = {name: data.draw(JUNK, label=name) for name in BOUNDS[kind]}
    found, _ = read(type=kind, **given_bounds)
    names = {
        "minimum": "ge",
        "maximum": "le",
        "exclusiveMinimum": "gt",
        "exclusiveMaximum": "lt",
        "multipleOf": "multiple_of",
        "minLength": "min_length",
        "maxLength": "max_length",
        "minItems": "min_length",
        "maxItems": "max_length",
        "pattern": "pattern",
    }
    types = {"number": "float", "integer": "int", "string": "str", "array": "list"}
    validator: Any = {"type": types[kind], **{names[name]: value for name, value in found.items()}}
    assert SchemaValidator(validator)
