"""Decides from types and fixed properties whether no value can match two variants of a union."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final

from nemogen.diff.side import Side
from nemogen.openapi.schema import Schema

MOST_VARIANTS: Final = 200
"""More variants are not distinguished two by two."""


def are_disjoint_variants(side: Side, variants: Sequence[Schema]) -> bool:
    """Whether each value matches one of these variants of a document at most."""
    if len(variants) > MOST_VARIANTS:
        return False
    known = [(_types(each), _fixed(side, each)) for each in variants]
    return all(_are_apart(*one, *other) for one, other in combinations(known, 2))


def allow_null_twice(side: Side, schema: Schema) -> bool:
    """Whether several variants of a `oneOf` allow null: by the letter, it matches more than one of them."""
    return side.views.admits_null(schema) and sum(map(side.views.admits_null, schema.one_of)) > 1


def _types(schema: Schema) -> frozenset[str]:
    """The types that a variant says: without any, a value of another type matches it whatever its properties are."""
    return schema.types | {"integer"} if "number" in schema.types else schema.types


def _fixed(side: Side, schema: Schema) -> Mapping[str, frozenset[str]]:
    """The values of the required properties that list theirs, by name."""
    found: dict[str, frozenset[str]] = {}
    for name in schema.objects.required if schema.types == {"object"} else ():
        node = schema.objects.properties.get(name)
        values = side.plain(node).enum if node is not None and side.knows(node) else None
        if values is not None:
            found[name] = frozenset(value.key for value in values)
    return found


def _are_apart(
    types: frozenset[str],
    fixed: Mapping[str, frozenset[str]],
    other_types: frozenset[str],
    other_fixed: Mapping[str, frozenset[str]],
) -> bool:
    if types and other_types and types.isdisjoint(other_types):
        return True
    return any(fixed[name].isdisjoint(other_fixed[name]) for name in fixed.keys() & other_fixed.keys())
