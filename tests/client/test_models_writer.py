"""What the models' engine wrote is parsed as seldom as possible: the module of a large API takes long."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

import pytest

from nemogen.client.models_input import EngineInput
from nemogen.client.models_writer import Source, finish_source

LITERALS = "class Point(Model):\n    open: Literal[1] | str | Literal[True]\n"
HELPER = 'Row = TypeAliasType("Row", Annotated[list[int], Field(max_length=2)])\n\n\n'


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The modules that were parsed, without the expressions."""
    found: list[str] = []
    original: Callable[..., Any] = ast.parse

    def parse(source: str, *arguments: Any, **named: Any) -> Any:
        if "class Point" in source:
            found.append(source)
        return original(source, *arguments, **named)

    monkeypatch.setattr(ast, "parse", parse)
    return found


def finished(text: str) -> Source:
    return finish_source(text, EngineInput({"Point": {}}, {}))


def test_a_module_without_helpers_is_parsed_once(parsed: list[str]) -> None:
    found = finished(LITERALS)
    assert found.text == "class Point(Model):\n    open: Literal[1, True] | str\n"
    assert found.names == {"Point"}
    assert len(parsed) == 1


def test_one_with_helpers_is_parsed_again_without_them(parsed: list[str]) -> None:
    found = finished(f"{HELPER}class Point(Model):\n    row: Row\n")
    assert "TypeAliasType" not in found.text
    assert found.names == {"Point"}
    assert len(parsed) == 2
