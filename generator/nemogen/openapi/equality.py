"""Digests of schemas: two schemas of one meaning, recursive ones too, have one digest, whatever their spelling.

Left out are prose, examples, names, extensions, order, locations, and which parts are written in place. Schemas that
are not recursive are hashed from the leaves up. Those of a cycle are distinguished by refinement, as automata are:
all start alike, and each round hashes a schema with what the round before said of those below, until nothing new shows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from nemogen.light_dataclasses import dataclass
from nemogen.openapi.listed_by_rules import with_values_listed
from nemogen.openapi.schema import Schema, SchemaNode
from nemogen.openapi.schema_facts import facts_of, spread, subschemas_of
from nemogen.openapi.schema_views import SchemaViews
from nemogen.openapi.strong_components import strong_components

MOST_ROUNDS: Final = 64
"""Cycles that need more rounds are written to cost time; their schemas are distinguished by location instead."""

_Edges: TypeAlias = tuple[tuple[str, int], ...]
"""What is below a schema: a label, and the key of the schema. Members of a union share a label: they have no order."""


@dataclass(frozen=True, slots=True)
class _Meaning:
    schema: Schema
    facts: str
    null: bool
    edges: _Edges


class Digests:
    """The digests of one document's schemas, each made once, without recursion."""

    def __init__(self, views: SchemaViews) -> None:
        self._views = views
        self._meanings: dict[int, _Meaning] = {}
        self._digests: dict[int, bytes] = {}
        self._cycles: dict[bytes, bytes] = {}

    def of(self, node: SchemaNode) -> bytes:
        """The digest of a schema with everything below it."""
        key = self._key(node)
        if key not in self._digests:
            for component in strong_components([key], self._below):
                self._settle(component)
        return self._digests[key]

    def _key(self, node: SchemaNode, *, is_part: bool = False) -> int:
        """The key of a schema, or of it as a part: whether null is allowed, the whole says."""
        schema = self._views.plain(node)
        key = -id(schema) if is_part else id(schema)
        if key not in self._meanings:
            self._meanings[key] = _Meaning(schema, "", False, ())
        return key

    def _below(self, key: int) -> Iterator[int]:
        if key in self._digests:
            return
        schema = spread(with_values_listed(self._meanings[key].schema, self._views.plain))
        below = subschemas_of(schema, self._views)
        edges = tuple((label, self._key(child, is_part=label == "allOf")) for label, child in below)
        null = key > 0 and self._views.admits_null(schema)
        self._meanings[key] = _Meaning(schema, facts_of(schema), null, edges)
        yield from (child for _, child in edges)

    def _settle(self, component: Sequence[int]) -> None:
        if component[0] in self._digests:
            return
        members = set(component)
        if len(component) == 1 and all(child not in members for _, child in self._meanings[component[0]].edges):
            signature = self._sign(component[0], self._digests.__getitem__)
            self._digests[component[0]] = self._cycles.get(signature, signature)
            return
        self._digests |= self._refined(component)
        for key in component:  # so that a recursion that is written out once more is the same schema
            self._cycles[self._sign(key, self._digests.__getitem__)] = self._digests[key]

    def _refined(self, component: Sequence[int]) -> dict[int, bytes]:
        colours = dict.fromkeys(component, b"")
        for _ in range(MOST_ROUNDS):
            known = colours

            def colour(key: int, known: dict[int, bytes] = known) -> bytes:
                return known[key] if key in known else self._digests[key]

            colours = {key: self._sign(key, colour) for key in component}
            if len(set(colours.values())) == len(set(known.values())):
                return {key: hashlib.sha256(b"cycle" + colours[key]).digest() for key in component}
        return {key: self._sign(key, self._location) for key in component}

    def _location(self, key: int) -> bytes:
        return str(self._meanings[key].schema.location).encode("utf-8", "surrogatepass")

    def _sign(self, key: int, digest_of: Callable[[int], bytes]) -> bytes:
        """The hash of a schema's own facts and of what is below it: of a set, as order says nothing."""
        meaning = self._meanings[key]
        below = {(label, digest_of(child)): child for label, child in meaning.edges}
        if not meaning.facts and len(below) == 1:
            ((label, digest), child) = next(iter(below.items()))
            only = self._meanings[child]
            if label == "anyOf" and only.null is meaning.null:
                return digest
            if label == "anyOf":  # the only variant, or null
                meaning = replace(only, null=meaning.null)
                below = {(each, digest_of(inner)): inner for each, inner in only.edges}
        parts = [meaning.facts.encode("utf-8", "surrogatepass"), b"null" if meaning.null else b""]
        parts += sorted(label.encode("utf-8", "surrogatepass") + b"\0" + digest for label, digest in below)
        return hashlib.sha256(b"\1".join(parts)).digest()
