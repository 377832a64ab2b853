"""The faults that a module can get: each is one piece of its text, and what stands there instead."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Fault:
    """A replacement between two offsets of a module's text."""

    start: int
    end: int
    text: str

    def applied(self, source: str) -> str:
        """The module with this fault."""
        return f"{source[: self.start]}{self.text}{source[self.end :]}"

    def fits(self, source: str) -> bool:
        """Whether there is still a module with it: a pattern of `match` does not take every expression."""
        try:
            ast.parse(self.applied(source))
        except SyntaxError:
            return False
        return True


def function_at(source: str, line: int) -> str:
    """The qualified name of the innermost function that this line is part of; empty where there is none."""
    found = ""
    waiting: list[tuple[ast.AST, str]] = [(ast.parse(source), "")]
    while waiting:
        node, prefix = waiting.pop()
        is_function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            name = f"{prefix}{node.name}"
            if is_function and node.lineno <= line <= (node.end_lineno or line):
                found = max(found, name, key=len)
            prefix = f"{name}.<locals>." if is_function else f"{name}."
        waiting += ((child, prefix) for child in ast.iter_child_nodes(node))
    return found


_OTHER_COMPARISON: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_OTHER_OPERATOR: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
}


_UNNOTICED: Final = {"annotation", "returns", "decorator_list"}


def faults(source: str) -> list[Fault]:
    """All faults that `source` can get, in the order of its text. Annotations, docstrings and messages get none."""
    offsets = [0]
    for line in source.splitlines(keepends=True):
        offsets.append(offsets[-1] + len(line.encode()))
    content = source.encode()

    def offset(line: int, column: int) -> int:
        """In characters; a column of the syntax tree counts bytes."""
        return len(content[: offsets[line - 1] + column].decode())

    found = []
    for node, new in _replacements(ast.parse(source)):
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start, end = offset(node.lineno, node.col_offset), offset(node.end_lineno, node.end_col_offset)
        found.append(Fault(start, end, new))
    return sorted(set(found), key=lambda fault: (fault.start, fault.end, fault.text))


def _replacements(tree: ast.Module) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    for node in _executed(tree):
        if isinstance(node, ast.expr):
            yield from ((node, f"({new})") for new in _expressions(node))
            yield from _keys(node)
        elif isinstance(node, ast.stmt):
            yield from ((node, new) for new in _statements(node))
            if isinstance(node, ast.If | ast.While) and not isinstance(node.test, ast.Constant):
                yield node.test, f"not ({ast.unparse(node.test)})"


def _executed(node: ast.AST) -> Iterator[ast.AST]:
    """What is run and can be noticed: no annotation, no decorator, no part of an f-string, no `strict` of a zip."""
    if isinstance(node, ast.JoinedStr | ast.arg) or _is_for_type_checkers(node):
        return
    yield node
    for name, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            is_strict = isinstance(child, ast.keyword) and child.arg == "strict"
            if isinstance(child, ast.AST) and name not in _UNNOTICED and not is_strict:
                yield from _executed(child)


def _is_for_type_checkers(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def _expressions(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _OTHER_COMPARISON:
        ops = [_OTHER_COMPARISON[type(node.ops[0])](), *node.ops[1:]]
        yield ast.unparse(ast.Compare(node.left, ops, node.comparators))
    elif isinstance(node, ast.BoolOp):
        yield ast.unparse(ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values))
        yield from (ast.unparse(value) for value in node.values)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield ast.unparse(node.operand)
    elif isinstance(node, ast.BinOp) and type(node.op) in _OTHER_OPERATOR and not _is_text(node):
        yield ast.unparse(ast.BinOp(node.left, _OTHER_OPERATOR[type(node.op)](), node.right))
    elif isinstance(node, ast.IfExp):
        yield ast.unparse(ast.IfExp(node.test, node.orelse, node.body))
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield str(not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield str(node.value + 1)


def _is_text(node: ast.BinOp) -> bool:
    """Whether texts are put together: nothing else can be done with them, and a crash says little."""
    return any(
        isinstance(side, ast.JoinedStr) or (isinstance(side, ast.Constant) and isinstance(side.value, str))
        for side in (node.left, node.right)
    )


def _keys(node: ast.expr) -> Iterator[tuple[ast.expr, str]]:
    """Texts that decide something: what is compared, looked up or listed, not what is said."""
    places: list[ast.expr | None] = []
    if isinstance(node, ast.Compare):
        places = [node.left, *node.comparators]
    elif isinstance(node, ast.Dict):
        places = [*node.keys]
    elif isinstance(node, ast.Set | ast.Tuple):
        places = [*node.elts]
    elif isinstance(node, ast.Subscript):
        places = [node.slice]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {"get", "pop"}:
        places = [*node.args[:1]]
    for place in places:
        if isinstance(place, ast.Constant) and isinstance(place.value, str) and " " not in place.value:
            yield place, repr(f"{place.value}~")


def _statements(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.Return) and node.value is not None and not _is_like_none(node.value):
        yield "return None"
    elif isinstance(node, ast.AugAssign | ast.Raise | ast.Delete) or _is_for_its_effect(node):
        yield "pass"
    elif isinstance(node, ast.Continue | ast.Break):
        yield "break" if isinstance(node, ast.Continue) else "continue"


def _is_for_its_effect(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant)


def _is_like_none(node: ast.expr) -> bool:
    """Whether None in its place would hardly be noticed: False is asked for its truth alone."""
    return isinstance(node, ast.Constant) and (node.value is None or node.value is False)
