"""Decides from types and fixed properties whether no value can match two variants of a union."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final

from nemogen.diff.side import Side
from nemogen.diff.type_compatibility import implied_types
from nemogen.openapi.schema import Schema

MOST_VARIANTS: Final = 200
"""More variants are not distinguished two by two."""


def are_disjoint_variants(side: Side, variants: Sequence[Schema]) -> bool:
    """Whether each value matches one of these variants of a document at most."""
    if len(variants) > MOST_VARIANTS:
        return False
    known = [(_types(each), _fixed(side, each)) for each in variants]
    return all(_are_apart(*one, *other) for one, other in combinations(known, 2))


def _types(schema: Schema) -> frozenset[str]:
    types = implied_types(schema)
    return types | {"integer"} if "number" in types else types


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
