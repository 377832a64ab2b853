"""Properties that were removed from the spec without a break on the wire: their classes keep them, deprecated.

An open object takes what it does not declare, and an optional property of a response may always have been missing. But
an attribute, an argument or a key that is missing breaks a caller's code. So it goes on to be there for two minor
releases, as an old name does (`old_names`); names.toml has the schema of each, with that of the classes it leads to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from nemogen.canonical import CanonicalSchema
from nemogen.client.reachable import reached
from nemogen.document import Document
from nemogen.findings import Direction
from nemogen.given_names import Entry
from nemogen.light_dataclasses import dataclass
from nemogen.names import spellings
from nemogen.schema_text import SchemaTree, dump_schema, parse_schema


@dataclass(frozen=True, slots=True)
class _Removed:
    """A removed property: its class, its name on the wire, and the last version that had it."""

    owner: str
    name: str
    tree: SchemaTree
    last: str


def removed_since(before: Document, now: Document, version: str) -> dict[str, Entry]:
    """By class and name, the properties of `before` that `now` lacks and whose removal breaks nothing on the wire.

    `version` is the last that has them.
    """
    received, sent = reached(before, Direction.RESPONSE), reached(now, Direction.REQUEST)
    found: dict[str, Entry] = {}
    for owner, schema in before.schemas.items():
        revision = now.schemas.get(owner)
        if revision is None or not revision.properties or (owner in sent and revision.is_closed):
            continue
        for name, each in schema.properties.items():
            is_missed = owner in received and name in schema.required
            if name not in revision.properties and not is_missed:
                found[f"{owner} {name}"] = Entry(owner, last=version, schema=dump_schema(each, before.schemas))
    return present_removals(now, found)


def with_removals(document: Document, known: Mapping[str, Entry]) -> Document:
    """`document` whose names have those of `known` that are still missing in it."""
    return replace(document, names=replace(document.names, removed=present_removals(document, known)))


def present_removals(document: Document, known: Mapping[str, Entry]) -> dict[str, Entry]:
    """Those of `known` that a spec still lacks: an entry ends when the property is back or its class is removed, or
    when the schema of undeclared properties does not fit it."""
    return {
        key: known[key]
        for key, each in _read(document, known)
        if _is_missing(each, document.schemas) and _is_admitted(each, document)
    }


def with_removed_properties(document: Document) -> Document:
    """`document` with the properties that its names keep, and with the classes that only these still lead to."""
    if not document.names.removed:
        return document
    schemas, origins = dict(document.schemas), dict(document.origins)
    for _, each in _read(document, document.names.removed):
        if not _is_missing(each, schemas) or not _is_admitted(each, document):
            continue
        for name, definition in each.tree.definitions.items():
            schemas.setdefault(name, definition)
            origins.setdefault(name, origins.get(each.owner, ""))
        owner, note = schemas[each.owner], f"Removed from the API after {each.last}."
        kept = replace(each.tree.schema, description=note, deprecated=True)
        schemas[each.owner] = replace(owner, properties={**owner.properties, each.name: kept})
    return replace(document, schemas=schemas, origins=origins)


def _is_missing(removed: _Removed, schemas: Mapping[str, CanonicalSchema]) -> bool:
    """Whether the class has neither this property nor another one that has its Python name now."""
    owner = schemas.get(removed.owner)
    own = next(spellings(removed.name))
    return owner is not None and bool(owner.properties) and own not in map(_python_name, owner.properties)


def _is_admitted(removed: _Removed, document: Document) -> bool:
    """Whether the schema of undeclared properties, if there is one, fits that of the removed one: a request may send
    what it might, and a response has nothing else."""
    owner = document.schemas.get(removed.owner)
    if owner is None or owner.additional is None or owner.additional.says_nothing:
        return True
    kept = _variants(removed.tree.schema, removed.tree.definitions)
    rest = _variants(owner.additional, document.schemas)
    is_sent = removed.owner in reached(document, Direction.REQUEST)
    is_received = removed.owner in reached(document, Direction.RESPONSE)
    return (not is_sent or kept <= rest) and (not is_received or rest <= kept)


def _variants(schema: CanonicalSchema, components: Mapping[str, CanonicalSchema]) -> set[str]:
    return {dump_schema(each, components) for each in schema.any_of or (schema,)}


def _python_name(name: str) -> str:
    return next(spellings(name))


def _read(document: Document, known: Mapping[str, Entry]) -> Iterator[tuple[str, _Removed]]:
    """The removed properties by key, with the present name of each class."""
    renamed = {old: each.name for each in document.names.classes.values() for old, _ in each.old_names()}

    def with_names(schema: CanonicalSchema) -> CanonicalSchema:
        found = schema.with_parts(with_names)
        return replace(found, reference=renamed.get(found.reference, found.reference)) if found.reference else found

    for key, entry in sorted(known.items()):  # as in names.toml: the same package is made with it and before it
        owner, _, name = key.partition(" ")
        tree = parse_schema(entry.schema)
        definitions = {renamed.get(each, each): with_names(schema) for each, schema in tree.definitions.items()}
        present = SchemaTree(with_names(tree.schema), definitions)
        yield key, _Removed(renamed.get(owner, owner), name, present, entry.last)
