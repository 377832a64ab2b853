"""Unions of literals as one literal: pydantic takes true for 1 where each stands in a Literal of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator


def with_joined_literals(text: str) -> str:
    """The module with `Literal[1, True] | str` where the models' engine wrote `Literal[1] | str | Literal[True]`."""
    try:
        found = sorted(_outermost(ast.parse(text)), key=lambda node: (node.lineno, node.col_offset))
    except SyntaxError:
        return text  # whoever needs the names of the module reports it
    lines = text.encode().splitlines(keepends=True)
    for node in reversed(found):
        assert node.end_lineno is not None, "ast gives the end of each expression"
        first, last = node.lineno - 1, node.end_lineno - 1
        before, after = lines[first][: node.col_offset], lines[last][node.end_col_offset :]
        lines[first : last + 1] = [before + _joined(node).encode() + after]
    return b"".join(lines).decode()


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
