"""A package in memory as griffe sees it: its modules, and what each name in them stands for. Nothing is imported."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

import griffe

from generator.errors import InputFault, Place
from generator.ir import Files

_HOPS: Final = 20


class Package:
    """The modules of the one import package among `files`, found as the shallowest folder with an `__init__.py`.

    Raises `InputFault` for a module that is no Python.
    """

    def __init__(self, files: Files) -> None:
        tops = sorted(
            (path for path in files if path.endswith("__init__.py")), key=lambda path: (path.count("/"), path)
        )
        self.folder = tops[0].removesuffix("__init__.py") if tops else ""
        self.name = PurePosixPath(self.folder).name
        self._modules: dict[str, griffe.Module] = {}
        self._files: dict[str, str] = {}
        collection = griffe.ModulesCollection()
        for path in sorted(files, key=lambda path: (path.count("/"), not path.endswith("__init__.py"), path)):
            if tops and path.startswith(self.folder) and path.endswith(".py"):
                self._add(path, files[path], collection)

    def _add(self, path: str, content: bytes, collection: griffe.ModulesCollection) -> None:
        inner = path.removeprefix(self.folder).removesuffix(".py").removesuffix("__init__").strip("/")
        name = "".join(f".{part}" for part in inner.split("/") if part)
        parent = self._modules.get(name.rpartition(".")[0]) if name else None
        try:
            module = griffe.visit(
                name.rpartition(".")[2] or self.name or "package",
                filepath=Path(path),
                code=content.decode("utf-8-sig"),
                parent=parent,
                modules_collection=collection,
            )
        except (SyntaxError, ValueError, RecursionError) as error:
            line = getattr(error, "lineno", None)
            raise InputFault(
                f"this module of the generated package is no Python: {type(error).__name__}",
                where=Place(path, line=line),
                remedy="generate the package anew",
            ) from error
        self._modules[name] = module
        self._files[name] = path

    def modules(self) -> Iterator[tuple[str, griffe.Module]]:
        """Name (without the package's) and module, the package itself first under the name ``""``."""
        yield from self._modules.items()

    def place(self, module: str, item: griffe.Object) -> Place:
        """The line of a definition; the module says the file."""
        return Place(self._files[module], line=item.lineno)

    def find(self, name: str) -> tuple[str, griffe.Object] | None:
        """The module and the object behind a name such as `.models.Pet`; None where the package has none."""
        module, dot, last = name.rpartition(".")
        item = self._modules[module].members.get(last) if dot and module in self._modules else None
        return (module, item) if isinstance(item, griffe.Object) and not isinstance(item, griffe.Module) else None

    def resolve(self, module: str, dotted: str) -> str:
        """What a dotted name in a module stands for: `.models.Pet` inside the package, `typing.Any` outside."""
        first, _, rest = dotted.partition(".")
        name = self._member(module, first)
        for part in rest.split(".") if rest else ():
            name = self._member(name, part) if name in self._modules else f"{name}.{part}"
        return name

    def _member(self, module: str, name: str) -> str:
        for _ in range(_HOPS):
            if f"{module}.{name}" in self._modules:
                return f"{module}.{name}"
            member = self._modules[module].members.get(name)
            target = self._target(module, name, member)
            if target is None:
                return f"{module}.{name}" if isinstance(member, griffe.Object) else name
            if not target.startswith("."):
                return target
            module, _, name = target.rpartition(".")
            if module not in self._modules:
                return target
        return f"{module}.{name}"

    def _target(self, module: str, name: str, member: object) -> str | None:
        """Where an imported name comes from, also through `from x import *`; None for what is no import."""
        if isinstance(member, griffe.Alias):
            return self._inside(member.target_path)
        if member is None:
            for star in self._modules[module].members.values():
                source = self._inside(star.target_path) if isinstance(star, griffe.Alias) and star.wildcard else None
                if source in self._modules and name in self._modules[source].members:
                    return f"{source}.{name}"
        return None

    def _inside(self, path: str) -> str:
        root = self._modules[""].path
        return path.removeprefix(root) if path == root or path.startswith(f"{root}.") else path


def exported(package: Package, module: str) -> dict[str, str]:
    """The names of a module's `__all__`, each with what is known of where it is defined (or with an empty text).

    Understands lists, and keys of dicts, that are put together with `*` and `**` from other constants, as a module with
    lazy exports (PEP 562) has them: there the values name the modules.
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
            constant = package.resolve(module, name)
            found = package.find(constant)
            if found and constant not in seen:
                return _entries(package, found[0], str(getattr(found[1], "value", "")), seen | {constant})
    return {}
