"""Tuples in what the models' engine wrote: it knows none with any number of items at the end.

`engine_input` gives it each tuple with two more items in front: the mark twice, or the mark and the type of all items
that follow those by position.
"""

from __future__ import annotations

import ast

from nemogen.client.models_input import MARK


def with_tuples(text: str) -> str:
    """The module with each marked tuple as it is meant: `tuple[A, B]`, or `OpenTuple_[A, *tuple[B, ...]]`."""
    try:
        found = _outermost(ast.parse(text))
    except SyntaxError:
        return text  # whoever needs the names of the module reports it
    lines = text.encode().splitlines(keepends=True)
    for node in reversed(found):
        assert node.end_lineno is not None, "ast gives the end of each expression"
        first, last = node.lineno - 1, node.end_lineno - 1
        before, after = lines[first][: node.col_offset], lines[last][node.end_col_offset :]
        lines[first : last + 1] = [before + ast.unparse(_Meant().visit(node)).encode() + after]
    return b"".join(lines).decode()


def _outermost(tree: ast.Module) -> list[ast.Subscript]:
    """The marked tuples that are in no other, in the order of the text."""
    found: list[ast.Subscript] = []
    ahead: list[ast.AST] = [tree]
    while ahead:
        node = ahead.pop()
        if isinstance(node, ast.Subscript) and _marked(_bounded(node)):
            found.append(node)
        else:
            ahead.extend(ast.iter_child_nodes(node))
    return sorted(found, key=lambda node: (node.lineno, node.col_offset))


def _marked(node: ast.expr) -> list[ast.expr]:
    """The items of a tuple that is marked; none for any other expression."""
    items = node.slice.elts if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Tuple) else []
    return items if items and _is_mark(items[0]) else []


def _bounded(node: ast.expr) -> ast.expr:
    """A marked tuple without the length that the engine adds, which includes the marks."""
    if not isinstance(node, ast.Subscript) or not isinstance(node.slice, ast.Tuple):
        return node
    is_annotated = isinstance(node.value, ast.Name) and node.value.id == "Annotated"
    return node.slice.elts[0] if is_annotated and _marked(node.slice.elts[0]) else node


def _is_mark(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == MARK


class _Meant(ast.NodeTransformer):
    """Takes the marks away."""

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:  # the name is ast's
        inner = _bounded(node)
        if inner is not node:
            return self.visit(inner)  # type: ignore[no-any-return]  # an expression stays one
        self.generic_visit(node)
        items = _marked(node)
        if not items:
            return node
        _, rest, *first = items
        if _is_mark(rest):
            return ast.Subscript(node.value, first[0] if len(first) == 1 else ast.Tuple(first))
        further = ast.Subscript(ast.Name("tuple"), ast.Tuple([rest, ast.Constant(...)]))
        return ast.Subscript(ast.Name(MARK), ast.Tuple([*first, ast.Starred(further)]))
