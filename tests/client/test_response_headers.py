"""How headers.py is written: properties that several operations have stand in it once."""

from __future__ import annotations

import ast
from typing import Any

from tests.client.planned import modules
from tests.naming.small import operation, spec

STRING = {"type": "string"}


def with_headers(*names: str) -> dict[str, Any]:
    found = operation(STRING)
    found["responses"]["200"]["headers"] = {name: {"schema": STRING} for name in names}
    return found


def classes_of(**operations: dict[str, Any]) -> dict[str, tuple[str, list[str]]]:
    """The classes of headers.py, each with its base and its own properties."""
    text = modules(spec({f"/{name}": {"get": each} for name, each in operations.items()}))["headers.py"]
    found = [node for node in ast.parse(text).body if isinstance(node, ast.ClassDef)]
    return {
        node.name: (ast.unparse(node.bases[0]), [each.name for each in node.body if isinstance(each, ast.FunctionDef)])
        for node in found
    }


def test_headers_that_several_operations_have_are_written_once() -> None:
    found = classes_of(
        boats=with_headers("X-Limit", "X-Left"), ships=with_headers("X-Limit", "X-Left"), rafts=with_headers("X-Limit")
    )
    assert found == {
        "_SharedHeaders": ("TypedHeaders", ["x_limit", "x_left"]),
        "BoatsListHeaders": ("_SharedHeaders", []),
        "ShipsListHeaders": ("_SharedHeaders", []),
        "RaftsListHeaders": ("TypedHeaders", ["x_limit"]),
    }


def test_each_set_of_headers_that_is_repeated_has_a_base_of_its_own() -> None:
    one, other = with_headers("X-Limit"), with_headers("X-Left")
    found = classes_of(boats=one, ships=other, rafts=one, kayaks=other)
    assert {name: base for name, (base, own) in found.items() if not own} == {
        "BoatsListHeaders": "_SharedHeaders",
        "ShipsListHeaders": "_SharedHeaders2",
        "RaftsListHeaders": "_SharedHeaders",
        "KayaksListHeaders": "_SharedHeaders2",
    }
    assert found["_SharedHeaders2"] == ("TypedHeaders", ["x_left"])


def test_headers_of_one_operation_stand_in_its_class() -> None:
    assert classes_of(boats=with_headers("X-Limit")) == {"BoatsListHeaders": ("TypedHeaders", ["x_limit"])}
