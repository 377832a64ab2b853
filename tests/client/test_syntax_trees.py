"""What the walk of syntax trees yields: the nodes of `ast.walk` that say something, each after the one around it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from nemogen.client.syntax_trees import descendants

MODULES = sorted((Path(__file__).parents[2] / "generator" / "nemogen" / "runtime").glob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_it_yields_what_ast_yields(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    wanted = [node for node in ast.walk(tree) if not isinstance(node, ast.expr_context | ast.operator)]
    found = list(descendants(tree))
    # Python makes one node for all of a kind that hold nothing: they are there as often as they are used.
    assert sorted(map(id, found)) == sorted(map(id, wanted))


def test_a_node_comes_before_what_is_in_it() -> None:
    tree = ast.parse('def f(*, a, b=1):\n    "Text."\n    return {**a, "b": [b]}\n')
    at = {id(node): index for index, node in enumerate(descendants(tree))}
    for node in ast.walk(tree):
        for inner in ast.iter_child_nodes(node):
            if id(inner) in at:
                assert at[id(node)] < at[id(inner)]
