"""Types in annotations, compared as sets of alternatives.

A type is the set of what it may be: `int | None` has two members, `Literal["a", "b"]` two, `Optional` and `Union` are
other spellings of the same. Containers are compared by what they hold, as a reader of them sees it: a `list[int]` that
becomes a `list[int | None]` got wider, although a type checker that is strict about `list` takes neither for the other.
"""

from __future__ import annotations

import ast
import enum
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import Final, TypeAlias

from nemogen.diff.python.union_operands import union_operands
from nemogen.light_dataclasses import dataclass

Resolver: TypeAlias = Callable[[str], str]
"""From a dotted name, as written in a module, to what it stands for: `.models.Pet`, `typing.Optional`, `int`."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One alternative: a class with its arguments, or a literal value, whose `name` is its repr."""

    name: str
    args: tuple[Type, ...] = ()
    literal: str = ""
    """The class of a literal value; empty for a class."""


Type: TypeAlias = frozenset[Atom]

ANY: Final[Type] = frozenset({Atom("Any")})
NONE: Final[Atom] = Atom("None")


class Relation(enum.Enum):
    """How a type compares with the one before."""

    SAME = enum.auto()
    WIDER = enum.auto()
    NARROWER = enum.auto()
    OTHER = enum.auto()


def parse(source: str, resolve: Resolver) -> Type:
    """The type that an annotation's source means. What cannot be read is a type of its own, equal to itself alone."""
    try:
        return frozenset(_members(ast.parse(source.strip(), mode="eval").body, resolve))
    except (SyntaxError, ValueError, RecursionError):
        return frozenset({Atom(" ".join(source.split()))})


def qualifiers(source: str, resolve: Resolver) -> frozenset[str]:
    """The marks around an annotation that are no part of the type: `Required`, `NotRequired`, `ReadOnly`, …."""
    found = set()
    try:
        node = ast.parse(source.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError):
        return frozenset()
    while isinstance(node, ast.Subscript) and (name := _typing_name(node.value, resolve)) in _TRANSPARENT:
        found.add(name)
        node = node.slice.elts[0] if isinstance(node.slice, ast.Tuple) and node.slice.elts else node.slice
    return frozenset(found)


_TRANSPARENT: Final = frozenset({"Annotated", "Required", "NotRequired", "ReadOnly", "ClassVar", "Final"})
_BUILTINS: Final = {name: name.lower() for name in ("List", "Dict", "Set", "FrozenSet", "Tuple", "Type")}
_MODULES: Final = ("typing.", "typing_extensions.", "collections.abc.", "builtins.", "types.")


def _members(node: ast.expr, resolve: Resolver) -> Iterator[Atom]:
    match node:
        case ast.Constant(value=None):
            yield NONE
        case ast.Constant(value=str() as text):
            yield from parse(text, resolve)
        case ast.BinOp(op=ast.BitOr()):
            for operand in union_operands(node):
                yield from _members(operand, resolve)
        case ast.Subscript(value=value, slice=inner):
            yield from _subscript(_typing_name(value, resolve), inner, resolve)
        case ast.Name() | ast.Attribute():
            yield Atom(_typing_name(node, resolve))
        case ast.Starred(value=inner):
            yield Atom("*", (frozenset(_members(inner, resolve)),))
        case ast.List(elts=items):
            yield Atom("[]", tuple(frozenset(_members(item, resolve)) for item in items))
        case _:
            yield Atom(ast.unparse(node))


def _subscript(name: str, inner: ast.expr, resolve: Resolver) -> Iterator[Atom]:
    items = inner.elts if isinstance(inner, ast.Tuple) else [inner]
    if name in _TRANSPARENT or name == "Optional":
        yield from _members(items[0], resolve)
        if name == "Optional":
            yield NONE
    elif name == "Union":
        for item in items:
            yield from _members(item, resolve)
    elif name == "Literal":
        for item in items:
            yield from _literal(item, resolve)
    else:
        yield Atom(name, tuple(frozenset(_members(item, resolve)) for item in items))


