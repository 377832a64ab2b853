"""Definitions that are the same thing under another name."""

from __future__ import annotations

from collections.abc import Mapping

from nemogen.diff.python.surface import Class, Definition, Field, Surface, types_of
from nemogen.diff.python.types import names, renamed


def moved_definitions(base: Surface, revision: Surface) -> dict[str, str]:
    """Maps the old name of each definition that moved or was renamed to its new name.

    Moved: a name that both export leads elsewhere, or a definition that no caller can name has its own name in another
    module. Renamed: a class went and one came, and they are alike but for the
    names of the package's classes, and no other is like them.
    """
    found = {
        target: revision.names[name]
        for name, target in base.names.items()
        if name in revision.names and revision.names[name] != target and target not in revision.definitions
    }
    found |= _kept_under_old_names(base, revision)
    hidden = _hidden(revision, set(base.definitions) | set(found.values()))
    for own, targets in _hidden(base, set(revision.definitions) | set(found)).items():
        others = hidden.get(own, [])
        if len(targets) == len(others) == 1:
            found[targets[0]] = others[0]
    gone = _shapes(base, set(revision.definitions) | set(found))
    come = _shapes(revision, set(base.definitions) | set(found.values()))
    for shape, targets in gone.items():
        others = come.get(shape, [])
        if len(targets) == len(others) == 1:
            found[targets[0]] = others[0]
    return found


def _kept_under_old_names(base: Surface, revision: Surface) -> dict[str, str]:
    """Definitions with a new name that keep the old one too, and the classes of resources below them."""
    found = {
        target: revision.old_names[name]
        for name, target in base.names.items()
        if name in revision.old_names and target not in revision.definitions
    }
    waiting: list[tuple[Definition | None, Definition | None, bool]]
    waiting = [(each, revision.definitions.get(name), True) for name, each in base.definitions.items()]
    while waiting:
        before, after, is_start = waiting.pop()
        if not isinstance(before, Class) or not isinstance(after, Class):
            continue
        for key, member in before.members.items():
            other = after.members.get(key)
            if not isinstance(other, Field) or not (other.renamed_to or not is_start):
                continue
            old, new = _resource_of(member), _resource_of(other)
            if old and new and old not in found and old not in revision.definitions:
                found[old] = new
                waiting.append((base.definitions.get(old), revision.definitions.get(new), False))
    return found


def _resource_of(member: object) -> str:
    """The class of a resource that an attribute leads to; empty where it leads to none."""
    atoms = [*member.type] if isinstance(member, Field) and member.type else []
    return atoms[0].name if len(atoms) == 1 and atoms[0].name.startswith(".resources.") else ""


def _hidden(surface: Surface, known: set[str]) -> dict[str, list[str]]:
    """The definitions outside `known` that have no public name, by their own names."""
    found: dict[str, list[str]] = {}
    for name in surface.definitions.keys() - known - set(surface.names.values()):
        found.setdefault(name.rpartition(".")[2], []).append(name)
    return found


def moved_private_names(base: Surface, revision: Surface, moved: dict[str, str]) -> Mapping[str, str]:
    """From old to new place, for what types name in private modules and no caller can: type variables, arguments of
    constructors that are not called from outside. Only the module may have changed: to the one that what `moved` went
    to as well, or where there is one such name on each side."""
    old, new = _private_names(base), _private_names(revision)
    lone = {next(iter(old[own])): next(iter(new[own])) for own in old if len(old[own]) == len(new.get(own, ())) == 1}
    modules = {name.rpartition(".")[0]: other.rpartition(".")[0] for name, other in (moved | lone).items()}
    with_module = {
        name: other
        for own, found in old.items()
        for name in found
        if (other := f"{modules.get(name.rpartition('.')[0], '')}.{own}") in new.get(own, ())
    }
    return with_module | lone


def _private_names(surface: Surface) -> dict[str, set[str]]:
    """The names in types that lead to private modules and to no definition, by their last part."""
    named = {name for each in surface.definitions.values() for kind in types_of(each) for name in names(kind)}
    found: dict[str, set[str]] = {}
    for name in named - surface.definitions.keys():
        module, _, own = name.rpartition(".")
        if any(part.startswith("_") for part in module.split(".")):
            found.setdefault(own, set()).add(name)
    return found


def _shapes(surface: Surface, known: set[str]) -> dict[object, list[str]]:
    """The classes outside `known` by what they look like."""
    blank = dict.fromkeys(surface.definitions, ".")
    found: dict[object, list[str]] = {}
    for name, definition in surface.definitions.items():
        if name in known or not isinstance(definition, Class):
            continue
        shape = frozenset(
            (key, member.type and renamed(member.type, blank), member.is_required)
            if isinstance(member, Field)
            else (key, tuple(tuple(each.name for each in way.parameters) for way in member.signatures), member.is_async)
            for key, member in definition.members.items()
        )
        if shape:
            found.setdefault((definition.kind, shape), []).append(name)
    return found
