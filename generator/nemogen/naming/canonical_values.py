"""Scalars, bounds, enumerations and defaults in canonical form: what a generated model can check."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from nemogen.document import Json, JsonObject
from nemogen.errors import Location
from nemogen.openapi.json_value import as_number, canonical_json, json_type
from nemogen.openapi.schema import Number, NumberBounds, Schema

Note: TypeAlias = Callable[[str, str, Location], None]
"""Reports a repair: rule, message, location."""

_LONGEST: Final = 2**53
"""The highest length that JSON passes on unharmed (RFC 8259, section 6)."""

_WHOLE: Final[Mapping[str, Callable[[float], int]]] = {
    "minimum": math.ceil,
    "exclusiveMinimum": math.floor,
    "maximum": math.floor,
    "exclusiveMaximum": math.ceil,
}
"""The bound of whole numbers that a fractional bound means: 0.5 or more is 1 or more, above 0.5 is above 0."""


_FORMATS: Final = frozenset({"binary", "byte", "date", "date-time", "decimal", "time", "uuid"})
"""Formats of texts that say more of their type than text: Python has a type for each."""


def scalar(name: str, schema: Schema, note: Note) -> dict[str, Any]:
    """A string, a number, an integer or a boolean with its bounds."""
    if name in ("number", "integer"):
        return {"type": name, **_bounds(schema, note, is_whole=name == "integer")}
    if name != "string":
        return {"type": name}
    rules = schema.strings
    found: dict[str, Any] = {
        "type": name,
        **_lengths(schema, note, minLength=rules.min_length, maxLength=rules.max_length),
    }
    if rules.pattern is not None:
        if is_pattern(rules.pattern):
            found["pattern"] = rules.pattern
        else:
            _note_unchecked("pattern", rules.pattern, schema, note)
    return {**found, "format": rules.format} if rules.format in _FORMATS else found


def counts(schema: Schema, note: Note) -> dict[str, Any]:
    """How many items an array may have."""
    return _lengths(schema, note, minItems=schema.arrays.min_items, maxItems=schema.arrays.max_items)


def _lengths(schema: Schema, note: Note, **found: int | None) -> dict[str, Any]:
    said = {keyword: value for keyword, value in found.items() if value is not None}
    for keyword, value in said.items():
        if value > _LONGEST:
            _note_unchecked(keyword, value, schema, note)
    return {keyword: value for keyword, value in said.items() if value <= _LONGEST}


def _bounds(schema: Schema, note: Note, *, is_whole: bool) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for keyword, value in _numeric(schema.numbers).items():
        if value is None:
            continue
        if not _is_double(value) or (keyword == "multipleOf" and is_whole and value != int(value)):
            _note_unchecked(keyword, value, schema, note)
        elif is_whole:
            found[keyword] = _WHOLE[keyword](value) if keyword in _WHOLE else int(value)
        else:
            found[keyword] = value
    return found


def _numeric(bounds: NumberBounds) -> dict[str, Number | None]:
    return {
        "minimum": bounds.minimum,
        "maximum": bounds.maximum,
        "exclusiveMinimum": bounds.exclusive_minimum,
        "exclusiveMaximum": bounds.exclusive_maximum,
        "multipleOf": bounds.multiple_of,
    }


def has_bounds(bounds: NumberBounds) -> bool:
    """Whether there is a bound, whatever the format says."""
    return any(value is not None for value in _numeric(bounds).values())


def _note_unchecked(keyword: str, value: Json, schema: Schema, note: Note) -> None:
    message = f"`{keyword}: {value!r}` cannot be checked here: left to the server"
    note("bound-unreadable", message, schema.locate(keyword))


def _is_double(value: float) -> bool:
    try:
        return math.isfinite(float(value))
    except OverflowError:
        return False


def is_pattern(value: Json) -> bool:
    """Whether a pattern of the spec (ECMA 262) can be checked by pydantic's engine, which has no look-around."""
    if not isinstance(value, str):
        return False
    from pydantic_core import SchemaError, SchemaValidator, core_schema

    try:
        SchemaValidator(core_schema.str_schema(pattern=value))
    except SchemaError:
        return False
    return True


def enumeration(schema: Schema, note: Note) -> dict[str, Any]:
    """The values of a schema without null (the caller adds it), sorted, one schema a type of value.

    The order of the document has no meaning, neither in JSON Schema nor in a Literal. Numbers that are not whole cannot
    be written as a Literal: such an enumeration becomes its plain type.
    """
    by_type: dict[str, list[Any]] = {}
    for each in schema.enum or ():
        kind = json_type(each.value)
        by_type.setdefault(kind, []).append(as_number(each.value) if kind == "integer" else each.value)
    location = schema.locate("enum", "const")
    if by_type.keys() & {"array", "object"}:
        note("enum-not-typed", "the enumeration has values that are lists or objects: any value is accepted", location)
        return {}
    branches = [_of_one_type(name, values, location, note) for name, values in sorted(by_type.items())]
    return branches[0] if len(branches) == 1 else {"anyOf": branches}


def _of_one_type(name: str, values: list[Any], location: Location, note: Note) -> dict[str, Any]:
    if name == "number":
        note("enum-not-typed", f"no type expresses the numbers {values}: any number is accepted", location)
        return {"type": "number"}
    return {"type": name, "enum": sorted(values)}


def fits(value: Json, schema: JsonObject) -> bool:
    """Whether `value` can be the default of a canonical schema; a reference is believed."""
    if "anyOf" in schema:
        return any(fits(value, branch) for branch in schema["anyOf"])
    if "$ref" in schema or "type" not in schema:
        return True
    if "enum" in schema:
        return any(canonical_json(other) == canonical_json(value) for other in schema["enum"])
    return _is(value, schema["type"])


def _is(value: Json, name: str) -> bool:
    if name in {"number", "integer"}:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return is_number and (name == "number" or isinstance(value, int) or value.is_integer())
    kinds: dict[str, type] = {"string": str, "boolean": bool, "array": list, "object": Mapping, "null": type(None)}
    return isinstance(value, kinds[name])
