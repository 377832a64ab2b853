from __future__ import annotations

from typing import Any

import pytest

from nemogen.errors import SpecError
from tests.canonical_nodes import written
from tests.naming.small import findings, one, prepared, properties, read, ref

STRING = {"type": "string"}
NULL = {"type": "null"}


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "nullable": True},
        {"type": ["string", "null"]},
        {"anyOf": [STRING, NULL]},
        {"oneOf": [STRING, {"nullable": True}]},
        {"anyOf": [STRING, {"enum": [None]}]},
        {"anyOf": [STRING], "nullable": True},
        {"allOf": [STRING], "nullable": True},
        {"anyOf": [{"anyOf": [STRING, NULL]}, STRING]},
    ],
)
def test_every_spelling_of_nullable_is_one_spelling(schema: Any) -> None:
    assert read(schema) == ({"anyOf": [STRING, NULL]}, [])


def test_null_alone_is_null() -> None:
    assert read({"type": "null"}) == (NULL, [])


@pytest.mark.parametrize(
    ("schema", "types"),
    [
        ({"properties": {"a": STRING}}, "object"),
        ({"items": STRING}, "array"),
        ({"minLength": 1}, "string"),
        ({"maximum": 3}, "number"),
    ],
)
def test_a_type_that_is_left_out_is_taken_from_the_other_keywords(schema: Any, types: str) -> None:
    assert read(schema)[0]["type"] == types


@pytest.mark.parametrize(
    ("schema", "finding"),
    [
        (5, "schema-unreadable"),
        (False, "schema-unreadable"),
        ({"type": "text"}, "type-unknown"),
        ({"$ref": "#/nowhere"}, "reference-dangling"),
        ({"$ref": 12}, "keyword-unreadable"),
        ({"type": "object", "properties": []}, "keyword-unreadable"),
        ({"type": "object", "required": True}, "keyword-unreadable"),
        ({"type": "string", "oneOf": 5}, "keyword-unreadable"),
        ({"type": "string", "allOf": "x"}, "keyword-unreadable"),
        ({"allOf": [5]}, "schema-unreadable"),
        ({"type": "string", "enum": []}, "enum-empty"),
        ({"type": "string", "default": 3}, "default-unfit"),
        ({"type": "string", "x-nemogen-name": "no name"}, "name-unfit"),
        ({"type": "object", "required": ["a"]}, "required-undeclared"),
    ],
)
def test_what_cannot_be_read_is_repaired_and_reported(schema: Any, finding: str) -> None:
    assert read(schema, {"A": properties(a=STRING)})[1] == [finding]


def test_keywords_of_the_wrong_type_are_passed_over() -> None:
    broken = {"type": "string", "enum": 5, "description": 7, "deprecated": "yes", "title": [], "nullable": "no"}
    assert read(broken)[0] == STRING


def test_a_component_that_is_only_another_name_is_passed_over() -> None:
    schemas = {"A": {**ref("B"), "description": "See B."}, "B": ref("C"), "C": properties(c=STRING)}
    assert read(ref("A"), schemas) == (ref("C"), [])


def test_a_reference_keeps_its_prose_its_default_and_its_null() -> None:
    schema = {**ref("A"), "description": "Why.", "default": {"a": "x"}, "nullable": True}
    found, _ = read(schema, {"A": properties(a=STRING)})
    assert found == {"anyOf": [ref("A"), NULL], "description": "Why.", "default": {"a": "x"}}


def test_a_union_of_equal_branches_is_no_union() -> None:
    assert read({"oneOf": [STRING, {"type": "string", "description": "The same."}]})[0] == STRING


def test_a_union_with_a_branch_of_any_value_takes_any_value() -> None:
    assert read({"anyOf": [STRING, {"description": "Anything."}]})[0] == {}


def test_branches_have_the_type_and_the_properties_of_their_union() -> None:
    found, _ = read({"type": "string", "anyOf": [{"maxLength": 2}, {"enum": ["long"]}]})
    assert found == {"anyOf": [{"type": "string", "maxLength": 2}, {"type": "string", "enum": ["long"]}]}
    found, _ = read({"properties": {"a": STRING}, "oneOf": [properties(b=STRING), properties(c=STRING)]})
    assert [list(branch["properties"]) for branch in found["anyOf"]] == [["a", "b"], ["a", "c"]]


