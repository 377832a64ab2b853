"""Schemas whose rules leave only a few values: the enumeration of these says the same.

`{type: string, maxLength: 0}` allows what `{const: ""}` does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from nemogen.openapi.array_keywords import is_empty_array
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.normal_form import normal_form
from nemogen.openapi.object_keywords import is_empty_object
from nemogen.openapi.schema import (
    NO_ARRAY_RULES,
    NO_NUMBER_BOUNDS,
    NO_OBJECT_RULES,
    NO_STRING_RULES,
    EnumValue,
    NumberBounds,
    Schema,
    SchemaNode,
    StringRules,
)
from nemogen.openapi.schema_unions import said_by

MOST_VALUES: Final = 50
"""A range of more whole numbers is not written out."""

_FIELDS: Final = {"string": "strings", "array": "arrays", "object": "objects", "integer": "numbers"}


def with_values_listed(schema: Schema, plain: Callable[[SchemaNode], Schema | None]) -> Schema:
    """The schema as an enumeration where its rules leave few values; the same schema where they do not, or none.

    `plain` gives the schema of a node, None where it is unknown.
    """
    if len(schema.types) != 1:
        return schema
    field = _FIELDS.get(next(iter(schema.types)))
    if field is None or said_by(schema) != {"types", field}:
        return schema
    values = _values(schema, field, plain)
    if values is None:
        return schema
    return normal_form(
        replace(
            schema,
            enum=tuple(EnumValue(value) for value in values),
            numbers=NO_NUMBER_BOUNDS,
            strings=NO_STRING_RULES,
            arrays=NO_ARRAY_RULES,
            objects=NO_OBJECT_RULES,
        )
    )


def _values(schema: Schema, field: str, plain: Callable[[SchemaNode], Schema | None]) -> Sequence[JsonValue] | None:
    if field == "numbers":
        return _whole_numbers(schema.numbers)
    if field == "strings":
        return [""] if schema.strings in (StringRules(max_length=0), StringRules(0, max_length=0)) else None
    if field == "arrays":
        return [[]] if is_empty_array(schema.arrays, plain) else None
    return [{}] if is_empty_object(schema.objects, plain) else None


def _whole_numbers(bounds: NumberBounds) -> Sequence[JsonValue] | None:
    least, most = bounds.minimum, bounds.maximum
    if bounds != NumberBounds(least, most) or not isinstance(least, int) or not isinstance(most, int):
        return None
    return [*range(least, most + 1)] if 0 <= most - least < MOST_VALUES else None
