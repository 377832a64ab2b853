"""Locations that share a class keep sharing it when the schema of one of them grows.

Inline schemas of one shape and noun are one class. Upstream changes one of them at a time: it did not know that they
are one. If the class was split then, one of its two users would get another type, which is a break of the source that
the wire does not have. So the class holds what all its locations hold together, as long as they do not contradict each
other. names.toml has the locations as `shared`; a name in the overlay splits them where a person wants that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from nemogen.canonical import CanonicalSchema, within
from nemogen.errors import Location
from nemogen.findings import Finding, Level
from nemogen.given_names import Entry, Names
from nemogen.naming import unions
from nemogen.naming.canonical_operations import Canonical
from nemogen.naming.identities import REQUEST, Identities
from nemogen.naming.join_schemas import join_schemas
from nemogen.naming.schema_keys import NAME
from nemogen.naming.shape import digest


def with_shared_classes(
    normal: Canonical, kept: Names, identities: Identities, file: str
) -> tuple[Canonical, tuple[Finding, ...]]:
    """`normal` in which all locations of a class that `kept` has for several hold what any of them holds.

    The findings name each class whose locations differ. Where they contradict each other they stay as they are.
    """
    if not kept.shared:
        return normal, ()
    rows = _class_by_location(kept)
    met: dict[str, dict[str, CanonicalSchema]] = {}
    for schema in within(roots_of(normal)):
        key = identities.location(schema.facts.pointer) if schema.facts.pointer else ""
        if key in rows and not schema.facts.name:
            met.setdefault(rows[key], {}).setdefault(key, _without_null(schema))
    joined = {name: found for name, each in met.items() if (found := _joined(each, name, kept)) is not None}
    if not joined:
        return normal, ()
    change = _Change(rows, joined, identities).of
    schemas = {key: change(schema) for key, schema in normal.schemas.items()}
    operations = tuple(each.with_schemas(change) for each in normal.operations)
    findings = tuple(_finding(name, met[name], file) for name in sorted(joined))
    return replace(normal, operations=operations, schemas=schemas), findings


def roots_of(normal: Canonical) -> Iterator[CanonicalSchema]:
    """The schemas of a document that are in no other schema."""
    yield from normal.schemas.values()
    for each in normal.operations:
        yield from each.request_schemas()
        yield from each.response_schemas()


def _class_by_location(kept: Names) -> dict[str, str]:
    """The class of each location that shares one."""
    rows = {key: entry.name for key, entry in kept.shared.items()}
    names = {*rows.values()}
    own = {key.partition(" as ")[0]: entry.name for key, entry in kept.classes.items() if entry.name in names}
    return {**rows, **own}


def _joined(found: Mapping[str, CanonicalSchema], name: str, kept: Names) -> CanonicalSchema | None:
    """What the locations of a class hold together; None where they are equal, or contradict each other.

    The location that the class is of goes first: its prose is that of the class.
    """
    if len({digest(each) for each in found.values()}) < 2:
        return None
    own = {key.partition(" as ")[0] for key, entry in kept.classes.items() if entry.name == name}
    first, *others = (found[key] for key in sorted(found, key=lambda key: (key not in own, key)))
    result: CanonicalSchema | None = first
    for each in others:
        result = join_schemas(result, each) if result is not None else None
    return result


def _without_null(schema: CanonicalSchema) -> CanonicalSchema:
    """What has a class of a union with null."""
    rest = tuple(each for each in schema.any_of if not each.is_null)
    return replace(schema, any_of=rest) if len(rest) < len(schema.any_of) else schema


class _Change:
    """Puts what is `joined`, by class, in place of the schemas of its locations; inside of it too."""

    def __init__(self, rows: Mapping[str, str], joined: Mapping[str, CanonicalSchema], identities: Identities) -> None:
        self._rows = rows
        self._joined = joined
        self._identities = identities
        self._done: dict[str, CanonicalSchema] = {}
        self._open: set[str] = set()

    def of(self, schema: CanonicalSchema) -> CanonicalSchema:
        """`schema` as its class has it, with its own prose and its own pointer."""
        name = self._rows.get(self._identities.location(schema.facts.pointer)) if schema.facts.pointer else None
        if name is None or name not in self._joined or name in self._open or schema.facts.name:
            return schema.with_parts(self.of)
        found = replace(
            self._class(name),
            description=schema.description,
            default=schema.default,
            deprecated=schema.deprecated,
            facts=schema.facts,
        )
        return unions.or_null(found) if any(each.is_null for each in schema.any_of) else found

    def _class(self, name: str) -> CanonicalSchema:
        if name not in self._done:
            self._open.add(name)
            self._done[name] = self._joined[name].with_parts(self.of)
            self._open.remove(name)
        return self._done[name]


def _finding(name: str, found: Mapping[str, CanonicalSchema], file: str) -> Finding:
    where = min(found)
    message = (
        f"{name} is the class of {len(found)} schemas that differ by now, and has what any of them has. To make the one"
        f" here another class, name it in the overlay: `update: {{{NAME}: OtherName}}`."
    )
    pointer = where.removeprefix(REQUEST)
    return Finding("class-shared", Level.NOTE, message, area="spec", revision=Location(file, pointer), key=pointer)


def shared_locations(found: Iterable[tuple[str, Iterable[str]]], classes: Mapping[str, Entry]) -> dict[str, Entry]:
    """The locations of each class (by name) but those that `classes` have, as names.toml keeps them."""
    own = {key.partition(" as ")[0] for key in classes}
    locations: dict[str, set[str]] = {}
    for name, keys in found:
        locations.setdefault(name, set()).update(filter(None, keys))
    rows = ((key, name) for name, keys in locations.items() if len(keys) > 1 for key in keys)
    return {key: Entry(name) for key, name in sorted(rows) if key not in own}
