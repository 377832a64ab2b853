"""Aliases that the models' engine makes for itself, written out where they are used.

The engine gives each array with bounds, and so each tuple, a name of its own in a union. Nobody needs
that name, and it changes with the names around it.
"""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Container, Iterator

_ALIAS = "TypeAliasType"
_DEFINED = re.compile(rf"^(\w+)\s*=\s*{_ALIAS}\b", re.MULTILINE)


def without_helpers(text: str, components: Container[str]) -> str:
    """The module with only those aliases that are components, each other replaced by what it stands for."""
    # To parse a large module takes long, and many have no such alias.
    if all(name in components for name in _DEFINED.findall(text)):
        return text
    try:
        body = ast.parse(text).body
    except SyntaxError:
        return text  # whoever needs the names of the module reports it
    aliases = {id(each): found for each in body if (found := _alias(each))}
    values = _without_cycles({name: value for name, value in aliases.values() if name not in components})
    if not values:
        return text
    lines = text.encode().splitlines(keepends=True)
    for statement, before in reversed([*zip(body, [None, *body], strict=False)]):
        own = aliases.get(id(statement))
        owner = aliases.get(id(before)) if _is_text(statement) else own
        if owner and owner[0] in values:
            _replace(lines, statement, "")  # the alias, or the text below it that describes it
            continue
        for annotation, is_evaluated in reversed(list(_annotations(statement, own))):
            _write_out(lines, annotation, values, is_evaluated)
    return b"".join(lines).decode()


def _alias(statement: ast.stmt) -> tuple[str, ast.expr] | None:
    """The name and the value of an alias: `X = TypeAliasType("X", value)`."""
    match statement:
        case ast.Assign(targets=[ast.Name(name)], value=ast.Call(func=ast.Name(function), args=[_, value])):
            return (name, value) if function == _ALIAS else None
    return None


def _is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _without_cycles(values: dict[str, ast.expr]) -> dict[str, ast.expr]:
    """The aliases that can be written out: those that do not stand for themselves."""
    inner = {name: set(re.findall(r"\w+", ast.unparse(value))) & values.keys() for name, value in values.items()}
    while free := {name for name, names in inner.items() if not names & inner.keys()}:
        inner = {name: names for name, names in inner.items() if name not in free}
    return {name: value for name, value in values.items() if name not in inner}


def _annotations(statement: ast.stmt, alias: tuple[str, ast.expr] | None) -> Iterator[tuple[ast.expr, bool]]:
    """The types in a statement, in the order of the text, and whether Python evaluates them as it imports."""
    if alias:
        yield alias[1], True
    elif isinstance(statement, ast.ClassDef):
        yield from ((each.annotation, False) for each in statement.body if isinstance(each, ast.AnnAssign))


def _write_out(lines: list[bytes], annotation: ast.expr, values: dict[str, ast.expr], is_evaluated: bool) -> None:
    writer = _Writer(values)
    meant = writer.visit(annotation)
    if writer.found:
        kind = ast.unparse(meant)
        _replace(lines, annotation, repr(kind) if is_evaluated and writer.unquoted else kind)


def _replace(lines: list[bytes], node: ast.expr | ast.stmt, text: str) -> None:
    assert node.end_lineno is not None, "ast gives the end of each node"
    first, last = node.lineno - 1, node.end_lineno - 1
    before, after = lines[first][: node.col_offset], lines[last][node.end_col_offset :]
    lines[first : last + 1] = [before + text.encode() + after]


class _Writer(ast.NodeTransformer):
    """Replaces names by values. Annotations in quotes lose the quotes, so that a name in them is found.

    Unions are written with |. The import of the other spelling, which only quotes need, is unused then: ruff drops it.
    """

    def __init__(self, values: dict[str, ast.expr]) -> None:
        self._values = values
        self.found = False
        self.unquoted = False

    def visit_Name(self, node: ast.Name) -> ast.expr:  # the name is ast's
        if node.id not in self._values:
            return node
        self.found = True
        return self._copy(self._values[node.id])

    def visit_Constant(self, node: ast.Constant) -> ast.expr:  # the name is ast's
        if not isinstance(node.value, str):
            return node
        self.unquoted = True
        return self._copy(ast.parse(node.value, mode="eval").body)

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:  # the name is ast's
        # The values of a Literal are texts.
        if isinstance(node.value, ast.Name) and node.value.id == "Literal":
            return node
        if isinstance(node.value, ast.Name) and node.value.id == "Annotated" and isinstance(node.slice, ast.Tuple):
            kind, *notes = node.slice.elts
            return ast.Subscript(node.value, ast.Tuple([self.visit(kind), *notes]))
        self.generic_visit(node)
        if isinstance(node.value, ast.Name) and node.value.id == "Union" and isinstance(node.slice, ast.Tuple):
            return functools.reduce(lambda left, right: ast.BinOp(left, ast.BitOr(), right), node.slice.elts)
        return node

    def _copy(self, node: ast.expr) -> ast.expr:
        """A value with its own names written out; the value itself stays as it is."""
        return self.visit(ast.parse(ast.unparse(node), mode="eval").body)  # type: ignore[no-any-return]
