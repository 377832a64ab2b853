from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from nemogen.contract_form import contract_digest, contract_equal
from tests.diff.documents import document, holder, request, response


def test_prose_examples_extensions_and_unused_components_are_no_part_of_a_contract() -> None:
    base = request(holder({"type": "string"}))
    schema = holder({"type": "string", "description": "Words", "example": "a", "x-a": 1, "title": "T"})
    revision = request(
        {**schema, "$comment": "b"}, components={"schemas": {"Unused": {"type": "string"}}}, tags=[{"name": "t"}]
    )
    revision["info"]["description"] = "More words"
    assert contract_digest(base) == contract_digest(revision)


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
def test_everything_else_is_part_of_a_contract(base: dict[str, Any], revision: dict[str, Any]) -> None:
    assert not contract_equal(base, revision)


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


def test_a_recursion_has_one_digest_however_far_it_is_written_out() -> None:
    assert contract_equal(ring("A"), ring("A", "B", "C"))
    unrolled = ring("A")
    schemas = unrolled["components"]["schemas"]
    schemas["Start"] = {"properties": {"next": {"$ref": "#/components/schemas/A"}}, "type": "object"}
    unrolled["paths"]["/x"]["post"]["responses"]["200"]["content"]["application/json"]["schema"] = {
        "$ref": "#/components/schemas/Start"
    }
    assert contract_equal(unrolled, ring("A"))


def test_recursions_that_differ_have_different_digests() -> None:
    assert not contract_equal(ring("A", "B"), ring("A", "B", required=["next"]))
    assert not contract_equal(ring("A", "B", required=["next"]), ring("A", "B", "C", required=["next"]))
    assert contract_equal(ring("A", "B", required=["next"]), ring("C", "D", required=["next"]))


def test_a_long_ring_of_like_schemas_takes_no_more_time_than_its_length() -> None:
    names = [f"S{index}" for index in range(3000)]
    assert len(contract_digest(ring(*names, required=["next"]))) == 64


def test_a_digest_needs_nothing_but_the_standard_library() -> None:
    code = "import sys, nemogen.contract_form; print(*{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert loaded <= set(sys.stdlib_module_names) | {"nemogen", "__main__"} | {
        name for name in loaded if name.startswith(("_", "editable"))
    }
