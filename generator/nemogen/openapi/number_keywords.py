"""The keywords about numbers: their rows, and how they are read, written, compared and merged.

Sources: JSON Schema 2020-12 (validation, 6.2), and the Schema Objects of OpenAPI 3.0.4 and 3.1.1.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from nemogen.errors import Location as Location
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.ledger_keys import Key
from nemogen.openapi.rule_merge import RuleMerge, highest, lowest
from nemogen.openapi.schema import NO_NUMBER_BOUNDS, Number, NumberBounds, Schema
from nemogen.openapi.schema_context import KeywordReader
from nemogen.openapi.type_keyword import TypeKeyword, given

NUMBER_KEYWORDS: Final[Mapping[str, TypeKeyword]] = {
    "minimum": TypeKeyword(Key("NumberBounds.minimum"), "number", "++++", validates=True),
    "maximum": TypeKeyword(Key("NumberBounds.maximum"), "number", "++++", validates=True),
    "exclusiveMinimum": TypeKeyword(Key("NumberBounds.exclusive_minimum"), "number", "++++", validates=True),
    "exclusiveMaximum": TypeKeyword(Key("NumberBounds.exclusive_maximum"), "number", "++++", validates=True),
    "multipleOf": TypeKeyword(Key("NumberBounds.multiple_of"), "number", "++++", validates=True),
}


def read_numbers(reader: KeywordReader) -> NumberBounds:
    """The bounds of numbers, in the spelling of 3.1: OpenAPI 3.0 writes exclusive bounds as true beside a bound."""
    if reader.raw.keys().isdisjoint(NUMBER_KEYWORDS):
        return NO_NUMBER_BOUNDS
    minimum, above = _read_bound(reader, "minimum", "exclusiveMinimum")
    maximum, below = _read_bound(reader, "maximum", "exclusiveMaximum")
    unit = reader.number("multipleOf")
    if unit is not None and unit <= 0:
        reader.unreadable("multipleOf", "a number above zero")
        unit = None
    return NumberBounds(minimum, maximum, above, below, unit)


def _read_bound(reader: KeywordReader, plain: str, exclusive: str) -> tuple[Number | None, Number | None]:
    inclusive = reader.number(plain)
    beside = reader.raw.get(exclusive)
    if isinstance(beside, bool):
        return (None, inclusive) if beside else (inclusive, None)
    return inclusive, reader.number(exclusive)


def write_numbers(bounds: NumberBounds) -> dict[str, JsonValue]:
    """The keywords with their values. These are also what two schemas are compared by."""
    if bounds is NO_NUMBER_BOUNDS:
        return {}
    return given(
        minimum=bounds.minimum,
        maximum=bounds.maximum,
        exclusiveMinimum=bounds.exclusive_minimum,
        exclusiveMaximum=bounds.exclusive_maximum,
        multipleOf=bounds.multiple_of,
        format=bounds.format,
    )


def merge_numbers(merge: RuleMerge, held: NumberBounds, theirs: NumberBounds, at: Location) -> NumberBounds:
    """The bounds that mean both; what does not fit becomes a schema of its own, at the location `at`."""
    if theirs is NO_NUMBER_BOUNDS or held is NO_NUMBER_BOUNDS:
        return held if theirs is NO_NUMBER_BOUNDS else theirs
    unit = _common_multiple(held.multiple_of, theirs.multiple_of)
    if unit is None and theirs.multiple_of is not None:
        unit = held.multiple_of
        merge.residue.append(Schema(at, numbers=NumberBounds(multiple_of=theirs.multiple_of)))
    return NumberBounds(
        highest(held.minimum, theirs.minimum),
        lowest(held.maximum, theirs.maximum),
        highest(held.exclusive_minimum, theirs.exclusive_minimum),
        lowest(held.exclusive_maximum, theirs.exclusive_maximum),
        unit,
        merge.keep_last(held.format, theirs.format, Schema(at, numbers=NumberBounds(format=held.format))),
    )


def _common_multiple(first: Number | None, second: Number | None) -> Number | None:
    """The unit of numbers that are multiples of both; None if that is not a whole number, or there is none."""
    if first is None or second is None or first == second:
        return second if first is None else first
    return math.lcm(first, second) if isinstance(first, int) and isinstance(second, int) else None
