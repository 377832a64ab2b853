"""Objects and arrays in canonical form: see `canonical_schemas`."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import replace
from typing import Final

from nemogen.canonical import ANYTHING, NO_FACTS, CanonicalSchema, NamingFacts
from nemogen.naming import canonical_values, unions
from nemogen.naming.conversion import Conversion
from nemogen.openapi.schema import Schema, SchemaNode

Write = Callable[[SchemaNode], CanonicalSchema]

_MOST_LENGTHS: Final = 3
"""How many positions at the end may be missing: each is a tuple of its own."""


class ObjectWriter:
    """Writes objects and arrays; `write` writes the schemas inside them."""

    def __init__(self, conversion: Conversion, write: Write) -> None:
        self._state = conversion
        self._write = write

    def object(self, schema: Schema) -> CanonicalSchema:
        """An object: what is required first, then by name (`id` before all), whatever the order of the document.

        A closed one is one class with an open one, except for a mark.

        Publishers close and open objects without a word, and names have to stay. Responses keep what they hold besides,
        and type checkers refuse what a TypedDict does not name.
        """
        rules = schema.objects
        found = {name: rules.properties[name] for name in in_order(rules.properties, rules.required)}
        declared = {name: node for name, node in found.items() if not self._is_forbidden(node)}
        properties = {name: self._write(node) for name, node in declared.items()}
        required = sorted(name for name in rules.required if name in declared or name not in rules.properties)
        for name in required:
            if name not in properties:
                message = f"`{name}` is required but not declared: declared as any value"
                self._state.note("required-undeclared", message, schema.locate("required"))
                properties[name] = ANYTHING
        additional = self._additional(schema)
        return CanonicalSchema(
            type="object",
            properties=properties,
            required=tuple(required),
            facts=self._one_way(schema) if properties else NO_FACTS,
            additional=additional,
            is_closed=bool(properties) and additional is None and _is_closed(schema),
        )

    def _is_forbidden(self, node: SchemaNode) -> bool:
        """Whether a property is the schema false: an object must not have it."""
        return isinstance(node, Schema) and node.never and not node.nullable

    def _additional(self, schema: Schema) -> CanonicalSchema | None:
        """What properties that are not named hold: values of all patterns and of the rest; None if nothing says."""
        rules = schema.objects
        rest = rules.additional_properties
        patterns = list(rules.pattern_properties.values())
        is_closed = _is_closed(schema)
        if rest is None or (is_closed and not patterns):
            return None
        values = [self._write(node) for node in (*patterns, *(() if is_closed else (rest,)))]
        return values[0] if len(values) == 1 else unions.flat(values)

    def _one_way(self, schema: Schema) -> NamingFacts:
        """The properties that one side alone sends (`readOnly`, `writeOnly`).

        The discriminator's property is sent in both directions, whatever the spec says: without it, no value can be
        assigned to a variant.
        """
        kind = schema.discriminator.property_name if schema.discriminator else None
        read_only: list[str] = []
        write_only: list[str] = []
        for name, node in schema.objects.properties.items():
            said = self._state.views.merged(node).schema.annotations
            if name == kind:
                continue
            if said.read_only:
                read_only.append(name)
            if said.write_only:
                write_only.append(name)
            if said.read_only and said.write_only:
                message = f"`{name}` is read-only and write-only at once: either side may send it, neither has to"
                self._state.note("read-only-and-write-only", message, node.location)
        is_either = read_only or write_only
        return NamingFacts(read_only=tuple(read_only), write_only=tuple(write_only)) if is_either else NO_FACTS

    def array(self, schema: Schema) -> CanonicalSchema:
        """An array; of items by position, one alternative for each length at which it may end early."""
        rules = schema.arrays
        most = rules.max_items
        first = [self._write(node) for node in rules.prefix_items[:most]]
        is_whole = isinstance(rules.items, Schema) and rules.items.never
        is_full = most is not None and most <= len(first)
        rest = ANYTHING if rules.items is None or is_whole else self._write(rules.items)
        tail = None if is_whole or is_full else rest
        least = rules.min_items or 0
        if not rules.prefix_items or len(first) - least > _MOST_LENGTHS:
            return self._plain_array(schema, first if tail is None else [*first, tail])
        if tail is not None and (most is not None or least > len(first)):
            message = "how many items follow those by position is left to the server"
            self._state.note("keyword-not-checked", message, schema.locate("maxItems", "minItems"))
        shorter = [
            CanonicalSchema(type="array", prefix_items=tuple(first[:length])) for length in range(least, len(first))
        ]
        return unions.flat([*shorter, CanonicalSchema(type="array", prefix_items=tuple(first), items=tail)])

    def _plain_array(self, schema: Schema, found: list[CanonicalSchema]) -> CanonicalSchema:
        """An array in which each item may be what an item of any position may be."""
        if schema.arrays.prefix_items:
            message = "too many lengths are allowed: each item may be what an item of any position may be"
            self._state.note("prefix-items-not-typed", message, schema.locate("prefixItems"))
        items = found[0] if len(found) == 1 else unions.flat(found) if found else ANYTHING
        return CanonicalSchema(type="array", items=items, bounds=canonical_values.counts(schema, self._state.note))


def in_order(names: Iterable[str], required: Container[str]) -> list[str]:
    """The names of properties: what is required first, then by name, `id` before all."""
    return sorted(names, key=lambda name: (name not in required, name != "id", name))


def located(schema: CanonicalSchema, at: str) -> CanonicalSchema:
    """One of several types of a schema. The object among them has a pointer too: it is a class that keeps its name."""
    return replace(schema, facts=replace(schema.facts, pointer=at)) if schema.properties else schema


def _is_closed(schema: Schema) -> bool:
    rest = schema.objects.additional_properties
    return isinstance(rest, Schema) and rest.never
