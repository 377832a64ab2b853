"""Bounds of numbers, texts and lists, as far as a generated model can check them."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from nemogen.document import Json, JsonObject

_NUMERIC = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")

BOUNDS: Mapping[str, tuple[str, ...]] = {
    "number": _NUMERIC,
    "integer": _NUMERIC,
    "string": ("minLength", "maxLength", "pattern"),
    "array": ("minItems", "maxItems"),
}
"""The bounds that each type of JSON Schema has."""

_LONGEST = 2**53
"""The highest length that JSON passes on unharmed (RFC 8259, section 6)."""

_WHOLE: Mapping[str, Callable[[float], int]] = {
    "minimum": math.ceil,
    "exclusiveMinimum": math.floor,
    "maximum": math.floor,
    "exclusiveMaximum": math.ceil,
}
"""The bound of whole numbers that a fractional bound means: 0.5 or more is 1 or more, above 0.5 is above 0."""


def canonical(schema: JsonObject, note: Callable[[str, str], None]) -> dict[str, Any]:
    """The bounds of a type, in 3.1's spelling (3.0's exclusive bounds are booleans beside the bound)."""
    kind: str = schema["type"]
    found = {key: schema[key] for key in BOUNDS.get(kind, ()) if key in schema}
    for exclusive, plain in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if isinstance(found.get(exclusive), bool) and found.pop(exclusive) and plain in found:
            found[exclusive] = found.pop(plain)
    result = {}
    for key, value in found.items():
        readable = _readable(key, value, kind)
        if readable is None:
            note("bound-unreadable", f"`{key}: {value!r}` cannot be checked here: left to the server")
        else:
            result[key] = readable
    return result


def _readable(key: str, value: Json, kind: str) -> Json:
    """The bound as a generated model can have it; None where it can have none."""
    if key == "pattern":
        return value if is_pattern(value) else None
    if not is_number(value) or not _is_double(value):
        return None
    if key not in _NUMERIC:
        return int(value) if 0 <= value <= _LONGEST and value == int(value) else None
    if key == "multipleOf" and (value <= 0 or (kind == "integer" and value != int(value))):
        return None
    if kind == "number":
        return value
    return _WHOLE[key](value) if key in _WHOLE else int(value)


def is_number(value: Json) -> bool:
    """Whether `value` is a number (true and false are none)."""
    return isinstance(value, int | float) and not isinstance(value, bool)


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
