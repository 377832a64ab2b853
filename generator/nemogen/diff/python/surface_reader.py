"""From the files of a generated package to its surface."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

import griffe

from nemogen.diff.python.assignments import (
    TYPED_DICTS,
    alias,
    call_of,
    typed_dict,
)
from nemogen.diff.python.definition_reader import class_of, read_definition
from nemogen.diff.python.modules import Package, exported
from nemogen.diff.python.surface import (
    CLIENT,
    CONSTRUCTOR,
    Alias,
    Class,
    Definition,
    Field,
    Function,
    Member,
    Surface,
    functions_of,
)
from nemogen.diff.python.types import Type, names
from nemogen.document import Files

_FELT_SETTINGS: Final = ("base_url", "base_url_env", "auth")
_RESOURCES: Final = ".resources."
_OLD_NAMES: Final = "_OLD_NAMES"


def read(files: Files) -> Surface:
    """The surface of the package in `files` (path to content); an empty one where there is no package.

    Public are the modules and names without a leading underscore, of a module with `__all__` the names in that, and
    what they lead to. A constant of a module counts only where `__all__` has it. Raises `InputFault` for a module that
    is no Python.
    """
    package = Package(files)
    public = _public(package)
    definitions = _definitions(package, set(public.values()))
    return Surface(
        package.name, public, definitions, _callers(public, definitions), _settings(package), _old_names(package)
    )


def read_class(files: Files, name: str) -> Class:
    """One class of the package in `files`, by a name such as `.models.Pet`, with all that it inherits in the package.

    Raises `InputFault` for a module that is no Python, KeyError for a class that is not there.
    """
    package = Package(files)
    found = package.find(name)
    if found is None or not isinstance(found[1], griffe.Class):
        raise KeyError(name)
    return class_of(package, found[0], found[1])


def _old_names(package: Package) -> dict[str, str]:
    """The old names of classes that modules still have, as `client.old_classes` writes them."""
    found: dict[str, str] = {}
    for module in package.modules_with(_OLD_NAMES):
        constant = package.find(f"{module}.{_OLD_NAMES}")
        if constant is None:
            continue
        try:
            listed = ast.literal_eval(str(getattr(constant[1], "value", "")))
        except (SyntaxError, ValueError):
            continue
        found |= {f"{module}.{old}": package.resolve(module, new) for old, (new, _) in listed.items()}
    return found


def _settings(package: Package) -> dict[str, str]:
    own, webhooks = _call(package, ".client.SETTINGS"), _call(package, ".webhooks.SETTINGS")
    found = {each.arg: ast.unparse(each.value) for each in (own.keywords if own else ()) if each.arg in _FELT_SETTINGS}
    for each in webhooks.keywords if webhooks else ():
        if each.arg == "secret_env":
            found["webhook_secret_env"] = ast.unparse(each.value)
    scheme = _call(package, ".webhooks.SCHEME")
    return found | ({"webhook_scheme": ast.unparse(scheme)} if scheme else {})


def _call(package: Package, name: str) -> ast.Call | None:
    """The call whose value a constant is."""
    found = package.find(name)
    return call_of(found[1]) if found and isinstance(found[1], griffe.Attribute) else None


def _public(package: Package) -> dict[str, str]:
    found = {}
    for module in package.modules:
        if any(part.startswith("_") for part in module.split(".")):
            continue
        listed = exported(package, module)
        for name, hint in listed.items():
            target = package.resolve(module, name)
            found[f"{module}.{name}"] = hint if hint and not package.find(target) else target
        if not listed:
            for name, item in package.module(module).members.items():
                if not name.startswith("_") and _defines(package, module, item):
                    found[f"{module}.{name}"] = f"{module}.{name}"
    return {name: target for name, target in found.items() if not _last(name).startswith("_")}


def _defines(package: Package, module: str, item: griffe.Object | griffe.Alias) -> bool:
    if isinstance(item, griffe.Class) and module.startswith(_RESOURCES):
        # A TypedDict there declares the arguments of a method, as which they are compared.
        return not any(package.resolve(module, str(base)) in TYPED_DICTS for base in item.bases)
    if isinstance(item, griffe.Attribute):
        return typed_dict(package, module, item) is not None or alias(package, module, item) is not None
    return isinstance(item, griffe.Class | griffe.Function)


def _definitions(package: Package, wanted: set[str]) -> dict[str, Definition]:
    """The definitions of these names, and of all classes and aliases of the package that their types name."""
    found: dict[str, Definition] = {}
    waiting = sorted(wanted, reverse=True)
    while waiting:
        name = waiting.pop()
        if name in found or (definition := read_definition(package, name, name in wanted)) is None:
            continue
        if isinstance(definition, Class) and not _can_be_made(name, definition, wanted):
            definition = replace(definition, members=_without_constructor(definition.members))
        found[name] = definition
        inner = {*_leads_to(package, _results(definition)), *_leads_to(package, _arguments(definition), is_given=True)}
        waiting.extend(sorted(inner))
    return found


def _leads_to(package: Package, kinds: Iterable[Type], *, is_given: bool = False) -> Iterator[str]:
    """The package's own names in these types. A class that has to be given, and has no public name, is not among them:
    no caller can have made one."""
    for name in (each for kind in kinds for each in names(kind)):
        if name.startswith(".") and not _last(name).startswith("_"):
            found = package.find(name) if is_given else None
            if found is None or not isinstance(found[1], griffe.Class):
                yield name


def _last(name: str) -> str:
    return name.rpartition(".")[2]


def _can_be_made(name: str, definition: Class, public: set[str]) -> bool:
    """Whether callers can call the class: they can name it, and all that it must be given."""
    constructor = definition.members.get(CONSTRUCTOR)
    if name not in public or not isinstance(constructor, Function):
        return name in public
    needed = (each.type for way in constructor.signatures for each in way.parameters if each.is_required)
    return all(each in public for kind in needed if kind for each in names(kind) if each.startswith("."))


def _without_constructor(members: Mapping[str, Member]) -> dict[str, Member]:
    return {name: member for name, member in members.items() if name != CONSTRUCTOR}


def _results(definition: Definition) -> Iterator[Type]:
    """The types of what callers get from a definition; those of an alias, which stands for itself."""
    if isinstance(definition, Alias):
        yield definition.type
    for function in functions_of(definition):
        yield from (each.returns for each in function.signatures if each.returns)
    if isinstance(definition, Class):
        yield from (each.type for each in definition.members.values() if isinstance(each, Field) and each.type)


def _arguments(definition: Definition) -> Iterator[Type]:
    for function in functions_of(definition):
        yield from (each.type for way in function.signatures for each in way.parameters if each.type)


def _callers(public: dict[str, str], definitions: dict[str, Definition]) -> dict[str, str]:
    """The shortest name of each definition, and the way from the client to each resource.

    Functions of one name in several modules are distinguished by these, as callers do: `get_pet.sync`.
    """
    found: dict[str, str] = {}
    functions = Counter(_last(name) for name, each in definitions.items() if isinstance(each, Function))
    for name, target in sorted(public.items(), key=lambda pair: (pair[0].count("."), pair[0])):
        parts = 2 if functions[_last(name)] > 1 and isinstance(definitions.get(target), Function) else 1
        found.setdefault(target, ".".join(name.split(".")[-parts:]))
    waiting = [(name, CLIENT) for name in definitions if name.startswith(".client.")]
    reached: set[str] = set()
    while waiting:
        owner, caller = waiting.pop(0)
        definition = definitions.get(owner)
        if owner in reached or not isinstance(definition, Class):
            continue
        reached.add(owner)
        found[owner] = caller
        for attribute, member in definition.members.items():
            if isinstance(member, Field) and member.type and not member.renamed_to:
                inner = [atom.name for atom in member.type if atom.name.startswith(".resources.")]
                waiting.extend((name, f"{caller}.{attribute}") for name in inner)
    return found
