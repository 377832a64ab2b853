"""Unions of literals as one literal: pydantic takes true for 1 if each is in a Literal of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence


def with_joined_literals(text: str, statements: Sequence[ast.stmt]) -> str:
    """The module with `Literal[1, True] | str` where the models' engine wrote `Literal[1] | str | Literal[True]`.

    `statements` are what it was parsed to: to parse a large one takes long.
    """
    lines = text.encode().splitlines(keepends=True)
    parts = _with_literals(statements, lines)
    found = sorted(
        (node for each in parts for node in _outermost(each)), key=lambda node: (node.lineno, node.col_offset)
    )
    for node in reversed(found):
        assert node.end_lineno is not None, "ast gives the end of each expression"
        first, last = node.lineno - 1, node.end_lineno - 1
        before, after = lines[first][: node.col_offset], lines[last][node.end_col_offset :]
        lines[first : last + 1] = [before + _joined(node).encode() + after]
    return b"".join(lines).decode()


def _with_literals(statements: Sequence[ast.stmt], lines: Sequence[bytes]) -> Iterator[ast.AST]:
    """The statements, and of classes those in them, that name `Literal` twice: a large module has few."""
    for each in statements:
        if sum(line.count(b"Literal[") for line in lines[each.lineno - 1 : each.end_lineno]) < 2:
            continue
        if isinstance(each, ast.ClassDef):
            yield from each.bases
            yield from (keyword.value for keyword in each.keywords)
            yield from each.decorator_list
            yield from _with_literals(each.body, lines)
        else:
            yield each


def _outermost(tree: ast.AST) -> Iterator[ast.BinOp]:
    """The unions with several literals, which have no union with such around them."""
    ahead: list[ast.AST] = [tree]
    while ahead:
        node = ahead.pop()
        if isinstance(node, ast.BinOp) and sum(map(_is_literal, _operands(node))) > 1:
            yield node
        else:
            ahead.extend(ast.iter_child_nodes(node))


def _operands(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return [*_operands(node.left), *_operands(node.right)]
    return [node]


def _is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal"


def _joined(node: ast.BinOp) -> str:
    operands = _operands(node)
    inside = [each.slice for each in operands if isinstance(each, ast.Subscript) and _is_literal(each)]
    values = [value for each in inside for value in (each.elts if isinstance(each, ast.Tuple) else [each])]
    literal = f"Literal[{', '.join(map(ast.unparse, values))}]"
    rest = [ast.unparse(each) for each in operands if not _is_literal(each)]
    return " | ".join([literal, *rest])