def _literal(node: ast.expr, resolve: Resolver) -> Iterator[Atom]:
    match node:
        case ast.Constant(value=None):
            yield NONE
        case ast.Constant(value=value):
            yield Atom(repr(value), literal=type(value).__name__)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() as value)):
            yield Atom(repr(-value), literal="int")
        case ast.Subscript(slice=inner):
            yield from _subscript("Literal", inner, resolve)
        case _:
            yield Atom(_dotted(node, resolve), literal="object")


def _typing_name(node: ast.expr, resolve: Resolver) -> str:
    name = _dotted(node, resolve)
    name = name.removeprefix(next(filter(name.startswith, _MODULES), ""))
    return _BUILTINS.get(name, name)


def _dotted(node: ast.expr, resolve: Resolver) -> str:
    try:
        return resolve(ast.unparse(node))
    except RecursionError:
        return "…"


_VALUES: Final = 6


def text(kind: Type) -> str:
    """The type as people write it, with the last part of each name: values first (six at most), `None` last."""
    literals = sorted(atom.name for atom in kind if atom.literal)
    if len(literals) > _VALUES:
        literals = [*literals[: _VALUES - 1], "…"]
    classes = sorted(_atom_text(atom) for atom in kind if not atom.literal and atom != NONE)
    parts = [f"Literal[{', '.join(literals)}]"] if literals else []
    return " | ".join([*parts, *classes, *(["None"] if NONE in kind else [])])


def _atom_text(atom: Atom) -> str:
    inner = ", ".join(map(text, atom.args))
    if atom.name == "[]":
        return f"[{inner}]"
    if atom.name == "*":
        return f"*{inner}"
    name = atom.name.rpartition(".")[2] or atom.name
    return f"{name}[{inner}]" if atom.args else name


def names(kind: Type) -> Iterator[str]:
    """Every class and alias that the type names, at any depth."""
    for atom in kind:
        if not atom.literal:
            yield atom.name
        for inner in atom.args:
            yield from names(inner)


def renamed(kind: Type, new: Mapping[str, str]) -> Type:
    """The type with other names for classes and aliases."""
    return frozenset(
        Atom(new.get(atom.name, atom.name), tuple(renamed(inner, new) for inner in atom.args), atom.literal)
        for atom in kind
    )


def without_sentinel(kind: Type, default: str) -> Type:
    """The type of a parameter without the class whose one instance stands for an argument that is not given: `Omit` for
    `omit`. `default` is source."""
    marker = default.rpartition(".")[2].replace("_", "").lower()
    rest = frozenset(atom for atom in kind if atom.literal or atom.name.rpartition(".")[2].lower() != marker)
    return rest or ANY


_SUPERTYPES: Final = {
    "list": frozenset({"MutableSequence", "Sequence", "Collection", "Iterable", "Reversible", "Container", "Sized"}),
    "tuple": frozenset({"Sequence", "Collection", "Iterable", "Reversible", "Container", "Sized"}),
    "dict": frozenset({"MutableMapping", "Mapping", "Container", "Sized"}),
    "set": frozenset({"MutableSet", "AbstractSet", "Set", "Collection", "Iterable", "Container", "Sized"}),
    "frozenset": frozenset({"AbstractSet", "Set", "Collection", "Iterable", "Container", "Sized"}),
    "Sequence": frozenset({"Collection", "Iterable", "Reversible", "Container", "Sized"}),
    "Collection": frozenset({"Iterable", "Container", "Sized"}),
    "MutableSequence": frozenset({"Sequence", "Collection", "Iterable"}),
    "MutableMapping": frozenset({"Mapping"}),
    "Iterator": frozenset({"Iterable"}),
    "Generator": frozenset({"Iterator", "Iterable"}),
    "AsyncIterator": frozenset({"AsyncIterable"}),
    "AsyncGenerator": frozenset({"AsyncIterator", "AsyncIterable"}),
    "int": frozenset({"float", "complex"}),
    "float": frozenset({"complex"}),
    "bool": frozenset({"int", "float", "complex"}),
}
"""What else accepts a value of a class: the abstract classes of `collections.abc`, and numbers as in PEP 484."""

