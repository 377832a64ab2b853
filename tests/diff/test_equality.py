"""What makes two documents mean the same, over the whole document and through recursion."""

from __future__ import annotations

from typing import Any

import pytest

from tests.diff.documents import document, holder, is_same, request, response


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
