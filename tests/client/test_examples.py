"""The values of a README's examples are values that their schemas accept."""

from __future__ import annotations

import ast
import json
import string
from typing import Any

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.client.examples import example, json_text, python_models, python_value
from nemogen.text_safety import in_python_string
from tests.canonical_nodes import node, nodes

NAMES = st.text(string.ascii_letters + "_é\"'\\\n$`", min_size=1, max_size=8)
STRINGS = st.builds(
    lambda low, room: {"type": "string", "minLength": low, "maxLength": low + room},
    st.integers(0, 12),
    st.integers(0, 12),
)
NUMBERS = st.builds(
    lambda kind, low, room: {"type": kind, "minimum": low, "maximum": low + room},
    st.sampled_from(["integer", "number"]),
    st.integers(-50, 50),
    st.integers(0, 50),
)
BETWEEN = st.builds(
    lambda kind, low, room: {"type": kind, "exclusiveMinimum": low, "exclusiveMaximum": low + 2 + room},
    st.sampled_from(["integer", "number"]),
    st.integers(-50, 50),
    st.integers(0, 50),
)
NARROW = st.integers(-50, 50).map(lambda low: {"type": "number", "exclusiveMinimum": low, "maximum": low + 0.5})
ENUMS = st.lists(st.one_of(st.text(max_size=5), st.integers()), min_size=1, max_size=3).map(lambda each: {"enum": each})
OTHERS = st.sampled_from(["boolean", "object", "null"]).map(lambda kind: {"type": kind})
PLAIN = st.one_of(STRINGS, NUMBERS, BETWEEN, NARROW, ENUMS, OTHERS)


def _objects(inner: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    def made(properties: dict[str, dict[str, Any]], count: int) -> dict[str, Any]:
        return {"type": "object", "properties": properties, "required": sorted(properties)[:count]}

    return st.builds(made, st.dictionaries(NAMES, inner, max_size=4), st.integers(0, 4))


SCHEMAS = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        _objects(inner),
        st.builds(lambda items, count: {"type": "array", "items": items, "minItems": count}, inner, st.integers(0, 3)),
        st.lists(inner, min_size=1, max_size=3).map(lambda branches: {"anyOf": branches}),
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(SCHEMAS, NAMES)
def test_an_example_fits_its_schema(schema: dict[str, Any], name: str) -> None:
    jsonschema.validate(example(node(schema), {}, name), schema)


@given(SCHEMAS, NAMES)
def test_the_literal_of_an_example_is_the_example(schema: dict[str, Any], name: str) -> None:
    value = example(node(schema), {}, name)
    assert ast.literal_eval(python_value(value)) == value


@given(st.text())
def test_a_literal_is_one_visible_line_between_double_quotes(text: str) -> None:
    for literal, read in ((in_python_string(text), ast.literal_eval), (json_text(text), json.loads)):
        assert literal.isprintable()
        assert literal[0] == literal[-1] == '"'
        assert read(literal) == text


def test_a_text_says_hello_where_somebody_speaks_and_its_own_name_elsewhere() -> None:
    assert [example(node({"type": "string"}), {}, name) for name in ("content", "voice", "", "a\nb")] == [
        "Hello",
        "voice",
        "Hello",
        "Hello",
    ]
    assert example(node({"type": "string", "format": "date"}), {}, "day") == "2025-01-31"


def test_the_chosen_branch_of_a_union_carries_the_tag_that_names_it() -> None:
    schemas: dict[str, Any] = {
        "Dog": {"type": "object", "properties": {"kind": {"type": "string"}}, "required": ["kind"]},
        "Cat": {"type": "object", "properties": {"kind": {"type": "string"}}, "required": ["kind"]},
    }
    mapping = {"wolf": "#/components/schemas/Wolf", "dog": "#/components/schemas/Dog"}
    union = {
        "anyOf": [{"type": "null"}, {"$ref": "#/components/schemas/Dog"}, {"$ref": "#/components/schemas/Cat"}],
        "discriminator": {"propertyName": "kind", "mapping": mapping},
    }
    assert example(node(union), nodes(schemas)) == {"kind": "dog"}


def test_a_schema_without_an_end_gets_an_example_with_one() -> None:
    tree: dict[str, Any] = {
        "type": "object",
        "properties": {"child": {"$ref": "#/components/schemas/Tree"}},
        "required": ["child"],
    }
    value = example(node(tree), nodes({"Tree": tree}))
    depth = 0
    while value is not None:
        value, depth = value["child"], depth + 1
    assert depth == 7


def test_objects_become_models_where_their_names_are_names_of_python() -> None:
    user = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}
    odd = {"type": "object", "properties": {"a-b": {"type": "string"}}, "required": ["a-b"]}
    schemas = nodes({"User": user, "Odd": odd})
    used: set[str] = set()
    users = node({"type": "array", "items": {"$ref": "#/components/schemas/User"}})
    assert python_models(users, schemas, example(users, schemas), used) == '[User(name="name")]'
    strange = node({"$ref": "#/components/schemas/Odd"})
    assert python_models(strange, schemas, example(strange, schemas), used) == '{"a-b": "a-b"}'
    assert used == {"User"}