_TOP: Final = ("Any", "object")
_TRUTHS: Final = {Atom("True", literal="bool"), Atom("False", literal="bool")}
_OPEN_MAPPING: Final = Atom("Mapping", (frozenset({Atom("str")}), frozenset({Atom("object")})))
"""What a TypedDict is to those who do not know its keys (PEP 589)."""


@dataclass(frozen=True, slots=True)
class Side:
    """The names of a package: the types of its aliases, and the base classes of its classes."""

    aliases: Mapping[str, Type] = field(default_factory=dict)
    ancestors: Mapping[str, frozenset[str]] = field(default_factory=dict)


def relate(before: Type, after: Type, base: Side, revision: Side) -> Relation:
    """How `after`, with the names of `revision`, compares with `before`, with those of `base`.

    An alias of both sides is one thing here: a change of what it stands for is reported once, at the alias.
    """
    if before == after:
        return Relation.SAME
    wider = _Acceptance(revision, base).accepts(after, before)
    narrower = _Acceptance(base, revision).accepts(before, after)
    if wider and narrower:
        return Relation.SAME
    return Relation.WIDER if wider else Relation.NARROWER if narrower else Relation.OTHER


class _Acceptance:
    """Whether a place of one package's type takes every value of another's."""

    def __init__(self, target: Side, source: Side) -> None:
        self._target, self._source = target, source
        self._open: set[tuple[Atom, Atom]] = set()

    def accepts(self, target: Type, source: Type) -> bool:
        rest = source - target
        if not rest:
            return True
        goals = _expanded(target, self._target.aliases)
        return all(any(self._takes(goal, atom) for goal in goals) for atom in _expanded(rest, self._source.aliases))

    def _takes(self, goal: Atom, atom: Atom) -> bool:
        if goal == atom or goal.name in _TOP:
            return True
        if atom.literal:
            return not goal.literal and self._takes(goal, Atom(atom.literal))
        if goal.literal or (goal, atom) in self._open:
            return (goal, atom) in self._open
        above = self._above(atom.name)
        if goal.name == "Mapping" and "Mapping" in above and not atom.args:
            atom = _OPEN_MAPPING
        elif goal.name != atom.name:
            return goal.name in above and (not goal.args or self._holds(goal, atom))
        return self._holds(goal, atom)

    def _above(self, name: str) -> frozenset[str]:
        return _SUPERTYPES.get(name) or self._source.ancestors.get(name, frozenset())

    def _holds(self, goal: Atom, atom: Atom) -> bool:
        """Arguments one by one, where a missing one may be anything; a recursive alias is taken at its word."""
        self._open.add((goal, atom))
        wanted, given = _arguments(goal), _arguments(atom)
        length = max(len(wanted), len(given))
        pairs = zip(_padded(wanted, length), _padded(given, length), strict=True)
        held = all(self.accepts(one, other) for one, other in pairs)
        self._open.discard((goal, atom))
        return held


def _arguments(atom: Atom) -> tuple[Type, ...]:
    """`tuple[X, ...]` holds X as a sequence does."""
    return atom.args[:1] if atom.name == "tuple" and atom.args[1:] == (frozenset({Atom("...")}),) else atom.args


def _padded(args: tuple[Type, ...], length: int) -> tuple[Type, ...]:
    return args + (ANY,) * (length - len(args))


def _expanded(kind: Type, aliases: Mapping[str, Type]) -> Type:
    """The type without aliases; both truth values make a bool."""
    found: set[Atom] = set()
    seen: set[str] = set()
    waiting = list(kind)
    while waiting:
        atom = waiting.pop()
        # What a generic alias stands for says nothing of its arguments: two of one alias are compared by these.
        if atom.name in aliases and not atom.args and not atom.literal and atom.name not in seen:
            seen.add(atom.name)
            waiting.extend(aliases[atom.name])
        elif atom.name not in seen:
            found.add(atom)
    return frozenset(found | {Atom("bool")} if found >= _TRUTHS else found)
