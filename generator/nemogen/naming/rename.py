"""Names that a person gives in api.toml: rows of a present name or pointer, and the new name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from difflib import get_close_matches

from nemogen.document import Call, Operation
from nemogen.errors import ConfigError, Location, NameClash, Problem
from nemogen.given_names import Names, method_key
from nemogen.light_dataclasses import dataclass
from nemogen.names import dotted_call
from nemogen.naming.class_names import Site


@dataclass(slots=True)
class Renames:
    """The rows of the three tables, with the location of each; `used` collects those that matched something."""

    models: Mapping[str, str] = field(default_factory=dict)
    operations: Mapping[str, str] = field(default_factory=dict)
    resources: Mapping[str, str] = field(default_factory=dict)
    where: Mapping[tuple[str, str], Location] = field(default_factory=dict)
    used: set[tuple[str, str]] = field(default_factory=set)

    def find(self, table: str, rows: Mapping[str, str], *keys: str) -> str | None:
        """The new name that the first of `keys` with a row has."""
        key = next((each for each in keys if each in rows), None)
        if key is None:
            return None
        self.used.add((table, key))
        return rows[key]


def rename_classes(
    final: Mapping[str, str], sites: Mapping[str, Site], kept: Names, renames: Renames
) -> tuple[dict[str, str], dict[str, str]]:
    """`final` (the name of each site) with the new names, and the old name by the new one.

    A row is found by the present name, the pointer, or the name that the class had before it was renamed. Raises
    NameClash where a new name is that of another class.
    """
    found, old = dict(final), {}
    for key, site in sites.items():
        was = kept.classes[site.entry].was if site.entry else ""
        new = renames.find("models", renames.models, final[key], site.origin, was or final[key])
        if new and new != final[key]:
            if new in final.values():
                where = renames.where.get(("models", final[key])) or Location(site.origin)
                raise NameClash(f"{new} is another class already", where=where, remedy="Choose another name.")
            found[key], old[new] = new, final[key]
        elif was:
            old[final[key]] = was
    return found, old


def rename_calls(
    operations: Iterable[Operation], calls: Mapping[str, Call], kept: Names, renames: Renames
) -> tuple[dict[str, Call], dict[str, str]]:
    """`calls` by pointer with the new names, and the old call by identity of the operation. Raises NameClash."""
    found, old = dict(calls), {}
    for each in operations:
        key = method_key(each.method, each.path)
        present = str(calls[each.at])
        was = kept.methods[key].was if key in kept.methods else ""
        new = renames.find("operations", renames.operations, present, was or present)
        new = new or _in_resource(present, renames) or (_in_resource(was, renames) if was else None)
        if new and new != present:
            found[each.at], old[key] = dotted_call(new), present
        elif was:
            old[key] = was
    again = [call for call in found.values() if list(found.values()).count(call) > 1] if old else []
    if again:
        raise NameClash(f"two operations want the name {again[0]}", remedy="Give one of them another name in api.toml.")
    return found, old


def _in_resource(dotted: str, renames: Renames) -> str | None:
    """The call below the new name of its resource, or of a parent of it: the longest that has a row."""
    parts = dotted.split(".")
    for end in range(len(parts) - 1, 0, -1):
        new = renames.find("resources", renames.resources, ".".join(parts[:end]))
        if new:
            return ".".join((new, *parts[end:]))
    return None


def refuse_unused(renames: Renames, classes: Iterable[str], calls: Iterable[str]) -> None:
    """Raises ConfigError with each row that matches nothing, and what it may be meant to be."""
    methods = list(calls)
    resources = {
        ".".join(parts[:end]) for call in methods for parts in [call.split(".")] for end in range(1, len(parts))
    }
    known = {"models": list(classes), "operations": methods, "resources": sorted(resources)}
    problems = [
        _unused(table, key, known[table], renames)
        for table in known
        for key in getattr(renames, table)
        if (table, key) not in renames.used
    ]
    if problems:
        raise ConfigError.of(problems)


def _unused(table: str, key: str, known: list[str], renames: Renames) -> Problem:
    near = get_close_matches(key, known, 1)
    remedy = f"Did you mean {near[0]}?" if near else "Remove it, or give a name or JSON Pointer that api.md lists."
    return Problem(f"{table}.{key!r} matches nothing", renames.where.get((table, key)), remedy)
