"""Walks trees of `ast`, which those of large modules make worth doing faster than `ast.walk` does."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

_WITHOUT_PARTS: Final = (ast.expr_context, ast.operator)
"""Nodes that say how another one is used: there are as many as names, and they hold nothing."""


def descendants(tree: ast.AST) -> Iterator[ast.AST]:
    """The tree and every node in it, in no certain order, without contexts and operators."""
    ahead = [tree]
    while ahead:
        node = ahead.pop()
        yield node
        for name in node._fields:
            value = getattr(node, name, None)
            if isinstance(value, list):
                ahead.extend(each for each in value if isinstance(each, ast.AST))
            elif isinstance(value, ast.AST) and not isinstance(value, _WITHOUT_PARTS):
                ahead.append(value)
