"""A value against its schemas: what is told, and where."""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.findings import Direction
from nemogen.recordings.violation import ValuePath
from tests.recordings.samples import schema_of

OBJECT = {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]}


def reported(
    value: Any,
    schema: Any,
    document: Any = None,
    direction: Direction = Direction.RESPONSE,
    version: str = "3.1.0",
) -> list[str]:
    """Each violation as `kind place`."""
    node, judge = schema_of(schema, document, version)
    return [f"{found.kind} {found.path}".rstrip() for found in judge.judge(value, node, direction, ValuePath())]


@pytest.mark.parametrize(
    ("value", "schema", "expected"),
    [
        ({}, OBJECT, ["missing a"]),
        ({"a": None}, OBJECT, ["null a"]),
        ({"a": 1}, OBJECT, ["type a"]),
        ({"a": "x", "b": 1}, OBJECT, ["undeclared b"]),
        ({"a": "x", "b": 1}, {**OBJECT, "additionalProperties": False}, ["forbidden b"]),
        ({"a": "x", "b": 1}, {**OBJECT, "additionalProperties": True}, []),
        ({"a": "x", "b": 1}, {**OBJECT, "additionalProperties": {"type": "string"}}, ["type {}"]),
        ({"a": "x", "b.c": [{}]}, {**OBJECT, "additionalProperties": {"items": OBJECT}}, ["missing {}[].a"]),
        ({"b": 1}, {"type": "object"}, []),
        ("c", {"type": "string", "enum": ["a", "b"]}, ["enum"]),
        (None, {"type": "string", "nullable": True, "enum": ["a"]}, []),
        (None, {"type": ["string", "null"]}, []),
        (None, {}, []),
        (None, {"anyOf": [{"type": "string"}, {"nullable": True}]}, []),
        (5, {"anyOf": [{"type": "string"}, {"nullable": True}]}, ["type"]),
        (True, {"type": "integer"}, ["type"]),
        (1.0, {"type": "integer"}, []),
        (1, {"enum": [True]}, ["enum"]),
        (2, {"maximum": 2, "exclusiveMaximum": True}, ["bound"]),
        (2, {"exclusiveMaximum": 2}, ["bound"]),
        (0.3, {"multipleOf": 0.1}, []),
        ("ab", {"pattern": "^a$"}, ["pattern"]),
        ("ab", {"pattern": "(((", "minLength": "x"}, []),
        ([1, 1.0], {"uniqueItems": True}, ["bound"]),
        ([1, True], {"uniqueItems": True}, []),
        (["x", 1], {"prefixItems": [{"type": "string"}], "items": {"type": "string"}}, ["type []"]),
        ([1], {"contains": {"type": "string"}}, ["contains"]),
        ({"a": 1}, {"dependentRequired": {"a": ["b"]}}, ["missing b"]),
        ({"kind": "x"}, {"if": {"properties": {"kind": {"const": "x"}}}, "then": {"required": ["y"]}}, ["missing y"]),
        ({"xy": 1}, {"propertyNames": {"maxLength": 1}}, ["name xy"]),
        (1, {"not": {"type": "integer"}}, ["not"]),
        ({"x": 1}, {"properties": {"a": {}}, "unevaluatedProperties": False}, ["forbidden x"]),
        ({"a": 1, "x": 1}, {"properties": {"a": {}}, "unevaluatedProperties": {"type": "string"}}, ["type {}"]),
        ([1, 2], {"prefixItems": [{}], "unevaluatedItems": {"type": "string"}}, ["type []"]),
        ([1, 2], {"prefixItems": [{}], "unevaluatedItems": False}, ["not []"]),
        (None, {"enum": [None], "const": "a"}, ["null"]),
        (None, {"allOf": [{"oneOf": [{}, {"nullable": True}]}]}, []),  # who writes null twice does not forbid it
        ({"k": 1}, {"oneOf": [{"required": ["k"], "properties": {"k": {"const": 1}}}, {}]}, ["ambiguous"]),
    ],
)
def test_a_disagreement_is_reported_by_kind_and_place(value: Any, schema: Any, expected: list[str]) -> None:
    assert reported(value, schema) == expected


