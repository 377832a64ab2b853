"""Leaves out of two schemas what their other rules say already, where one says it and the other does not."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from nemogen.diff.schema_pairs import Pair
from nemogen.diff.side import Side
from nemogen.openapi.array_keywords import without_implied_arrays
from nemogen.openapi.listed_by_rules import with_values_listed
from nemogen.openapi.normal_form import normal_form
from nemogen.openapi.object_keywords import without_implied_objects
from nemogen.openapi.schema import NO_NUMBER_BOUNDS, Number, Schema, SchemaNode


def without_implied_rules(base_side: Side, revision_side: Side, pair: Pair) -> Pair:
    """The pair without rules that follow from others of the same schema. Rules that are equal stay as they are."""
    base, revision = pair.base, pair.revision
    if (base.enum is None) != (revision.enum is None):
        base = with_values_listed(base, partial(_plain_if_known, base_side))
        revision = with_values_listed(revision, partial(_plain_if_known, revision_side))
    if base.numbers != revision.numbers or base.types != revision.types:
        base, revision = _plain_numbers(base, revision), _plain_numbers(revision, base)
    if base.arrays is not revision.arrays and base.arrays != revision.arrays:
        base = replace(base, arrays=without_implied_arrays(base.arrays, partial(_plain_if_known, base_side)))
        revision = replace(
            revision, arrays=without_implied_arrays(revision.arrays, partial(_plain_if_known, revision_side))
        )
    if base.objects is not revision.objects:
        old, new = base.objects, revision.objects
        base = replace(base, objects=without_implied_objects(old, new, partial(_plain_if_known, base_side)))
        revision = replace(revision, objects=without_implied_objects(new, old, partial(_plain_if_known, revision_side)))
    if base is pair.base and revision is pair.revision:
        return pair
    return replace(pair, base=base, revision=revision)


def _plain_if_known(side: Side, node: SchemaNode) -> Schema | None:
    return side.plain(node) if side.knows(node) else None


def _plain_numbers(schema: Schema, other: Schema) -> Schema:
    """A number that is a multiple of a whole one is an integer, and an integer is a multiple of 1, 0.5, 0.25, …"""
    unit = schema.numbers.multiple_of
    if schema.numbers is NO_NUMBER_BOUNDS or not unit:
        return schema
    if "number" in schema.types and unit % 1 == 0:
        types = schema.types - {"number"} | {"integer"}
        return normal_form(replace(schema, types=types))
    if "integer" in schema.types and unit != other.numbers.multiple_of and _divides_one(unit):
        return replace(schema, numbers=replace(schema.numbers, multiple_of=None))
    return schema


def _divides_one(unit: Number) -> bool:
    return 0 < unit <= 1 and (1 / unit) % 1 == 0
