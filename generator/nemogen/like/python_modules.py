"""The modules of another client as syntax trees: where each name in them is defined. Nothing is imported or run."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import Final, TypeAlias

from nemogen.light_dataclasses import dataclass

_HOPS: Final = 20
"""How many imports are followed from one name: more go round in a cycle."""

Definition: TypeAlias = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef | ast.expr
"""A class, a function, or what a name is assigned."""


@dataclass(slots=True)
class _Index:
    """What the names of one module are: imported from elsewhere, or defined here."""

    imports: dict[str, str] = field(default_factory=dict)
    defined: dict[str, Definition] = field(default_factory=dict)
    stars: list[str] = field(default_factory=list)


class PythonModules:
    """Modules by dotted name, from files by path below the folder that a program would import them from.

    A module that is not valid Python has no names.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = {_module_of(path): content for path, content in files.items() if path.endswith(".py")}
        self._packages = {_module_of(path) for path in files if path.endswith("__init__.py")}
        self._indices: dict[str, _Index] = {}
        self._public: frozenset[str] | None = None

    @property
    def names(self) -> Iterable[str]:
        """The dotted names of all modules."""
        return self._files.keys()

    def definitions(self, module: str) -> Mapping[str, Definition]:
        """What a module defines itself, by name."""
        return self._index(module).defined

    def find(self, name: str) -> tuple[str, Definition] | None:
        """The module and the definition behind a full dotted name; None where there is none."""
        module, _, last = name.rpartition(".")
        node = self._index(module).defined.get(last) if module in self._files else None
        return (module, node) if node is not None else None

    def resolve(self, module: str, dotted: str) -> str:
        """The full dotted name that `dotted` means in a module: that of its definition where it has one here."""
        first, _, rest = dotted.partition(".")
        name = self._member(module, first)
        for part in rest.split(".") if rest else ():
            name = self._member(name, part) if name in self._files else f"{name}.{part}"
        return name

    @property
    def public(self) -> frozenset[str]:
        """The full names of what the `__init__` modules of packages that are not private import."""
        if self._public is None:
            self._public = frozenset(
                self.resolve(package, name)
                for package in self._packages
                if not any(part.startswith("_") for part in package.split("."))
                for name in self._offered(package)
            )
        return self._public

    def _offered(self, package: str) -> Iterator[str]:
        index = self._index(package)
        yield from index.imports
        yield from index.defined
        for star in index.stars:
            yield from self._index(star).defined

    def _member(self, module: str, name: str) -> str:
        for _ in range(_HOPS):
            index = self._index(module)
            if name in index.defined or module not in self._files:
                return f"{module}.{name}" if module in self._files else name
            target = index.imports.get(name) or self._from_star(index, name)
            if target is None:
                return f"{module}.{name}" if f"{module}.{name}" in self._files else name
            if target in self._files:
                return target
            module, _, name = target.rpartition(".")
            if module not in self._files:
                return target
        return name

    def _from_star(self, index: _Index, name: str) -> str | None:
        return next((f"{star}.{name}" for star in index.stars if name in self._index(star).defined), None)

    def _index(self, module: str) -> _Index:
        if module not in self._indices:
            found = self._indices[module] = _Index()
            for statement in _parse(self._files.get(module, b"")):
                self._add(statement, module, found)
        return self._indices[module]

    def _add(self, statement: ast.stmt, module: str, index: _Index) -> None:
        match statement:
            case ast.Import(names=names):
                index.imports |= {each.asname or each.name.partition(".")[0]: _imported(each) for each in names}
            case ast.ImportFrom(module=source, names=names, level=level):
                start = self._start(module, level)
                base = ".".join(filter(None, (start, source)))
                index.stars += [base for each in names if each.name == "*"]
                index.imports |= {each.asname or each.name: f"{base}.{each.name}" for each in names if each.name != "*"}
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                index.defined[name] = statement
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                index.defined[name] = value
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                index.defined[name] = value
            case ast.If(body=body, orelse=other) | ast.Try(body=body, orelse=other):
                for each in (*body, *other):
                    self._add(each, module, index)

    def _start(self, module: str, level: int) -> str:
        """The package that a relative import of `level` dots in `module` begins at."""
        if not level:
            return ""
        parts = module.split(".")
        keep = len(parts) - level + (1 if module in self._packages else 0)
        return ".".join(parts[: max(keep, 0)])


def _module_of(path: str) -> str:
    return path.removesuffix(".py").removesuffix("__init__").strip("/").replace("/", ".")


def _imported(name: ast.alias) -> str:
    return name.name if name.asname else name.name.partition(".")[0]


def _parse(content: bytes) -> list[ast.stmt]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the foreign code's escapes: they are not ours to report
            return ast.parse(content).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []


def dotted_name(node: ast.expr) -> str:
    """`a.b.C` of an expression that is nothing else; empty for any other."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(parts)]) if isinstance(node, ast.Name) else ""
