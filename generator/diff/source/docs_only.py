"""The proof that a change is one of prose: the code is equal but for docstrings and comments."""

from __future__ import annotations

import ast
from collections.abc import Collection

from generator.ir import Files


def docs_only(before: Files, after: Files, data: Collection[str] = ()) -> bool:
    """Whether two packages run the same: their modules are equal but for docstrings, comments and layout.

    Files that are no Python do not count, but for those that `data` names because the code reads them: these must be
    equal byte for byte. A module that cannot be parsed proves nothing.
    """
    if _python(before) != _python(after):
        return False
    if any(before.get(path) != after.get(path) for path in data):
        return False
    return all(before[path] == after[path] or _same_code(before[path], after[path]) for path in _python(before))


def _python(files: Files) -> set[str]:
    return {path for path in files if path.endswith((".py", ".pyi"))}


def _same_code(before: bytes, after: bytes) -> bool:
    try:
        return _code(before) == _code(after)
    except (SyntaxError, ValueError, RecursionError):
        return False


def _code(source: bytes) -> str:
    return ast.dump(_WithoutProse().visit(ast.parse(source)))


class _WithoutProse(ast.NodeTransformer):
    """Drops statements that are nothing but a text: docstrings of modules, classes, functions and attributes.

    `...` and `pass` go with them, since either may stand where a docstring was all that a body had.
    """

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str | type(...)):
            return None
        return self.generic_visit(node)

    def visit_Pass(self, _node: ast.Pass) -> None:
        return None
