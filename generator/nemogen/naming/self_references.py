"""Components that are variants of themselves: `A: anyOf [A, string]`, also over several components.

No type of Python can be its own variant, and JSON Schema leaves the meaning undefined ("Guarding Against Infinite
Recursion"). The only reading that says anything: of components that are variants of each other, each accepts what one
of their other variants accepts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from nemogen.canonical import CanonicalSchema
from nemogen.cycles import cycles
from nemogen.naming import unions
from nemogen.pointer import split


def without_self_references(
    schemas: Mapping[str, CanonicalSchema], note: Callable[[str, str, str], None]
) -> dict[str, CanonicalSchema]:
    """`schemas` (by key), none of them a variant of itself; `note` takes rule, message and key.

    Of components that are variants of each other the first gets the other variants of all, the rest refer to it. Where
    there is no other variant but null, any value is accepted.
    """
    result = dict(schemas)
    for group in cycles({at: set(_variants(schema)) for at, schema in schemas.items()}):
        first, *others = group
        result[first] = _united([schemas[at] for at in group], group)
        result |= {at: replace(_prose(schemas[at]), reference=first) for at in others}
        meaning = "any value is accepted" if result[first].says_nothing else "that variant is left out"
        for at in group:
            note("self-reference", f"`{split(at)[-1]}` is a variant of itself: {meaning}", at)
    return result


def _variants(schema: CanonicalSchema) -> Iterator[str]:
    """The keys of the components whose values are all values of `schema`."""
    if schema.reference is not None:
        yield schema.reference
    for variant in schema.any_of:
        yield from _variants(variant)


def _united(schemas: Sequence[CanonicalSchema], group: Collection[str]) -> CanonicalSchema:
    """The first of `schemas`, with the variants of all of them that lead out of `group`."""
    first = schemas[0]
    others = [variant for schema in schemas for variant in _leading_out(schema, frozenset(group))]
    if all(variant.is_null for variant in others):
        return _prose(first)
    united = unions.flat(others)
    return replace(
        united,
        discriminator=(first.discriminator or united.discriminator) if united.any_of else None,
        description=first.description or united.description,
        deprecated=first.deprecated or united.deprecated,
        sunset=first.sunset or united.sunset,
        default=united.default if first.default is None else first.default,
        facts=united.facts.beneath(first.facts),
    )


def _leading_out(schema: CanonicalSchema, group: frozenset[str]) -> Iterator[CanonicalSchema]:
    if not group.isdisjoint(_variants(schema)):
        for variant in schema.any_of:
            yield from _leading_out(variant, group)
    else:
        yield schema


def _prose(schema: CanonicalSchema) -> CanonicalSchema:
    return CanonicalSchema(description=schema.description, deprecated=schema.deprecated, sunset=schema.sunset)
