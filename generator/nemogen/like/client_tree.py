"""From the class of a client to all its methods with their dotted names: attributes that hold other classes are
resources."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final, TypeAlias

from nemogen.light_dataclasses import dataclass
from nemogen.like.foreign_client import ForeignMethod, Named
from nemogen.like.foreign_types import ForeignTypes
from nemogen.like.python_modules import PythonModules, dotted_name
from nemogen.like.request_calls import find_request

_VIEWS: Final = ("with_raw_response", "with_streaming_response")
"""Attributes with the same methods again, for other forms of the response."""
_DEEPEST: Final = 8
_MOST: Final = 20_000
"""How many methods are read: nobody has more, but classes that hold one another many times over seem to."""
_NOT_CLIENTS: Final = frozenset({"models", "params", "resources", "tests", "types"})
"""Folders without the class of a client: looked into only where there is none elsewhere."""

_Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class _Class:
    """A class as a part of a client: `attributes` are the full names of classes, by attribute."""

    module: str
    methods: Mapping[str, _Function]
    attributes: Mapping[str, str]


class ClientTree:
    """The classes of one client that send requests, each read once."""

    def __init__(self, modules: PythonModules, types: ForeignTypes) -> None:
        self._modules = modules
        self._types = types
        self._classes: dict[str, _Class | None] = {}
        self._counts: dict[str, int] = {}

    def methods(self) -> tuple[ForeignMethod, ...]:
        """The methods of the class that has most; without such a class, those of each class under its own name."""
        candidates = list(self._candidates())
        root = max(candidates, key=lambda key: (self._count(key), -len(key), key), default="")
        top = self._class(root)
        if top and top.attributes and self._count(root):
            return tuple(islice(self._below(root, (), ()), _MOST))
        return tuple(islice((method for key in candidates for method in self._alone(key)), _MOST))

    def _candidates(self) -> Iterator[str]:
        """The classes that may be a client, those of asyncio aside."""
        names = sorted(self._modules.names)
        likely = [each for each in names if not _NOT_CLIENTS & {*each.split(".")}]
        for modules in (likely, names):
            found = [
                f"{module}.{name}"
                for module in modules
                for name, node in self._modules.definitions(module).items()
                if isinstance(node, ast.ClassDef) and not name.startswith(("Async", "_"))
            ]
            if any(self._count(key) for key in found):
                yield from found
                return

    def _alone(self, key: str) -> Iterator[ForeignMethod]:
        """The methods of a class that no client holds: PetApi.add_pet is pet.add_pet."""
        owner = key.rpartition(".")[2].removesuffix("Api").removesuffix("Client")
        yield from self._below(key, (owner[:1].lower() + owner[1:],), ())

    def _count(self, key: str, depth: int = 0) -> int:
        """How many methods that send requests a class has, with those below it."""
        if key not in self._counts:
            self._counts[key] = 0  # while it is counted: classes may hold one another
            found = self._class(key) if depth < _DEEPEST else None
            if found:
                own = sum(self._request(found, name) is not None for name in _public(found.methods))
                self._counts[key] = own + sum(self._count(each, depth + 1) for each in _resources(found).values())
        return self._counts[key]

    def _below(self, key: str, path: tuple[str, ...], above: tuple[str, ...]) -> Iterator[ForeignMethod]:
        found = self._class(key)
        if found is None or key in above or len(path) > _DEEPEST:
            return
        for name in _public(found.methods):
            request = self._request(found, name)
            if request:
                yield self._method(found, name, ".".join((*path, name)), request)
        for name, other in _resources(found).items():
            if self._count(other):
                yield from self._below(other, (*path, name), (*above, key))

    def _method(self, owner: _Class, name: str, call: str, request: tuple[str, str]) -> ForeignMethod:
        node = owner.methods[name]
        arguments = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
        takes = {each.arg: self._types.read(owner.module, each.annotation) for each in arguments if each.annotation}
        return ForeignMethod(*request, call, self._types.read(owner.module, node.returns), takes)

    def _request(self, owner: _Class, name: str, depth: int = 0) -> tuple[str, str] | None:
        """The request of a method; one that it leaves to a method of its own class or of an attribute counts too."""
        node = owner.methods.get(name)
        if node is None or depth > 2:
            return None
        found = find_request(node)
        if found:
            return found
        for call in ast.walk(node):
            parts = dotted_name(call.func).split(".") if isinstance(call, ast.Call) else []
            if len(parts) == 2 and parts[0] == "self" and parts[1].startswith("_"):
                found = self._request(owner, parts[1], depth + 1)
            elif len(parts) == 3 and parts[0] == "self" and parts[1].startswith("_") and parts[1] in owner.attributes:
                other = self._class(owner.attributes[parts[1]])
                found = self._request(other, parts[2], depth + 1) if other else None
            if found:
                return found
        return None

    def _class(self, key: str) -> _Class | None:
        if key not in self._classes:
            self._classes[key] = None  # while it is read
            found = self._modules.find(key)
            if found and isinstance(found[1], ast.ClassDef):
                self._classes[key] = self._read(found[0], found[1])
        return self._classes[key]

    def _read(self, module: str, node: ast.ClassDef) -> _Class:
        methods: dict[str, _Function] = {}
        attributes: dict[str, str] = {}
        for base in node.bases:
            above = self._class(self._modules.resolve(module, dotted_name(base)))
            if above:
                methods |= above.methods
                attributes |= above.attributes
        for each in node.body:
            if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
                held = self._property(module, each, attributes) if _is_property(each) else ""
                if held:
                    attributes[each.name] = held
                elif not _is_property(each):
                    methods[each.name] = each
                attributes |= self._assigned(module, each) if each.name == "__init__" else {}
            elif isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
                held = self._held(module, each.annotation)
                attributes |= {each.target.id: held} if held else {}
        return _Class(module, methods, attributes)

    def _property(self, module: str, function: _Function, attributes: Mapping[str, str]) -> str:
        """What a property holds: by its annotation, or as the attribute that it returns."""
        returned = (each.value for each in ast.walk(function) if isinstance(each, ast.Return) and each.value)
        names = (dotted_name(each).removeprefix("self.") for each in returned)
        held = self._held(module, function.returns)
        return held or next((attributes[each] for each in names if each in attributes), "")

    def _assigned(self, module: str, function: _Function) -> Iterator[tuple[str, str]]:
        """`self.pets = PetsResource(self)`, `self._pets: PetsClient | None = None`."""
        for node in ast.walk(function):
            match node:
                case ast.Assign(
                    targets=[ast.Attribute(value=ast.Name(id="self"), attr=name)], value=ast.Call(func=made)
                ):
                    held = self._held(module, made)
                case ast.AnnAssign(target=ast.Attribute(value=ast.Name(id="self"), attr=name), annotation=annotation):
                    held = self._held(module, annotation)
                case _:
                    continue
            if held:
                yield name, held

    def _held(self, module: str, annotation: ast.expr | None) -> str:
        """The full name of the class that an attribute of this annotation holds, empty if it is none of the client."""
        found = self._types.read(module, annotation)
        if not isinstance(found, Named):
            return ""
        known = self._modules.find(found.key)
        return found.key if known and isinstance(known[1], ast.ClassDef) else ""


def _is_property(function: _Function) -> bool:
    return any("property" in ast.unparse(each) for each in function.decorator_list)


def _public(methods: Mapping[str, _Function]) -> list[str]:
    return [name for name in methods if not name.startswith("_") and not name.endswith("_async")]


def _resources(found: _Class) -> dict[str, str]:
    return {name: key for name, key in found.attributes.items() if not name.startswith("_") and name not in _VIEWS}
