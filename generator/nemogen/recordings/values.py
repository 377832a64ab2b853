"""JSON values: their type, their equality, and how they are shown in a message."""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping
from typing import Final

from nemogen.document import Json
from nemogen.text_safety import clip, spelt

_TYPES: Final = (
    (bool, "boolean"),
    (int, "integer"),
    (float, "number"),
    (str, "string"),
    (list, "array"),
    (tuple, "array"),
    (Mapping, "object"),
)


def type_of(value: Json) -> str:
    """JSON Schema's name of the value's type; a number without a fraction is an integer (1.0 too)."""
    if value is None:
        return "null"
    if isinstance(value, float) and value.is_integer():
        return "integer"
    return next((name for kind, name in _TYPES if isinstance(value, kind)), "object")


def is_of_type(value: Json, wanted: str) -> bool:
    """Whether JSON Schema counts the value as `wanted`; every integer is a number, and "any" matches everything."""
    found = type_of(value)
    return wanted in (found, "any") or (wanted == "number" and found == "integer")


def identity(value: Json) -> Hashable:
    """A key that is equal for equal JSON values: 1 equals 1.0 but not true, and member order is ignored."""
    if isinstance(value, Mapping):
        return ("object", frozenset((name, identity(item)) for name, item in value.items()))
    if isinstance(value, (list, tuple)):
        return ("array", tuple(identity(item) for item in value))
    return (isinstance(value, bool), value)


def shown(value: Json, length: int = 40) -> str:
    """The value as JSON on one line, cut at `length` characters, without terminal control characters."""
    return printable(json.dumps(value, ensure_ascii=False, default=str), length)


def printable(text: str, length: int = 200) -> str:
    """The text, cut at `length` characters, without terminal control characters."""
    return clip(spelt(text[: length + 1]), length)
