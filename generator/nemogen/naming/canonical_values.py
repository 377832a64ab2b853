"""Scalars, bounds, enumerations and defaults in canonical form: what a generated model can check."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from nemogen.canonical import ANYTHING, NO_BOUNDS, Bounds, CanonicalSchema
from nemogen.checkable_patterns import is_pattern
from nemogen.errors import Location
from nemogen.openapi.json_value import JsonValue, as_number, canonical_json, json_type
from nemogen.openapi.schema import Number, NumberBounds, Schema

Note: TypeAlias = Callable[[str, str, Location], None]
"""Reports a repair: rule, message, location."""

_LONGEST: Final = 2**53
"""The highest length that JSON passes on unharmed (RFC 8259, section 6)."""

_FORMATS: Final = frozenset({"binary", "byte", "date", "date-time", "decimal", "time", "uuid"})
"""Formats of texts that say more of their type than text: Python has a type for each."""


def scalar(name: str, schema: Schema, note: Note) -> CanonicalSchema:
    """A string, a number, an integer or a boolean with its bounds."""
    if name in ("number", "integer"):
        return CanonicalSchema(type=name, bounds=_number_bounds(schema, note, is_whole=name == "integer"))
    if name != "string":
        return CanonicalSchema(type=name)
    rules = schema.strings
    least = _length("minLength", rules.min_length, schema, note)
    most = _length("maxLength", rules.max_length, schema, note)
    pattern = rules.pattern
    if pattern is not None and not is_pattern(pattern):
        _note_unchecked("pattern", pattern, schema, note)
        pattern = None
    return CanonicalSchema(
        type=name,
        bounds=_shared(Bounds(min_length=least, max_length=most, pattern=pattern)),
        format=rules.format if rules.format in _FORMATS else "",
    )


def counts(schema: Schema, note: Note) -> Bounds:
    """How many items an array may have."""
    least = _length("minItems", schema.arrays.min_items, schema, note)
    return _shared(Bounds(min_items=least, max_items=_length("maxItems", schema.arrays.max_items, schema, note)))


def _shared(bounds: Bounds) -> Bounds:
    return NO_BOUNDS if bounds == NO_BOUNDS else bounds


def _length(keyword: str, value: int | None, schema: Schema, note: Note) -> int | None:
    if value is None or value <= _LONGEST:
        return value
    _note_unchecked(keyword, value, schema, note)
    return None


def _number_bounds(schema: Schema, note: Note, *, is_whole: bool) -> Bounds:
    """The bounds of a number. Of whole numbers 0.5 or more is 1 or more, and above 0.5 is above 0."""

    def read(keyword: str, value: Number | None, whole: Callable[[float], int]) -> Number | None:
        if value is None:
            return None
        if not _is_double(value) or (keyword == "multipleOf" and is_whole and value != int(value)):
            _note_unchecked(keyword, value, schema, note)
            return None
        return whole(value) if is_whole else value

    rules = schema.numbers
    return _shared(
        Bounds(
            minimum=read("minimum", rules.minimum, math.ceil),
            maximum=read("maximum", rules.maximum, math.floor),
            exclusive_minimum=read("exclusiveMinimum", rules.exclusive_minimum, math.floor),
            exclusive_maximum=read("exclusiveMaximum", rules.exclusive_maximum, math.ceil),
            multiple_of=read("multipleOf", rules.multiple_of, int),
        )
    )


def has_bounds(bounds: NumberBounds) -> bool:
    """Whether there is a bound, whatever the format says."""
    found = (bounds.minimum, bounds.maximum, bounds.exclusive_minimum, bounds.exclusive_maximum, bounds.multiple_of)
    return any(value is not None for value in found)


def _note_unchecked(keyword: str, value: JsonValue, schema: Schema, note: Note) -> None:
    message = f"`{keyword}: {value!r}` cannot be checked here: left to the server"
    note("bound-unreadable", message, schema.locate(keyword))


def _is_double(value: float) -> bool:
    try:
        return math.isfinite(float(value))
    except OverflowError:
        return False


def enumeration(schema: Schema, note: Note) -> CanonicalSchema:
    """The values of a schema without null (the caller adds it), sorted, one schema a type of value.

    The order of the document has no meaning, neither in JSON Schema nor in a Literal. Numbers that are not whole cannot
    be written as a Literal: such an enumeration becomes its plain type.
    """
    by_type: dict[str, list[JsonValue]] = {}
    for each in schema.enum or ():
        kind = json_type(each.value)
        by_type.setdefault(kind, []).append(as_number(each.value) if kind == "integer" else each.value)
    location = schema.locate("enum", "const")
    if by_type.keys() & {"array", "object"}:
        note("enum-not-typed", "the enumeration has values that are lists or objects: any value is accepted", location)
        return ANYTHING
    variants = tuple(_of_one_type(name, values, location, note) for name, values in sorted(by_type.items()))
    return variants[0] if len(variants) == 1 else CanonicalSchema(any_of=variants)


def _of_one_type(name: str, values: list[JsonValue], location: Location, note: Note) -> CanonicalSchema:
    if name == "number":
        note("enum-not-typed", f"no type expresses the numbers {values}: any number is accepted", location)
        return CanonicalSchema(type="number")
    return CanonicalSchema(type=name, enum=in_value_order(values))


def in_value_order(values: Iterable[JsonValue]) -> tuple[JsonValue, ...]:
    """Values of one type, texts or numbers, in order."""
    values = list(values)
    texts = sorted(value for value in values if isinstance(value, str))
    numbers = sorted(value for value in values if isinstance(value, int | float))
    return (*texts, *numbers)


def fits(value: JsonValue, schema: CanonicalSchema) -> bool:
    """Whether `value` can be the default of a schema; a reference is believed."""
    if schema.any_of:
        return any(fits(value, variant) for variant in schema.any_of)
    if schema.reference is not None or schema.type is None:
        return True
    if schema.enum:
        return any(canonical_json(other) == canonical_json(value) for other in schema.enum)
    return _is(value, schema.type)


def _is(value: JsonValue, name: str) -> bool:
    kind = json_type(value)
    return kind == name or (kind == "integer" and name == "number")
