"""The proof that a change is one of prose: the code is equal but for docstrings, comments and layout."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from nemogen.diff.python.changes import Change, findings
from nemogen.document import Files
from nemogen.errors import Location
from nemogen.findings import Finding

_SUFFIXES = (".py", ".pyi")


def code_changes(before: Files, after: Files) -> tuple[Finding, ...]:
    """One finding with the modules whose code changed, even if no name or type of theirs did; none if all modules are
    equal except for docstrings, comments and layout.

    Files that are not Python do not count. A module that cannot be parsed is equal only to the same bytes.
    """
    return findings(
        Change("python-code-changed", _dotted(path), "", revision=Location(path) if path in after else None)
        for path in _changed(before, after)
    )


def _changed(before: Files, after: Files) -> Iterator[str]:
    for path in sorted({*before, *after}):
        old, new = before.get(path), after.get(path)
        if path.endswith(_SUFFIXES) and old != new and (old is None or new is None or not _same_code(old, new)):
            yield path


def _dotted(path: str) -> str:
    return path.removeprefix("src/").rpartition(".")[0].removesuffix("/__init__").replace("/", ".")


def _same_code(before: bytes, after: bytes) -> bool:
    try:
        return _code(before) == _code(after)
    except (SyntaxError, ValueError, RecursionError):
        return False


def _code(source: bytes) -> str:
    return ast.dump(_WithoutProse().visit(ast.parse(source)))


class _WithoutProse(ast.NodeTransformer):
    """Drops statements that are nothing but a text: docstrings of modules, classes, functions and attributes.

    `...` and `pass` are dropped too, since a body that was only a docstring needs one of them without it.
    """

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str | type(...)):
            return None
        return self.generic_visit(node)

    def visit_Pass(self, _node: ast.Pass) -> None:
        return None
