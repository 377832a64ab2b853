"""Which keys the mappings of a program hold, as far as its code spells them out: they may be given as arguments.

A variable is known where each of its values is a literal, `dict(...)` or a union of such, and nothing else happens
to it that could add a key. A mapping that is handed on to other code may get more keys there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from mypy import nodes
from mypy.types import Type, TypedDictType

from nemogen.diff.python.typed_code import alternatives, literals_of_types, place
from nemogen.errors import Location
from nemogen.light_dataclasses import dataclass

_READERS: Final = frozenset({"get", "items", "keys", "values", "copy", "pop", "popitem", "clear"})
"""Methods of a dict that add no key."""

_FUNCTIONS: Final = frozenset(f"builtins.{name}" for name in ("dict", "len", "bool", "list", "sorted", "repr", "print"))
"""Functions that keep no mapping that they are given."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A key that the code spells out, and its value."""

    key: str
    value: nodes.Expression
    at: Location


@dataclass(frozen=True, slots=True)
class TypedPart:
    """A part of a mapping whose type says which keys it may hold."""

    kind: TypedDictType
    at: Location


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a mapping; `is_whole`: it holds nothing else."""

    parts: tuple[Entry | TypedPart, ...] = ()
    is_whole: bool = True


_UNKNOWN: Final = Known(is_whole=False)


def _joined(found: Iterable[Known]) -> Known:
    several = tuple(found)
    parts = dict.fromkeys(part for each in several for part in each.parts)
    return Known(tuple(parts), all(each.is_whole for each in several))


class KnownMappings:
    """The mappings of a program, of which `note` has seen all nodes."""

    def __init__(self, types: Mapping[nodes.Expression, Type]) -> None:
        self._types = types
        self._added: dict[nodes.Var, list[tuple[str, nodes.Node | None]]] = {}
        self._references: dict[nodes.Var, set[int]] = {}
        self._harmless: set[int] = set()
        self._met: set[nodes.Var] = set()
        """The variables that what is read now was made of: each adds what it holds once."""

    def read(self, o: nodes.Node, file: str) -> Known:
        """What the mapping that an expression in a file gives may hold."""
        self._met.clear()
        return self._read(o, file)

    def _read(self, o: nodes.Node, file: str) -> Known:
        kinds = alternatives(self._types.get(o)) if isinstance(o, nodes.Expression) else []
        typed = [kind for kind in kinds if isinstance(kind, TypedDictType)]
        if kinds and len(typed) == len(kinds):
            return Known(tuple(TypedPart(kind, place(file, o)) for kind in typed))
        if isinstance(o, nodes.DictExpr):
            return _joined(self._item(key, value, file) for key, value in o.items)
        if isinstance(o, nodes.CallExpr):
            return self._read_call(o, file)
        if isinstance(o, nodes.AssignmentStmt):  # of a key
            return _joined(self._item(each.index, o.rvalue, file) for each in _keys_set(o))
        if isinstance(o, nodes.OpExpr) and o.op in ("|", "or"):
            return _joined((self._read(o.left, file), self._read(o.right, file)))
        if isinstance(o, nodes.ConditionalExpr):
            return _joined((self._read(o.if_expr, file), self._read(o.else_expr, file)))
        variable = _variable(o)
        return _UNKNOWN if variable is None else self._read_variable(variable)

    def _item(self, key: nodes.Expression | None, value: nodes.Expression, file: str) -> Known:
        if key is None:  # `**value`
            return self._read(value, file)
        names = [key.value] if isinstance(key, nodes.StrExpr) else literals_of_types(alternatives(self._types.get(key)))
        return Known(tuple(Entry(name, value, place(file, key)) for name in names), bool(names))

    def _read_call(self, o: nodes.CallExpr, file: str) -> Known:
        """What `dict(...)` and `.copy()` give, and what `.update(...)` and `.setdefault(...)` add."""
        callee = o.callee
        method = callee.name if isinstance(callee, nodes.MemberExpr) else ""
        if isinstance(callee, nodes.MemberExpr) and method == "copy":
            return self._read(callee.expr, file)
        if method == "setdefault" and o.args:
            return self._item(o.args[0], o.args[-1], file)
        if method == "update" or (isinstance(callee, nodes.RefExpr) and callee.fullname == "builtins.dict"):
            return _joined(
                self._read(value, file) if name is None else Known((Entry(name, value, place(file, value)),))
                for value, name in zip(o.args, o.arg_names, strict=True)
            )
        return _UNKNOWN

    def _read_variable(self, variable: nodes.Var) -> Known:
        """All that is ever assigned or added to a variable."""
        if variable in self._met:  # `options = {**options, "more": 1}`
            return Known()
        self._met.add(variable)
        added = self._added.get(variable, [])
        found = _joined(_UNKNOWN if value is None else self._read(value, file) for file, value in added)
        is_followed = bool(added) and self._references.get(variable, set()) <= self._harmless
        return Known(found.parts, found.is_whole and is_followed)

    def note(self, node: nodes.Node, file: str) -> None:
        """Note which variable a node refers to, what it adds to one, and which references of its do no harm."""
        if isinstance(node, nodes.RefExpr) and (variable := _variable(node)) is not None:
            self._references.setdefault(variable, set()).add(id(node))
        if isinstance(node, nodes.FuncItem):
            for argument in node.arguments:  # a caller gives it
                self._added.setdefault(argument.variable, []).append((file, None))
        for target, value in _additions(node):
            if (variable := _variable(target)) is not None:
                self._added.setdefault(variable, []).append((file, value))
                self._harmless.add(id(target))
        self._harmless |= {id(each) for each in _only_read(node)}


def _variable(o: nodes.Node) -> nodes.Var | None:
    """The variable that a name stands for, also that of a module; None for an attribute of an object."""
    if not isinstance(o, nodes.RefExpr) or not isinstance(o.node, nodes.Var):
        return None
    return o.node if isinstance(o, nodes.NameExpr) or o.kind == nodes.GDEF else None


def _keys_set(node: nodes.AssignmentStmt) -> list[nodes.IndexExpr]:
    return [target for target in node.lvalues if isinstance(target, nodes.IndexExpr)]


def _additions(node: nodes.Node) -> Iterator[tuple[nodes.Expression, nodes.Node | None]]:
    """What a node adds something to, and what that is: None where it is not followed."""
    if isinstance(node, nodes.AssignmentStmt):
        yield from ((target.base, node) for target in _keys_set(node))
        unpacked = (each for target in node.lvalues if isinstance(target, nodes.TupleExpr) for each in target.items)
        yield from ((each.base, None) for each in unpacked if isinstance(each, nodes.IndexExpr))
        if len(node.lvalues) == 1:  # one value under two names is not followed
            yield node.lvalues[0], node.rvalue
    elif isinstance(node, nodes.OperatorAssignmentStmt) and node.op == "|":
        yield node.lvalue, node.rvalue
    elif isinstance(node, nodes.CallExpr) and isinstance(callee := node.callee, nodes.MemberExpr):
        yield from [(callee.expr, node)] if callee.name in ("update", "setdefault") else []


def _only_read(node: nodes.Node) -> Sequence[nodes.Node]:
    """The parts of a node that are read or copied: if they are a mapping, it holds afterwards what it held before."""
    if isinstance(node, nodes.CallExpr):
        return _only_read_by_call(node)
    if isinstance(node, nodes.DictExpr):
        return [value for key, value in node.items if key is None]
    if isinstance(node, nodes.IndexExpr):
        return [node.base]
    if isinstance(node, nodes.OpExpr) and node.op == "|":
        return [node.left, node.right]
    if isinstance(node, nodes.OperatorAssignmentStmt):
        return [node.rvalue]
    if isinstance(node, nodes.ComparisonExpr | nodes.IfStmt):
        return node.operands if isinstance(node, nodes.ComparisonExpr) else node.expr
    return [node.expr] if isinstance(node, nodes.UnaryExpr | nodes.ForStmt) else []


def _only_read_by_call(node: nodes.CallExpr) -> list[nodes.Expression]:
    callee = node.callee
    reads_all = isinstance(callee, nodes.RefExpr) and callee.fullname in _FUNCTIONS
    kinds = zip(node.args, node.arg_kinds, strict=True)
    read = [value for value, kind in kinds if reads_all or kind is nodes.ARG_STAR2]
    is_reader = isinstance(callee, nodes.MemberExpr) and callee.name in (*_READERS, "update")
    if isinstance(callee, nodes.MemberExpr) and is_reader:
        read += [callee.expr, *(node.args if callee.name == "update" else ())]
    return read
