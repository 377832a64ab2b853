"""What makes two documents mean the same, over the whole document and through recursion."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from nemogen.diff.compare import compare
from tests.diff.documents import document, holder, is_same, request, response
from tests.diff.respelling import EXAMPLES, schemas


def test_prose_examples_extensions_and_unused_components_say_nothing() -> None:
    base = request(holder({"type": "string"}))
    schema = holder({"type": "string", "description": "Words", "example": "a", "x-a": 1, "title": "T"})
    revision = request(
        {**schema, "$comment": "b"}, components={"schemas": {"Unused": {"type": "string"}}}, tags=[{"name": "t"}]
    )
    revision["info"]["description"] = "More words"
    assert is_same(base, revision)


def operation(**extra: Any) -> dict[str, Any]:
    return document(extra)


CHANGES = [
    (operation(), operation(operationId="a")),
    (operation(), operation(tags=["a"])),
    (operation(), operation(deprecated=True)),
    (operation(), operation(security=[{"k": []}])),
    (operation(), operation(servers=[{"url": "https://a.example.com"}])),
    (operation(), operation(parameters=[{"name": "a", "in": "query"}])),
    (operation(), operation(callbacks={"c": {"{$url}": {"post": {"responses": {}}}}})),
    (document(), document(webhooks={"w": {"post": {"responses": {}}}})),
    (request({"type": "string"}), request({"type": "string"}, required=True)),
    (request({"type": "string"}), request({"type": "string", "default": "a"})),
    (request({"type": "string"}), response({"type": "string"})),
]


@pytest.mark.parametrize(("base", "revision"), CHANGES)
def test_everything_else_says_something(base: dict[str, Any], revision: dict[str, Any]) -> None:
    assert not is_same(base, revision)


def ring(*names: str, start: str = "", **facts: Any) -> dict[str, Any]:
    schemas = {
        name: {
            "type": "object",
            "properties": {"next": {"$ref": f"#/components/schemas/{names[(index + 1) % len(names)]}"}},
        }
        for index, name in enumerate(names)
    }
    schemas[names[-1]].update(facts)
    return response({"$ref": f"#/components/schemas/{start or names[0]}"}, components={"schemas": schemas})


def test_a_recursion_is_the_same_however_far_it_is_written_out() -> None:
    assert is_same(ring("A"), ring("A", "B", "C"))
    unrolled = ring("A")
    schemas = unrolled["components"]["schemas"]
    schemas["Start"] = {"properties": {"next": {"$ref": "#/components/schemas/A"}}, "type": "object"}
    unrolled["paths"]["/x"]["post"]["responses"]["200"]["content"]["application/json"]["schema"] = {
        "$ref": "#/components/schemas/Start"
    }
    assert is_same(unrolled, ring("A"))


def test_recursions_that_differ_are_not_the_same() -> None:
    assert not is_same(ring("A", "B"), ring("A", "B", required=["next"]))
    assert not is_same(ring("A", "B", required=["next"]), ring("A", "B", "C", required=["next"]))
    assert is_same(ring("A", "B", required=["next"]), ring("C", "D", required=["next"]))


def test_a_long_ring_of_like_schemas_takes_no_more_time_than_its_length() -> None:
    names = [f"S{index}" for index in range(3000)]
    assert is_same(ring(*names, required=["next"]), {**ring(*names, required=["next"]), "openapi": "3.1.1"})


def reported(base: dict[str, Any], revision: dict[str, Any]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(each.id, each.message, each.paths) for each in compare(base, revision)]


def beside(changed: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    return response({"type": "object", "properties": {"changed": changed, "other": other}})


@given(schemas, schemas, schemas)
@settings(max_examples=EXAMPLES // 2, deadline=None)
def test_a_schema_that_is_equal_in_both_is_passed_over_as_if_compared(
    before: dict[str, Any], after: dict[str, Any], other: dict[str, Any]
) -> None:
    """An equal schema that has a reference in it is compared step by step: it makes no difference."""
    wrapped = {"type": "object", "properties": {"here": other, "there": {"$ref": "#/components/schemas/S"}}}
    component = {"schemas": {"S": {"type": "string"}}}
    by_steps = [{**beside(schema, wrapped), "components": component} for schema in (before, after)]
    assert reported(beside(before, other), beside(after, other)) == reported(*by_steps)


def test_what_an_equal_reference_leads_to_is_compared() -> None:
    base, revision = (
        response(holder({"$ref": "#/components/schemas/S"}), components={"schemas": {"S": {"type": name}}})
        for name in ("string", "integer")
    )
    assert [each[0] for each in reported(base, revision)] == ["response-property-type-changed"]
