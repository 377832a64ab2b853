"""The runtime stands on the public names of other libraries alone: none of theirs begins with an underscore."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

RUNTIME = Path(__file__).parents[2] / "generator" / "nemogen" / "runtime"


def is_private(name: str) -> bool:
    return name.startswith("_") and not (name.startswith("__") and name.endswith("__")) and name.strip("_") != ""


def defined(tree: ast.AST) -> Iterator[str]:
    """The names that a module gives to things of its own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            if isinstance(node.value, ast.Name) and node.value.id in ("self", "copy"):
                yield node.attr
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__slots__":
            yield from (str(each.value) for each in ast.walk(node.value) if isinstance(each, ast.Constant))


def used(tree: ast.AST) -> Iterator[str]:
    """The private names that a module asks others for: as attributes, imports and names of arguments."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
            yield node.attr
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from (alias.name for alias in node.names)
            yield from (node.module or "").split(".")
        elif isinstance(node, ast.Import):
            yield from (part for alias in node.names for part in alias.name.split("."))
        elif isinstance(node, ast.keyword):
            yield node.arg or ""
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("getattr", "hasattr"):
            yield from (
                each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)
            )


def test_no_private_name_of_another_library_is_used() -> None:
    trees = {path.name: ast.parse(path.read_text()) for path in RUNTIME.glob("*.py")}
    own = {name for tree in trees.values() for name in defined(tree) if is_private(name)}
    foreign = {(path, name) for path, tree in trees.items() for name in used(tree) if is_private(name)}
    assert {(path, name) for path, name in foreign if name not in own} == set()
