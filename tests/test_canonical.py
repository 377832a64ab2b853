from __future__ import annotations

from dataclasses import replace
from typing import Any

from nemogen.canonical import ANYTHING, NULL, CanonicalResponse, CanonicalSchema, admits_null, references
from nemogen.canonical_json import write_canonical
from nemogen.document import Call, Operation
from tests.canonical_nodes import node, nodes

REF = {"$ref": "#/components/schemas/A"}
STRING = {"type": "string"}
TREE = {
    "type": "object",
    "properties": {"$ref": STRING, "items": {"type": "array", "items": REF}, "anyOf": {"anyOf": [REF, STRING]}},
    "additionalProperties": {"$ref": "#/components/schemas/B"},
    "default": {"$ref": "#/components/schemas/NoSchema"},
}


def described(schema: CanonicalSchema) -> CanonicalSchema:
    return replace(schema, description="Told.")


def test_what_is_written_is_what_was_read() -> None:
    tuples = {"type": "array", "prefixItems": [STRING, {"type": "null"}], "items": REF}
    bounds = {"type": "integer", "minimum": 0, "exclusiveMaximum": 5.5, "multipleOf": 2, "default": 4}
    union = {
        "anyOf": [REF, {"type": "string", "enum": ["a"], "deprecated": True}],
        "discriminator": {"propertyName": "kind", "mapping": {"a": "#/components/schemas/A"}},
    }
    for schema in (TREE, tuples, bounds, union, {}, {"type": "array", "prefixItems": []}):
        assert write_canonical(node(schema)) == schema


def test_the_parts_of_a_schema_are_schemas_only() -> None:
    tree = node(TREE)
    assert list(tree.parts()) == [*tree.properties.values(), tree.additional]
    assert list(node({"type": "object"}).parts()) == []


def test_references_are_found_at_any_depth_but_not_in_values() -> None:
    assert references([node(TREE)]) == {"A", "B"}


def test_a_change_of_parts_leaves_the_rest_and_the_original_alone() -> None:
    tree = node(TREE)
    changed = tree.with_parts(described)
    assert changed.default == tree.default
    assert [each.description for each in changed.parts()] == ["Told."] * 4
    assert tree == node(TREE)


def test_a_schema_whose_parts_do_not_change_is_not_copied() -> None:
    several: tuple[dict[str, Any], ...] = (
        TREE,
        {"type": "array", "prefixItems": [STRING]},
        {"anyOf": [REF, STRING]},
        STRING,
    )
    for schema in map(node, several):
        assert schema.with_parts(lambda part: part) is schema


def test_null_is_a_value_of_what_names_it_or_says_nothing() -> None:
    components = nodes({"A": {"anyOf": [STRING, {"type": "null"}]}, "B": STRING, "C": {"anyOf": [STRING, {}]}})
    found = {name: admits_null(CanonicalSchema(reference=name), components) for name in ("A", "B", "C", "Unknown")}
    assert found == {"A": True, "B": False, "C": True, "Unknown": True}
    assert admits_null(NULL, {})
    assert not admits_null(node({"type": "string", "enum": ["a"]}), {})


def test_every_schema_of_an_operation_is_changed() -> None:
    operation = Operation(
        method="get",
        path="/a",
        at="/paths/~1a/get",
        call=Call(("a",), "list"),
        arguments=NULL,
        responses={"200": CanonicalResponse("d", {"application/json": NULL}), "404": CanonicalResponse("d", {})},
    )
    changed = operation.with_schemas(lambda _: ANYTHING, described)
    assert changed.arguments == ANYTHING
    assert list(changed.response_schemas()) == [described(NULL)]
    assert list(operation.response_schemas()) == [NULL]
