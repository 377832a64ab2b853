"""What a program uses of a generated package, and which findings of a diff that concerns.

A label is what callers write, in the words of the findings on a package: `client.chat.completions.create`, an argument
of it `client.chat.completions.create(model)`, `Choice.finish_reason`, `MessageParam["role"]`, `Choice`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Final

from nemogen.diff.python.surface import Class, Field, Function, Surface
from nemogen.diff.python.types import Type, names
from nemogen.document import Files
from nemogen.errors import Location
from nemogen.findings import Direction, Finding
from nemogen.light_dataclasses import dataclass
from nemogen.listing import list_names

Uses = Mapping[str, tuple[Location, ...]]

_NAMED: Final = 3
_STEP: Final = re.compile(r"\([^()]*\)|\[[^\]]*\]|\{[^}]*\}")
_ASYNC: Final = re.compile(r"\bAsync(?=[A-Z])")
_NEW_NEED: Final = re.compile(
    r"new-required|became-required|required-parameter-added|required-key-added|added-required"
)
_LOST_VALUE: Final = re.compile(r"(?:^request-.*|^)enum-value-removed$")


@dataclass(frozen=True, slots=True)
class Usage:
    """What a program uses. `labels`: where each label is used. `values`: by label, where each value is given to it or
    compared with it; None stands for one that the code does not spell out. `loose`: attributes that are read of values
    whose type is not known. `spread`: methods and classes that get arguments whose names the code does not spell out,
    and arguments that may be among those.
    """

    labels: Uses = field(default_factory=dict)
    values: Mapping[str, Mapping[str | None, tuple[Location, ...]]] = field(default_factory=dict)
    loose: Uses = field(default_factory=dict)
    spread: Uses = field(default_factory=dict)

    def known(self) -> Usage:
        """What it uses for sure: what only may be used is left out."""
        values: dict[str, dict[str | None, tuple[Location, ...]]] = {
            label: {value: lines for value, lines in found.items() if value is not None}
            for label, found in self.values.items()
        }
        return Usage(self.labels, values)


def methods_of_operations(files: Files, surface: Surface) -> Mapping[str, tuple[str, ...]]:
    """The labels of the methods that call each operation ("POST /v1/chat"), read from the package's modules.

    A resource's module has a constant for each operation, which the methods that call it name.
    """
    found: dict[str, dict[str, None]] = {}
    package = f"src/{surface.package}/"
    for path, content in sorted(files.items()):
        if not path.startswith(f"{package}resources/") or not path.endswith(".py"):
            continue
        module = f".{path.removeprefix(package).removesuffix('.py').replace('/', '.')}"
        tree = ast.parse(content)
        constants = dict(_operations(tree))
        for owner in (each for each in tree.body if isinstance(each, ast.ClassDef)):
            for method in owner.body:
                if isinstance(method, ast.FunctionDef | ast.AsyncFunctionDef):
                    named = {each.id for each in ast.walk(method) if isinstance(each, ast.Name)} & constants.keys()
                    label = f"{surface.caller(f'{module}.{owner.name}')}.{method.name}"
                    for constant in named:
                        found.setdefault(constants[constant], {})[label] = None
    return {operation: tuple(labels) for operation, labels in found.items()}


def _operations(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        if not isinstance(node, ast.AnnAssign | ast.Assign) or not isinstance(node.value, ast.Call):
            continue
        target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
        given = {each.arg: each.value.value for each in node.value.keywords if isinstance(each.value, ast.Constant)}
        if isinstance(target, ast.Name) and "method" in given and "path" in given:
            yield target.id, without_names(f"{given['method']!s} {given['path']!s}")


def without_names(operation: str) -> str:
    """An operation whose path's parameters have no names: they may be called otherwise on either side."""
    return re.sub(r"\{[^{}]*\}", "{}", operation)


