"""Brings a schema whose parts were read or merged into the one form: what says nothing is dropped."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from nemogen.openapi.json_value import json_type
from nemogen.openapi.nulls import rest_admits_null
from nemogen.openapi.schema import (
    NO_ARRAY_RULES,
    NO_NUMBER_BOUNDS,
    NO_OBJECT_RULES,
    NO_STRING_RULES,
    NumberBounds,
    Schema,
)

NULL_ONLY: Final = frozenset({"null"})
EVERY_TYPE: Final = frozenset({"array", "boolean", "number", "object", "string"})
"""All types but null; every integer is a number."""

RULES_OF_TYPE: Final = {
    "numbers": frozenset({"number", "integer"}),
    "strings": frozenset({"string"}),
    "arrays": frozenset({"array"}),
    "objects": frozenset({"object"}),
}
"""The field of a schema that holds rules, with the types that they apply to."""


def normal_form(schema: Schema) -> Schema:
    """The schema without what says nothing: see `Schema`. Its annotations and locations stay."""
    if schema.never or schema.enum == ():
        return _without_values(schema)
    if schema.enum is not None:
        schema = _enumerated(schema)
    types = plain_types(schema.types)
    if schema.nullable and types == EVERY_TYPE:
        schema, types = replace(schema, nullable=False), frozenset()
    schema = _with_rules_of(schema, types)
    return replace(schema, nullable=False) if schema.nullable and rest_admits_null(schema) else schema


def _with_rules_of(schema: Schema, types: frozenset[str]) -> Schema:
    """The schema with these types and only the rules that apply to one of them."""
    numbers, strings, arrays, objects = schema.numbers, schema.strings, schema.arrays, schema.objects
    if types:
        numbers = NO_NUMBER_BOUNDS if types.isdisjoint(RULES_OF_TYPE["numbers"]) else numbers
        strings = strings if "string" in types else NO_STRING_RULES
        arrays = arrays if "array" in types else NO_ARRAY_RULES
        objects = objects if "object" in types else NO_OBJECT_RULES
    if numbers is not NO_NUMBER_BOUNDS:
        numbers = plain_bounds(numbers, is_whole=bool(types) and "number" not in types)
    is_same = (
        numbers is schema.numbers
        and strings is schema.strings
        and arrays is schema.arrays
        and objects is schema.objects
    )
    if is_same and types == schema.types:
        return schema
    return replace(schema, types=types, numbers=numbers, strings=strings, arrays=arrays, objects=objects)


def without_unevaluated(schema: Schema) -> Schema:
    """The schema with `unevaluated…` as additional properties and items, if that means the same.

    It does not if the schema combines others, nor if it is a part of one that does.
    """
    objects, arrays = schema.objects, schema.arrays
    if objects.unevaluated_properties is None and arrays.unevaluated_items is None:
        return schema
    combines = schema.all_of or schema.any_of or schema.one_of or schema.conditional or objects.dependent_schemas
    if objects.additional_properties is not None or objects.is_open:
        objects = replace(objects, unevaluated_properties=None)
    elif not combines and schema.identity.dynamic_target is None:
        objects = replace(objects, additional_properties=objects.unevaluated_properties, unevaluated_properties=None)
    if arrays.items is not None or arrays.is_open:
        arrays = replace(arrays, unevaluated_items=None)
    elif not combines and schema.identity.dynamic_target is None and arrays.contains is None:
        arrays = replace(arrays, items=arrays.unevaluated_items, unevaluated_items=None)
    return replace(schema, objects=objects, arrays=arrays)


def _without_values(schema: Schema) -> Schema:
    """What allows no value, or null alone."""
    types = NULL_ONLY if schema.nullable else frozenset[str]()
    return Schema(
        schema.location,
        types,
        never=not schema.nullable,
        identity=schema.identity,
        annotations=schema.annotations,
        keywords=schema.keywords,
    )


def _enumerated(schema: Schema) -> Schema:
    """An enumeration has the types of its values; one of true and false says no more than their type."""
    values = schema.enum or ()
    types = frozenset(json_type(each.value) for each in values)
    if types == {"boolean"} and len(values) == 2:
        return replace(schema, types=types, enum=None)
    return replace(schema, types=types)


def plain_types(types: Iterable[str]) -> frozenset[str]:
    """The types without "integer" where there is "number"."""
    found = frozenset(types)
    return found - {"integer"} if "number" in found else found


def plain_bounds(bounds: NumberBounds, *, is_whole: bool) -> NumberBounds:
    """At most one lower and one upper bound; inclusive ones that are whole where only whole numbers are allowed."""
    minimum, above = _tightest(bounds.minimum, bounds.exclusive_minimum, sign=1)
    maximum, below = _tightest(bounds.maximum, bounds.exclusive_maximum, sign=-1)
    unit = bounds.multiple_of
    if is_whole:
        minimum = math.floor(above) + 1 if above is not None else None if minimum is None else math.ceil(minimum)
        maximum = math.ceil(below) - 1 if below is not None else None if maximum is None else math.floor(maximum)
        above = below = None
        unit = None if unit == 1 else unit
    found = NumberBounds(minimum, maximum, above, below, unit, bounds.format)
    return NO_NUMBER_BOUNDS if found == NO_NUMBER_BOUNDS else found


def _tightest(
    inclusive: int | float | None, exclusive: int | float | None, *, sign: int
) -> tuple[int | float | None, int | float | None]:
    if inclusive is None or exclusive is None:
        return inclusive, exclusive
    return (None, exclusive) if sign * exclusive >= sign * inclusive else (inclusive, None)
