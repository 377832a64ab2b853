"""Reads what a program uses of a generated package, with mypy's types: nothing of either is imported or run.

mypy is given the program and the package alone: no configuration (which could name plugins, and plugins are code), no
installed packages. Its types of expressions are not a published interface: all uses of it are in this module.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from mypy import build, find_sources, nodes
from mypy.errors import CompileError
from mypy.patterns import ClassPattern, ValuePattern
from mypy.types import (
    AnyType,
    CallableType,
    Instance,
    Overloaded,
    ProperType,
    TupleType,
    Type,
    TypedDictType,
    get_proper_type,
)

from nemogen.diff.python.known_mappings import Entry, KnownMappings
from nemogen.diff.python.surface import Surface
from nemogen.diff.python.typed_code import (
    alternatives,
    literals,
    literals_of_types,
    mypy_options,
    nodes_by_file,
    place,
    positional_names,
)
from nemogen.diff.python.usage import WHOLE, Usage
from nemogen.errors import ConfigError, Location

_RAW: Final = ".with_raw_response"
_BY_NAME: Final = frozenset({"builtins.getattr", "builtins.hasattr", "builtins.setattr"})
_REMEDY = "Give Python files or folders that python -m mypy can read."


def read_usage(paths: Sequence[Path], package: Path, surface: Surface) -> Usage:
    """What the Python files at `paths` (files, or folders with files) use of the package in the folder `package`.

    Raises ConfigError if there is no Python file, or one cannot be parsed.
    """
    options = mypy_options(package)
    try:
        found = find_sources.create_source_list([str(path) for path in paths], options)
        sources = [each for each in found if each.module.split(".")[0] != surface.package]
        result = build.build(sources, options)
    except (find_sources.InvalidSourceList, CompileError) as error:
        raise ConfigError(f"the code cannot be read: {_said(error)}", remedy=_REMEDY) from error
    mappings = KnownMappings(result.types)
    program = [*nodes_by_file(sources, result)]
    for file, every in program:
        for node in every:
            mappings.note(node, file)
    collector = _Collector(surface, result.types, mappings)
    for collector.file, every in program:
        for node in every:
            collector.note(node)
    return collector.usage()


def _said(error: Exception) -> str:
    lines = error.messages if isinstance(error, CompileError) else [str(error)]
    return "; ".join(lines[:3])


class _Collector:
    """Looks at the nodes of a program, and notes what they use."""

    def __init__(self, surface: Surface, types: Mapping[nodes.Expression, Type], mappings: KnownMappings) -> None:
        self.file = ""
        self._surface = surface
        self._mappings = mappings
        self._types = types
        self._labels: dict[str, dict[Location, None]] = {}
        self._values: dict[str, dict[str | None, dict[Location, None]]] = {}
        self._loose: dict[str, dict[Location, None]] = {}
        self._spread: dict[str, dict[Location, None]] = {}
        self._typed: list[tuple[str, TypedDictType, Location]] = []

    def usage(self) -> Usage:
        """What was noted so far."""
        for label, kind, at in self._typed:
            self._note_keys(label, kind, at)
        values = {
            label: {value: tuple(lines) for value, lines in found.items()} for label, found in self._values.items()
        }
        labels, loose, spread = (
            {label: tuple(lines) for label, lines in found.items()}
            for found in (self._labels, self._loose, self._spread)
        )
        return Usage(labels, values, loose, spread)

    def note(self, node: nodes.Node) -> None:
        """Note the uses of one node, without those of its children."""
        if isinstance(node, nodes.ImportFrom):
            self._import(node)
        elif isinstance(node, nodes.NameExpr):
            self._note_named(node)
        elif isinstance(node, nodes.MemberExpr):
            self._member(node)
        elif isinstance(node, nodes.IndexExpr):
            self._note_key(node.base, node.index, node)
        elif isinstance(node, nodes.DictExpr):
            self._dict(node)
        elif isinstance(node, nodes.ComparisonExpr):
            self._comparison(node)
        elif isinstance(node, nodes.CallExpr):
            self._call(node)
        elif isinstance(node, ClassPattern):
            self._class_pattern(node)

    def _import(self, o: nodes.ImportFrom) -> None:
        if o.id.split(".")[0] == self._surface.package:
            for name, _ in o.names:
                self._note(name, o)

    def _member(self, o: nodes.MemberExpr) -> None:
        self._note_named(o)
        for kind in self._alternatives(o.expr):
            if isinstance(kind, AnyType):
                self._loose.setdefault(o.name, {})[self._at(o)] = None
            for owner in self._owners(kind):
                self._note(f"{owner}.{o.name}", o)

    def _dict(self, o: nodes.DictExpr) -> None:
        for kind in self._alternatives(o):
            if isinstance(kind, TypedDictType) and (owner := self._name(kind.fallback.type.fullname)):
                for key, value in o.items:
                    if isinstance(key, nodes.StrExpr):
                        self._give(f'{owner}["{key.value}"]', value, self._at(key))

    def _comparison(self, o: nodes.ComparisonExpr) -> None:
        read = [label for each in o.operands for label in self._read_labels(each)]
        for value in (literal for each in o.operands for literal in literals(each)):
            for label in read:
                self._values.setdefault(label, {}).setdefault(value, {})[self._at(o)] = None

    def _call(self, o: nodes.CallExpr) -> None:
        callee = o.callee
        if isinstance(callee, nodes.MemberExpr) and callee.name in ("get", "pop", "setdefault") and o.args:
            self._note_key(callee.expr, o.args[0], o)
        if isinstance(callee, nodes.RefExpr) and callee.fullname in _BY_NAME and len(o.args) > 1:
            self._note_by_name(o.args[0], o.args[1], o)
        if isinstance(callee, nodes.RefExpr) and callee.fullname == "functools.partial" and o.args:
            self._partial(o)
        for label in self._called(callee):
            self._note_arguments(label, o)

    def _note_by_name(self, owner: nodes.Expression, name: nodes.Expression, o: nodes.CallExpr) -> None:
        """An attribute whose name is a value; one that the code does not spell out may be any."""
        named = [f"{name.value}"] if isinstance(name, nodes.StrExpr) else [*WHOLE]
        for kind in self._alternatives(owner):
            for each in self._owners(kind):
                for attribute in named:
                    self._note(f"{each}.{attribute}", o)

    def _partial(self, o: nodes.CallExpr) -> None:
        """A call to which more arguments are given where it is made: nobody knows there which method it is of."""
        for label in self._called(o.args[0]):
            self._spread.setdefault(label, {})[self._at(o)] = None
            for argument, name in zip(o.args[1:], o.arg_names[1:], strict=True):
                if name is not None:
                    self._give(f"{label}({name})", argument, self._at(argument))

    def _class_pattern(self, o: ClassPattern) -> None:
        """`case Usage(total_tokens=0)` reads an attribute."""
        owner = self._name(o.class_ref.fullname)
        for name, pattern in zip(o.keyword_keys, o.keyword_values, strict=True):
            if owner is None:
                continue
            self._note(f"{owner}.{name}", o)
            for value in literals(pattern.expr) if isinstance(pattern, ValuePattern) else ():
                self._values.setdefault(f"{owner}.{name}", {}).setdefault(value, {})[self._at(o)] = None

    def _note_arguments(self, label: str, o: nodes.CallExpr) -> None:
        positional = positional_names(self._alternatives(o.callee))
        for index, (argument, kind, name) in enumerate(zip(o.args, o.arg_kinds, o.arg_names, strict=True)):
            if kind is nodes.ARG_STAR2:
                self._note_spread(label, argument, o)
            elif kind is nodes.ARG_STAR:  # how many, and so which of those after it, nobody knows
                for given in positional[index:]:
                    self._spread.setdefault(f"{label}({given})", {})[self._at(o)] = None
                positional = positional[:index]
            elif given := name or next(iter(positional[index : index + 1]), None):
                self._give_argument(label, given, argument, self._at(argument))

    def _give_argument(self, label: str, name: str, value: nodes.Expression, at: Location) -> None:
        """An argument of a method, or of a class: that is an attribute or a key of it."""
        is_class = "." not in label
        for form in (f"{label}.{name}", f'{label}["{name}"]') if is_class else (f"{label}({name})",):
            self._give(form, value, at)

    def _note_spread(self, label: str, argument: nodes.Expression, o: nodes.CallExpr) -> None:
        """Arguments out of a mapping: those whose names are known; where it may hold others, any."""
        known = self._mappings.read(argument, self.file)
        for part in known.parts:
            if isinstance(part, Entry):
                self._give_argument(label, part.key, part.value, part.at)
            else:
                self._typed.append((label, part.kind, part.at))
        if not known.is_whole:
            self._spread.setdefault(label, {})[self._at(o)] = None

    def _note_keys(self, label: str, kind: TypedDictType, at: Location) -> None:
        """Arguments out of a typed mapping: those that the program writes, with their values, or has to write."""
        owner = self._name(kind.fallback.type.fullname)
        written = [*self._labels] if owner is None else [each for each in self._labels if each.startswith(f'{owner}["')]
        for name in kind.items:
            key = f'{owner}["{name}"]'
            if owner is None or not written or name in kind.required_keys or key in written:
                argument = f"{label}({name})"
                self._labels.setdefault(argument, {})[at] = None
                for value in self._values.get(key) or [None]:
                    self._values.setdefault(argument, {}).setdefault(value, {})[at] = None

    def _called(self, callee: nodes.Expression) -> Iterator[str]:
        """The labels of the methods or classes of the package that a call means."""
        found = dict.fromkeys(self._methods_of(callee))
        if isinstance(callee, nodes.MemberExpr):
            for kind in self._alternatives(callee.expr):
                found |= {f"{owner}.{callee.name}": None for owner in self._owners(kind)}
        yield from found
        if isinstance(callee, nodes.RefExpr) and (own := self._name(callee.fullname)) and "." not in own:
            yield own

    def _methods_of(self, o: nodes.Expression) -> Iterator[str]:
        """The labels of the package's methods that a value is, under whatever name the code keeps it."""
        for kind in self._alternatives(o):
            for each in kind.items if isinstance(kind, Overloaded) else [kind]:
                own = each.definition if isinstance(each, CallableType) else None
                if isinstance(own, nodes.Decorator):
                    own = own.func
                if isinstance(own, nodes.FuncDef) and own.info and (owner := self._name(own.info.fullname)):
                    yield f"{owner}.{own.name}"

    def _give(self, label: str, value: nodes.Expression, at: Location) -> None:
        self._labels.setdefault(label, {})[at] = None
        found = self._values.setdefault(label, {})
        values: list[str | None] = [*(literals(value) or literals_of_types(self._alternatives(value)))]
        for literal in values or [None]:
            found.setdefault(literal, {})[at] = None

    def _note_key(self, mapping: nodes.Expression, key: nodes.Expression, o: nodes.Expression) -> None:
        if isinstance(key, nodes.StrExpr):
            for kind in self._alternatives(mapping):
                if isinstance(kind, TypedDictType) and (owner := self._name(kind.fallback.type.fullname)):
                    self._note(f'{owner}["{key.value}"]', o)

    def _read_labels(self, o: nodes.Expression) -> Iterator[str]:
        if isinstance(o, nodes.MemberExpr):
            for kind in self._alternatives(o.expr):
                yield from (f"{owner}.{o.name}" for owner in self._owners(kind))

    def _note_named(self, o: nodes.RefExpr) -> None:
        if name := self._name(o.fullname):
            for label in {name, o.fullname.rpartition(".")[2]}:  # a client's class has its own name besides `client`
                self._note(label, o)

    def _note(self, label: str, o: nodes.Context) -> None:
        self._labels.setdefault(label, {})[self._at(o)] = None

    def _at(self, o: nodes.Context) -> Location:
        return place(self.file, o)

    def _alternatives(self, o: nodes.Expression) -> list[ProperType]:
        return alternatives(self._types.get(o))

    def _owners(self, kind: ProperType) -> Iterator[str]:
        """The classes of the package that a value of this type is of, by their names for callers."""
        if isinstance(kind, TupleType):
            kind = kind.partial_fallback
        if isinstance(kind, CallableType) and kind.is_type_obj():
            kind = get_proper_type(kind.ret_type)
        if isinstance(kind, Instance):
            for owner in filter(None, (self._name(each.fullname) for each in kind.type.mro)):
                yield owner
                if owner.endswith(_RAW):  # the same operations
                    yield owner.removesuffix(_RAW)

    def _name(self, fullname: str | None) -> str | None:
        """What callers call a definition of the package; None for anything else."""
        package, _, rest = (fullname or "").partition(".")
        if package != self._surface.package or not rest:
            return None
        own = f".{rest}"
        target = self._surface.names.get(own, own)
        return self._surface.caller(target) if target in self._surface.definitions else None