@dataclass(frozen=True, slots=True)
class Callers:
    """A program's usage of the package with this surface, to mark findings with."""

    usage: Usage
    surface: Surface
    methods: Mapping[str, tuple[str, ...]]

    def what_is_used(self) -> str:
        """Which names of the package the program uses, in one line: without any, it may be the wrong program."""
        used = sorted(self.usage.labels, key=lambda label: (not label.startswith("client."), label))
        if not used:
            return f"the code uses no name of {self.surface.package}"
        return f"the code uses {list_names(used, _NAMED)} of {self.surface.package}"

    def mark(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings, each with the lines of code that it is about, and those of which only the run of the program
        decides."""
        known = replace(self, usage=self.usage.known())
        return tuple(self._marked(finding, known) for finding in findings)

    def _marked(self, finding: Finding, known: Callers) -> Finding:
        used = _in_order(known._lines(finding))
        sure = {(line.file, line.line) for line in used}
        maybe = (line for line in self._lines(finding) if (line.file, line.line) not in sure)
        return replace(finding, used_by=used, maybe_used_by=_in_order(maybe))

    def _lines(self, finding: Finding) -> Iterator[Location]:
        if finding.area == "source":
            for label in finding.key.split(", "):
                yield from self._used(label, finding)
            return
        for operation in finding.operations:
            for label in self.methods.get(without_names(operation), ()):
                calls = self.usage.labels.get(label, ())
                if calls:
                    yield from self._in_call(label, calls, finding)

    def _used(self, label: str, finding: Finding) -> Iterator[Location]:
        """Where a label is used; a newly required argument hits those who do not give it."""
        plain = label.removesuffix("()")
        method, _, argument = plain.partition("(")
        if argument and _NEW_NEED.search(finding.id):
            yield from self.usage.labels.get(method, ())
            return
        owner = re.match(r"(\w+)\[\"", plain)
        if owner and _NEW_NEED.search(finding.id):
            found = (each for name, each in self.usage.labels.items() if name.startswith(f'{owner[1]}["'))
            yield from (line for each in found for line in each)
            return
        yield from self.usage.labels.get(plain, ())
        yield from self._spread(method, plain) if argument else ()
        if not argument and not plain.startswith("client."):
            yield from self._spread(owner[1] if owner else plain.rpartition(".")[0], plain)
            yield from self.usage.loose.get(plain.rpartition(".")[2], ())
            yield from self._read_whole(plain.rpartition(".")[0]) if finding.direction is not Direction.REQUEST else ()

    def _spread(self, method: str, label: str) -> Iterator[Location]:
        """Where arguments that the code does not name are given to a method or class: one of them may be meant."""
        yield from self.usage.spread.get(method, ())
        yield from self.usage.spread.get(label, ())

    def _in_call(self, label: str, calls: Sequence[Location], finding: Finding) -> Iterator[Location]:
        """Where a program that calls a method is about what changed of its operation."""
        for path in finding.paths or ("",):
            steps = [step for step in _STEP.sub("", path).split(".") if step]
            if not steps or finding.direction not in (Direction.REQUEST, Direction.RESPONSE):
                yield from calls
            elif finding.direction is Direction.REQUEST:
                yield from self._given(label, steps, calls, finding)
            else:
                yield from self._read(label, steps)

    def _given(self, label: str, steps: list[str], calls: Sequence[Location], finding: Finding) -> Iterator[Location]:
        is_new = bool(_NEW_NEED.search(finding.id)) or finding.id.startswith("new-")
        arguments = self._arguments(label)
        argument = next((name for name in arguments if _letters(name) == _letters(steps[0])), None)
        whole = label if argument is None else f"{label}({argument})"
        if argument is not None and len(steps) == 1:
            yield from calls if is_new else self._valued([whole], finding)
            yield from self._spread(label, whole)
            return
        start = [kind for name, kind in arguments.items() if argument in (None, name)]
        owners = self._walk(start, steps if argument is None else steps[1:])
        if is_new:
            given = [key for owner, _ in owners for key in self.usage.labels if key.startswith(f'{owner}["')]
            yield from (line for key in given for line in self.usage.labels[key])
            yield from calls if not owners else ()
            return
        yield from self._valued([*(form for owner, leaf in owners for form in _forms(owner, leaf))], finding)
        yield from (line for owner, _ in owners for line in self.usage.spread.get(owner, ()))
        unseen = self.usage.values.get(whole, {}).get(None, ()) if argument is not None else ()
        yield from unseen if not owners else ()

    def _valued(self, labels: Iterable[str], finding: Finding) -> Iterator[Location]:
        """Where a label is used; where certain values went, only where one of them or an unknown one is given."""
        for label in labels:
            values = self.usage.values.get(label)
            if values is None or not finding.values or not _LOST_VALUE.search(finding.id):
                yield from self.usage.labels.get(label, ())
                continue
            for value, lines in values.items():
                if value is None or value in finding.values:
                    yield from lines

    def _read(self, label: str, steps: list[str]) -> Iterator[Location]:
        owners = self._walk([self._returns(label)], steps)
        for owner, leaf in owners:
            for form in _forms(owner, leaf):
                yield from self.usage.labels.get(form, ())
            yield from self._read_whole(owner)
        yield from self.usage.loose.get(steps[-1], ())

    def _read_whole(self, owner: str) -> Iterator[Location]:
        """Where objects of a class are read as a whole, by themselves or as a part of others."""
        for label, lines in self.usage.labels.items():
            name, _, method = label.rpartition(".")
            if method in WHOLE and owner in self._parts_of(name):
                yield from lines

    def _parts_of(self, owner: str) -> set[str]:
        """A class, and all classes that its attributes lead to, by their own names."""
        waiting = [name for name in self.surface.definitions if self.surface.caller(name) == owner]
        found: set[str] = set()
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                members = self._members(name).values()
                waiting += [
                    each for member in members if isinstance(member, Field) for each in self._classes(member.type)
                ]
        return {name.rpartition(".")[2] for name in found}

    def _walk(self, start: Iterable[Type | None], steps: list[str]) -> list[tuple[str, str]]:
        """The classes, and their members, that a way leads to from these types."""
        owners = [name for kind in start for name in self._classes(kind)]
        found: list[tuple[str, str]] = []
        for step in steps:
            members = [
                (owner, key, member)
                for owner in dict.fromkeys(owners)
                for key, member in self._members(owner).items()
                if _letters(key) == _letters(step) and isinstance(member, Field)
            ]
            found = [(owner.rpartition(".")[2], key) for owner, key, _ in members]
            owners = [name for _, _, member in members for name in self._classes(member.type)]
        return found

    def _members(self, name: str) -> Mapping[str, object]:
        definition = self.surface.definitions.get(name)
        return definition.members if isinstance(definition, Class) else {}

    def _classes(self, kind: Type | None) -> list[str]:
        """The classes of the package in a type, also those behind names of types."""
        found: dict[str, None] = {}
        waiting = [*names(kind or frozenset())]
        while waiting:
            name = waiting.pop()
            if name in found or name not in self.surface.definitions:
                continue
            found[name] = None
            definition = self.surface.definitions[name]
            waiting += names(definition.type) if not isinstance(definition, Class | Function) else ()
        return [name for name in found if isinstance(self.surface.definitions[name], Class)]

    def _function(self, label: str) -> Function | None:
        owner, _, method = label.rpartition(".")
        for name in self.surface.definitions:
            if self.surface.caller(name) == owner and isinstance(found := self._members(name).get(method), Function):
                return found
        return None

    def _arguments(self, label: str) -> Mapping[str, Type | None]:
        function = self._function(label)
        ways = function.signatures if function else ()
        return {parameter.name: parameter.type for way in ways for parameter in way.parameters}

    def _returns(self, label: str) -> Type:
        function = self._function(label)
        kinds = [way.returns for way in function.signatures if way.returns] if function else []
        return frozenset(atom for kind in kinds for atom in kind)


WHOLE: Final = ("model_dump", "model_dump_json", "to_dict", "to_json")
"""Methods of a model that read all of it."""


def _forms(owner: str, leaf: str) -> tuple[str, str]:
    plain = _ASYNC.sub("", owner)
    return f"{plain}.{leaf}", f'{plain}["{leaf}"]'


def _letters(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _in_order(lines: Iterable[Location]) -> tuple[Location, ...]:
    """Each line of code once, at the first column that is meant."""
    found: dict[tuple[str, int | None], Location] = {}
    for each in sorted(lines, key=lambda at: (at.file, at.line or 0, at.column or 0)):
        found.setdefault((each.file, each.line), each)
    return tuple(found.values())
