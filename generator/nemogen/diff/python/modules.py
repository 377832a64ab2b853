"""A package in memory as griffe sees it: its modules, and what each name in them stands for. Nothing is imported."""

from __future__ import annotations

import ast
import functools
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from typing import Final

import griffe

from nemogen.document import Files
from nemogen.errors import InputFault, Location

_HOPS: Final = 20
_RUNTIME: Final = "._runtime"


class _Visitor(griffe.Visitor):
    """griffe's, which looks for the docstring of an attribute among all statements around it, one by one: minutes for
    a class of ten thousand fields. Nobody reads these docstrings here, so it gets a parent without statements."""

    def handle_attribute(self, node: ast.Assign | ast.AnnAssign, annotation: str | griffe.Expr | None = None) -> None:
        around = vars(node)["parent"]
        is_conditional = isinstance(around, ast.If | ast.ExceptHandler)
        vars(node)["parent"] = ast.ExceptHandler(body=[]) if is_conditional else ast.Module(body=[], type_ignores=[])
        super().handle_attribute(node, annotation)
        vars(node)["parent"] = around


class Package:
    """The modules of the one import package among `files`, found as the shallowest folder with an `__init__.py`.

    Modules are parsed when they are needed. Raises `InputFault` for one that is not valid Python.
    """

    def __init__(self, files: Files) -> None:
        tops = sorted(
            (path for path in files if path.endswith("__init__.py")), key=lambda path: (path.count("/"), path)
        )
        self.folder = tops[0].removesuffix("__init__.py") if tops else ""
        self.name = PurePosixPath(self.folder).name
        self._files = files
        self._paths = (
            dict(self._named(path) for path in sorted(files) if path.startswith(self.folder) and path.endswith(".py"))
            if tops
            else {}
        )
        self._visited: dict[str, griffe.Module] = {}
        runtime = tuple((path, files[path]) for name, path in self._paths.items() if _is_of_runtime(name))
        self._runtime_modules = _runtime_modules(self.name, runtime)

    def _named(self, path: str) -> tuple[str, str]:
        inner = path.removeprefix(self.folder).removesuffix(".py").removesuffix("__init__").strip("/")
        return "".join(f".{part}" for part in inner.split("/") if part), path

    @property
    def modules(self) -> Collection[str]:
        """The names of all modules, without the package's: ``""`` is the package itself."""
        return self._paths.keys()

    def modules_with(self, text: str) -> Iterator[str]:
        """The names of the modules that contain `text`. Nothing is parsed: most modules are never needed."""
        return (name for name, path in self._paths.items() if text.encode() in self._files[path])

    def module(self, name: str) -> griffe.Module:
        """A module by its name, parsed when it is first asked for."""
        visited = self._runtime_modules if _is_of_runtime(name) else self._visited
        if name not in visited:
            visited[name] = self._visit(name, self._paths[name])
        return visited[name]

    def _visit(self, name: str, path: str) -> griffe.Module:
        above, _, last = name.rpartition(".")
        try:
            return _Visitor(
                last or self.name or "package",
                filepath=Path(path),
                code=self._files[path].decode("utf-8-sig"),
                extensions=griffe.load_extensions(),
                parent=self.module(above) if name and above in self._paths else None,
                modules_collection=griffe.ModulesCollection(),
            ).get_module()
        except (SyntaxError, ValueError, RecursionError) as error:
            raise InputFault(
                f"this module of the generated package is not valid Python: {type(error).__name__}",
                where=Location(path, line=getattr(error, "lineno", None)),
                remedy="regenerate the package",
            ) from error

    def place(self, module: str, item: griffe.Object) -> Location:
        """The line of a definition; the module says the file."""
        return Location(self._paths[module], line=item.lineno)

    def find(self, name: str) -> tuple[str, griffe.Object] | None:
        """The module and the object behind a name such as `.models.Pet`; None where the package has none."""
        module, dot, last = name.rpartition(".")
        item = self.module(module).members.get(last) if dot and module in self._paths else None
        return (module, item) if isinstance(item, griffe.Object) and not isinstance(item, griffe.Module) else None

    def resolve(self, module: str, dotted: str) -> str:
        """What a dotted name in a module stands for: `.models.Pet` inside the package, `typing.Any` outside."""
        first, _, rest = dotted.partition(".")
        name = self._member(module, first)
        for part in rest.split(".") if rest else ():
            name = self._member(name, part) if name in self._paths else f"{name}.{part}"
        return name

    def _member(self, module: str, name: str) -> str:
        for _ in range(_HOPS):
            if f"{module}.{name}" in self._paths:
                return f"{module}.{name}"
            member = self.module(module).members.get(name)
            target = self._target(module, name, member)
            if target is None:
                return f"{module}.{name}" if isinstance(member, griffe.Object) else name
            if not target.startswith("."):
                return target
            module, _, name = target.rpartition(".")
            if module not in self._paths:
                return target
        return f"{module}.{name}"

    def _target(self, module: str, name: str, member: object) -> str | None:
        """Where an imported name comes from, also through `from x import *`; None for what is no import."""
        if isinstance(member, griffe.Alias):
            return self._inside(member.target_path)
        if member is None:
            for star in self.module(module).members.values():
                source = self._inside(star.target_path) if isinstance(star, griffe.Alias) and star.wildcard else None
                if source in self._paths and name in self.module(source).members:
                    return f"{source}.{name}"
        return None

    def _inside(self, path: str) -> str:
        root = self.module("").path
        return path.removeprefix(root) if path == root or path.startswith(f"{root}.") else path