def test_members_that_allof_declares_together_are_known() -> None:
    inner: list[Any] = [{"properties": {"in": {"properties": {name: {}}}}} for name in ("x", "y")]
    assert reported({"in": {"x": 1, "y": 2, "z": 3}}, {"allOf": inner}) == ["undeclared in.z"]


def test_the_branch_with_the_right_tag_is_reported_about_and_no_other() -> None:
    branches = [
        {"type": "object", "properties": {"role": {"enum": [role]}, role: {}}, "required": ["role", role]}
        for role in ("user", "tool", "system")
    ]
    assert reported([{"role": "tool"}], {"items": {"oneOf": branches}}) == ["missing [].tool"]


def test_a_value_of_no_branch_is_reported_once() -> None:
    assert reported(1, {"anyOf": [{"type": "string"}, OBJECT]}) == ["type"]


def test_two_fitting_branches_of_a_oneof_are_ambiguous_and_of_an_anyof_are_not() -> None:
    branches = [{"type": "object"}, {"type": "object", "properties": {"a": {}}}]
    assert reported({"a": 1}, {"oneOf": branches}) == ["ambiguous"]
    assert reported({"a": 1}, {"anyOf": branches}) == []


def test_a_reference_is_followed_also_in_circles_and_relative_to_its_own_schema() -> None:
    tree = {
        "type": "object",
        "properties": {"children": {"type": "array", "items": {"$ref": "#/schema"}}, "v": {"type": "string"}},
    }
    assert reported({"children": [{"children": [{"v": 1}]}]}, tree) == ["type children[].children[].v"]
    relative = {"properties": {"a": {"type": "string"}, "b": {"$ref": "#/properties/a"}}}
    assert reported({"b": 1}, relative) == ["type b"]
    assert reported({"b": 1}, {"$ref": "#/schema"}) == []


@pytest.mark.parametrize(("version", "expected"), [("3.1.0", ["bound", "pattern"]), ("3.0.3", [])])
def test_what_stands_beside_a_reference_counts_from_openapi_3_1_on(version: str, expected: list[str]) -> None:
    document = {"a": {"$ref": "#/b", "maxLength": 1}, "b": {"type": "string"}}
    assert sorted(reported("xy", {"$ref": "#/a", "pattern": "^z"}, document, version=version)) == expected
    direction = {"properties": {"id": {"$ref": "#/b", "readOnly": True}}, "required": ["id"]}
    assert reported({}, direction, document, Direction.REQUEST, version) == []


def test_a_reference_to_nowhere_allows_any_value() -> None:
    assert reported({"a": {"b": 1}}, {"properties": {"a": {"$ref": "#/gone"}}}) == []


def test_a_member_for_reading_only_is_not_asked_of_a_request() -> None:
    schema = {"properties": {"id": {"readOnly": True}, "key": {"writeOnly": True}}, "required": ["id", "key"]}
    assert reported({}, schema, direction=Direction.REQUEST) == ["missing key"]
    assert reported({}, schema, direction=Direction.RESPONSE) == ["missing id"]


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"not": {"type": "null"}}, ["null"]),
        ({"if": {}, "then": {"type": "string"}}, ["null"]),
        ({"if": {"type": "string"}, "else": {}}, []),
        ({"type": ["string", "null"], "allOf": [{"type": "string"}]}, ["null"]),
        ({"nullable": True, "enum": ["a"], "allOf": [{"type": "string"}]}, []),
        ({"oneOf": [{}, {}]}, ["ambiguous"]),
    ],
)
def test_null_is_a_value_as_any_other(schema: Any, expected: list[str]) -> None:
    assert reported(None, schema) == expected


def test_a_union_of_null_alone_admits_nothing_else() -> None:
    assert reported([], {"anyOf": [{"type": "null"}]}) == ["type"]
    assert reported([], {"anyOf": [{"nullable": True}]}) == [], "without a type it says nothing"


def test_nested_unions_are_walked_once_a_place() -> None:
    document: dict[str, Any] = {"s0": {"type": "string"}}
    value: Any = 1
    for depth in range(1, 41):
        inner = {"x": {"$ref": f"#/s{depth - 1}"}}
        branches = [{"type": "object", "properties": inner}, {"type": "object", "properties": {**inner, "y": {}}}]
        document[f"s{depth}"] = {"anyOf": branches}
        value = {"x": value}
    assert reported(value, {"$ref": "#/s40"}, document) == ["type " + ".".join(["x"] * 40)]


