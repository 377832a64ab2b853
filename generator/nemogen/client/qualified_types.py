"""Spells the types in annotations as `_models.NAME` and `_params.NAME`, in the resources of a large package.

So importing a resource imports none of its types: they are imported when a call needs them, or when annotations are
evaluated.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

from nemogen.client.syntax_trees import descendants

_MODULES: Final = {"models": "_models", "params": "_params"}
"""The modules that define types, and their names in a resource: a name that no method or resource can have."""


def with_qualified_types(source: str, tree: ast.Module) -> str:
    """The text of a resource's module, of which `tree` was parsed, with its annotations spelled so.

    Names that are used outside of annotations too stay imported; ruff removes the other imports.
    """
    homes = {
        each.asname or each.name: f"{_MODULES[statement.module]}.{each.name}"
        for statement in tree.body
        if isinstance(statement, ast.ImportFrom) and statement.level and statement.module in _MODULES
        for each in statement.names
    }
    if not homes:
        return source
    lines = [line.encode() for line in source.splitlines(keepends=True)]
    # From the end, so that the columns of the others stay.
    for name in sorted(_names_in_annotations(tree), key=lambda node: (node.lineno, node.col_offset), reverse=True):
        if name.id in homes:
            line = lines[name.lineno - 1]
            lines[name.lineno - 1] = line[: name.col_offset] + homes[name.id].encode() + line[name.end_col_offset :]
    first = next(each.lineno for each in tree.body if isinstance(each, ast.ImportFrom) and each.level)
    imports = "".join(f"from .. import {module} as {alias}\n" for module, alias in _MODULES.items())
    return b"".join([*lines[: first - 1], imports.encode(), *lines[first - 1 :]]).decode()


def _names_in_annotations(tree: ast.Module) -> Iterator[ast.Name]:
    for node in descendants(tree):
        if isinstance(node, ast.AnnAssign | ast.arg):
            annotation = node.annotation
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            annotation = node.returns
        else:
            continue
        for part in descendants(annotation) if annotation else ():
            if isinstance(part, ast.Name):
                yield part
