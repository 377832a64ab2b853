"""The operands of a union that is written with `|`."""

from __future__ import annotations

import ast


def union_operands(node: ast.expr) -> list[ast.expr]:
    """The operands of a chain of `|`, in order. It is a loop, as the chain may have thousands of operands."""
    found = []
    while isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        found.append(node.right)
        node = node.left
    return [node, *reversed(found)]