def test_branches_that_only_require_properties_are_left_to_the_server() -> None:
    schema = {**properties(a=STRING, b=STRING), "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}
    found, ids = read(schema)
    assert found == properties(a=STRING, b=STRING)
    assert set(ids) == {"keyword-not-typed"}


@pytest.mark.parametrize(
    ("variant", "only_requires"),
    [
        ({"required": ["a"]}, True),
        ({"type": "object", "required": ["a"]}, True),
        ({"not": {"required": ["a"]}}, True),
        ({"required": ["a"], "not": {"required": ["b"]}}, True),
        ({"required": ["a"], "properties": {"c": STRING}}, False),
        ({"required": ["a"], "minProperties": 2}, False),
        ({"type": "object", "not": {"required": ["a"]}}, False),
        ({"type": "object"}, False),
    ],
)
def test_a_variant_that_says_more_than_what_is_required_is_a_type(variant: Any, only_requires: bool) -> None:
    objects = properties(a=STRING, b=STRING)
    found, ids = read({**objects, "anyOf": [variant, {**variant, **properties(d=STRING)}]})
    assert ("keyword-not-typed" in ids and "d" in found.get("properties", {})) == only_requires


def test_schemas_inside_each_other_without_end_are_cut_off() -> None:
    schema: Any = STRING
    for _ in range(60):
        schema = {"type": "array", "items": schema}
    assert findings(prepared(one(schema))) == ["schema-too-deep"]


def test_references_that_unfold_without_end_are_refused() -> None:
    parts = {f"x-{n}": properties(a={"$ref": f"#/x-{n + 1}"}, b={"$ref": f"#/x-{n + 1}"}) for n in range(30)}
    with pytest.raises(SpecError, match="unfold"):
        prepared({**one({"$ref": "#/x-0"}), **parts, "x-30": STRING})


def test_a_property_that_may_hold_no_value_is_left_out() -> None:
    schema = {"type": "object", "properties": {"a": False, "b": STRING, "c": {"not": {}}}, "required": ["b"]}
    assert list(read(schema)[0]["properties"]) == ["b"]


def test_properties_that_are_called_like_keywords_are_properties() -> None:
    names = ("$ref", "properties", "discriminator", "anyOf", "items", "x-nemogen-origin", "x-nemogen-name", "title")
    schema = {"type": "object", "properties": dict.fromkeys(names, STRING), "required": ["$ref", "anyOf"]}
    document = prepared(one(schema, schema))
    for name in ("Thing", "ThingRequest"):
        assert tuple(document.schemas[name].properties) == ("$ref", "anyOf", *sorted({*names} - {"$ref", "anyOf"}))


def test_values_that_look_like_references_are_values() -> None:
    schema = properties(a={"type": "object", "default": {"$ref": "#/nowhere", "properties": 5}})
    document = prepared(one(schema))
    assert document.schemas["Thing"].properties["a"].default == {"$ref": "#/nowhere", "properties": 5}


def test_a_dynamic_reference_to_the_only_anchor_is_a_reference() -> None:
    tree = {
        "$dynamicAnchor": "node",
        **properties(v=STRING, inner={"items": {"$dynamicRef": "#node"}, "type": "array"}),
    }
    found, ids = read(ref("Tree"), schemas={"Tree": tree})
    assert (found, ids) == (ref("Tree"), [])
    document = prepared(one(ref("Tree"), schemas={"Tree": tree}))
    assert written(document)["Tree"]["properties"]["inner"]["items"] == ref("Tree")
    two = {"Tree": tree, "Other": {"$id": "https://x.example/other", "$dynamicAnchor": "node"}}
    document = prepared(one(ref("Tree"), schemas=two))
    assert written(document)["Tree"]["properties"]["inner"]["items"] == {}


def test_items_of_drafts_are_items_by_position() -> None:
    drafts = {"type": "array", "items": [STRING, {"type": "integer"}], "additionalItems": {"type": "boolean"}}
    now = {"type": "array", "prefixItems": drafts["items"], "items": {"type": "boolean"}}
    assert read(drafts)[0] == read(now)[0]


def test_definitions_of_drafts_are_referred_to() -> None:
    schema = {**properties(x=ref("A")), "definitions": {"A": STRING}}
    schema["properties"]["x"] = {"$ref": "#/components/schemas/Whole/definitions/A"}
    document = prepared(one(ref("Whole"), schemas={"Whole": schema}))
    assert written(document)["Whole"]["properties"]["x"] == STRING
