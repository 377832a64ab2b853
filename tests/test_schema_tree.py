from __future__ import annotations

from typing import Any

from nemogen.schema_tree import component, components_in, parts, references, with_parts, with_schemas

REF = {"$ref": "#/components/schemas/A"}
STRING = {"type": "string"}
TREE: dict[str, Any] = {
    "type": "object",
    "properties": {"$ref": STRING, "items": {"type": "array", "items": REF}, "anyOf": {"anyOf": [REF, STRING]}},
    "additionalProperties": {"$ref": "#/components/schemas/B"},
    "default": {"$ref": "#/components/schemas/NoSchema"},
}


def test_the_parts_of_a_schema_are_schemas_only() -> None:
    assert list(parts(TREE)) == [*TREE["properties"].values(), TREE["additionalProperties"]]
    assert list(parts({"type": "object", "additionalProperties": False})) == []


def test_references_are_found_at_any_depth_but_not_in_values() -> None:
    assert references([TREE]) == {"#/components/schemas/A", "#/components/schemas/B"}
    assert components_in([TREE]) == {"A", "B"}


def test_a_change_of_parts_leaves_the_rest_and_the_original_alone() -> None:
    changed = with_parts(TREE, lambda part: {**part, "x": 1})
    assert changed["default"] == TREE["default"]
    assert changed["properties"]["$ref"] == {"type": "string", "x": 1}
    assert "x" not in TREE["properties"]["$ref"]


def test_a_component_is_what_a_reference_names() -> None:
    assert component(REF) == "A"
    assert component(STRING) is None


def test_every_schema_of_an_operation_is_changed() -> None:
    operation = {
        "parameters": [{"name": "a", "in": "query", "schema": STRING}],
        "x-nemogen-parameters": STRING,
        "requestBody": {"required": True, "content": {"application/json": {"schema": STRING}}},
        "responses": {"200": {"description": "d", "content": {"schema": {"schema": STRING}}}},
    }
    assert str(with_schemas(operation, lambda _: {})) == str(operation).replace(str(STRING), "{}")
