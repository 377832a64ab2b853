"""Definitions that are the same thing under another name."""

from __future__ import annotations

from collections.abc import Mapping

from nemogen.diff.python.surface import Class, Field, Surface
from nemogen.diff.python.types import renamed


def moved_definitions(base: Surface, revision: Surface) -> Mapping[str, str]:
    """From where a thing was defined to where it is now, for all that moved or got another name.

    Moved: a name that both export leads elsewhere, or a definition that no caller can name has its own name in another
    module. Renamed: a class went and one came, and they are alike but for the
    names of the package's classes, and no other is like them.
    """
    found = {
        target: revision.names[name]
        for name, target in base.names.items()
        if name in revision.names and revision.names[name] != target and target not in revision.definitions
    }
    hidden = _hidden(revision, set(base.definitions) | set(found.values()))
    for own, targets in _hidden(base, set(revision.definitions) | set(found)).items():
        others = hidden.get(own, [])
        if len(targets) == len(others) == 1:
            found[targets[0]] = others[0]
    gone = _shapes(base, set(revision.definitions) | set(found))
    come = _shapes(revision, set(base.definitions) | set(found.values()))
    for shape, names in gone.items():
        others = come.get(shape, [])
        if len(names) == len(others) == 1:
            found[names[0]] = others[0]
    return found


def _hidden(surface: Surface, known: set[str]) -> dict[str, list[str]]:
    """The definitions outside `known` that have no public name, by their own names."""
    found: dict[str, list[str]] = {}
    for name in surface.definitions.keys() - known - set(surface.names.values()):
        found.setdefault(name.rpartition(".")[2], []).append(name)
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
