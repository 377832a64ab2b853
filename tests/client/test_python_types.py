from __future__ import annotations

from typing import Any

import pytest

from nemogen.client.python_types import argument_type, result_name
from tests.canonical_nodes import node, nodes

SCHEMAS = nodes({"A": {"type": "object", "properties": {"a": {}}}, "U": {"anyOf": [{"type": "null"}]}})
A = {"$ref": "#/components/schemas/A"}
STRING = {"type": "string"}


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        (STRING, "str"),
        ({"type": "number"}, "float"),
        ({"type": "null"}, "None"),
        ({}, "object"),
        (A, "AParam | A"),
        ({"$ref": "#/components/schemas/U"}, "UParam"),
        ({"type": "string", "enum": ["it's", "a"]}, "Literal[\"it's\", 'a']"),
        ({"type": "string", "format": "binary"}, "str"),
        ({"type": "array", "items": A}, "Sequence[AParam | A]"),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, "Mapping[str, int]"),
        ({"type": "object"}, "Mapping[str, object]"),
        ({"anyOf": [{"type": "null"}, STRING, STRING]}, "str | None"),
        ({"anyOf": [{}, STRING]}, "object"),
    ],
)
def test_an_argument_has_the_widest_type_that_the_api_takes(schema: Any, text: str) -> None:
    assert argument_type(node(schema), SCHEMAS).text == text


def test_a_type_says_what_it_imports() -> None:
    found = argument_type(node({"type": "array", "items": A}), SCHEMAS)
    assert found.imports == {("collections.abc", "Sequence"), ("..params", "AParam"), ("..models", "A")}


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        (A, "A"),
        ({"type": "array", "items": A}, "list[A]"),
        (STRING, "Any"),
        ({"type": "string", "format": "binary"}, "bytes"),
    ],
)
def test_the_runtime_finds_the_type_of_an_answer_by_name(schema: Any, name: str) -> None:
    assert result_name(node(schema)) == name