def _is_of_runtime(module: str) -> bool:
    return module == _RUNTIME or module.startswith(f"{_RUNTIME}.")


@functools.lru_cache(maxsize=2)
def _runtime_modules(package: str, runtime: tuple[tuple[str, bytes], ...]) -> dict[str, griffe.Module]:  # noqa: ARG001
    """The modules of this runtime that were parsed so far, shared by all packages of this name that have it: base and
    revision mostly do. Their parent is the package that was first asked for one of them.
    """
    return {}


def exported(package: Package, module: str) -> dict[str, str]:
    """The names of a module's `__all__`, each with what is known of where it is defined (or with an empty text).

    Understands lists, and keys of dicts, that are put together with `*`, `**` and `dict.fromkeys` from other constants,
    as a module with lazy exports (PEP 562) has them: there the values name the modules.
    """
    found = package.find(f"{module}.__all__")
    value = getattr(found[1], "value", None) if found else None
    return _entries(package, module, str(value), set()) if value is not None else {}


def _entries(package: Package, module: str, source: str, seen: set[str]) -> dict[str, str]:
    try:
        node = ast.parse(source, mode="eval").body
    except SyntaxError:
        return {}
    found: dict[str, str] = {}
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        for item in node.elts:
            found |= _entry(package, module, item, "", seen)
    elif isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            target = value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else ""
            found |= _entry(package, module, ast.Starred(value) if key is None else key, target, seen)
    return found


def _entry(package: Package, module: str, item: ast.expr, target: str, seen: set[str]) -> dict[str, str]:
    match item:
        case ast.Constant(value=str() as name):
            return {name: f".{target.lstrip('.')}.{name}" if target else ""}
        case ast.Starred(value=ast.Name(id=name)):
            return _constant_entries(package, module, name, seen)
        case ast.Starred(value=ast.Call(func=func, args=[ast.Name(id=name), ast.Constant(value=str() as target)])):
            if ast.unparse(func) == "dict.fromkeys":
                names = _constant_entries(package, module, name, seen)
                return {name: f".{target.lstrip('.')}.{name}" for name in names}
    return {}


def _constant_entries(package: Package, module: str, name: str, seen: set[str]) -> dict[str, str]:
    constant = package.resolve(module, name)
    found = package.find(constant)
    if found is None or constant in seen:
        return {}
    return _entries(package, found[0], str(getattr(found[1], "value", "")), seen | {constant})