def test_a_pattern_that_takes_forever_is_abandoned() -> None:
    assert reported("a" * 40 + "!", {"pattern": "^(a|a)*$"}) in ([], ["pattern"])


def test_what_the_explanation_does_not_see_is_reported_in_the_words_of_the_validator() -> None:
    around = {"components": {"schemas": {"List": LIST_OF_ANYTHING, "Numbers": NUMBERS}}}
    node, judge = schema_of({"$ref": "#/components/schemas/Numbers"}, around)
    [found] = judge.judge({"list": [1, "x"]}, node, Direction.RESPONSE, ValuePath("", "/body/json"))
    assert (found.kind, found.path, found.instance) == ("invalid", "list[]", "/body/json/list/1")
    assert (found.keyword, found.value) == ("type", "x")
    assert "not of type" in found.expected
    assert judge.judge({"list": [1, 2]}, node, Direction.RESPONSE, ValuePath()) == []


LIST_OF_ANYTHING = {
    "$id": "urn:list",
    "properties": {"list": {"items": {"$dynamicRef": "#item"}}},
    "$defs": {"any": {"$dynamicAnchor": "item"}},
}
NUMBERS = {"$id": "urn:numbers", "$ref": "urn:list", "$defs": {"item": {"$dynamicAnchor": "item", "type": "integer"}}}


def test_a_wrong_guess_of_the_explanation_does_not_count_where_the_validator_accepts() -> None:
    searched = {"contains": {"type": "string"}, "unevaluatedItems": {"type": "integer"}}
    assert reported(["a", 1], searched) == []
    assert reported(["a", None], searched) == ["invalid"]


def test_a_text_that_is_not_unicode_and_a_number_beyond_all_bounds_are_judged() -> None:
    assert reported({"\ud800": "\ud800"}, {"additionalProperties": {"type": "string", "maxLength": 1}}) == []
    assert reported(["\ud800\ud800"], {"items": {"maxLength": 1}}) == ["bound []"]
    assert reported(10**400, {"maximum": 1}) == ["bound"]


@pytest.mark.parametrize("levels", [600, 200_000])
def test_a_value_that_is_nested_without_end_is_not_given_to_the_validator(levels: int) -> None:
    value: Any = "x"
    for _ in range(levels):
        value = [value]
    assert reported(value, {"items": {"$ref": "#/schema"}}) == ["depth"]


@pytest.mark.parametrize(
    ("value", "schema", "expected"),
    [
        (3, {"type": "integer", "exclusiveMinimum": 3}, "exclusiveMinimum"),
        (3, {"minimum": 3, "exclusiveMinimum": True}, "exclusiveMinimum"),
        ("c", {"oneOf": [{"const": "a"}, {"const": "b"}]}, "oneOf"),
        ("c", {"const": "a"}, "const"),
        ("c", {"type": "string", "enum": ["a"]}, "enum"),
    ],
)
def test_a_violation_names_the_keyword_that_is_written_and_the_object_that_has_it(
    value: Any, schema: Any, expected: str
) -> None:
    node, judge = schema_of({"properties": {"x": schema}})
    [found] = judge.judge({"x": value}, node, Direction.RESPONSE, ValuePath())
    assert (found.keyword, found.schema) == (expected, "/schema/properties/x")


@pytest.mark.parametrize("is_spelled_out", [True, False])
def test_the_branch_that_a_discriminator_names_is_reported_about(is_spelled_out: bool) -> None:
    kinds = {name: {"type": "object", "properties": {name: {}}, "required": [name]} for name in ("cat", "dog")}
    mapping = {name: f"#/components/schemas/{name}" for name in kinds}
    union = {
        "oneOf": [{"$ref": target} for target in mapping.values()],
        "discriminator": {"propertyName": "kind", **({"mapping": mapping} if is_spelled_out else {})},
    }
    around = {"components": {"schemas": kinds}}
    assert reported({"kind": "dog", "cats": 1}, union, around) == ["missing dog", "undeclared kind", "undeclared cats"]
