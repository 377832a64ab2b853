"""Enumerations, and whether a value is one of its schema: duplicates, nulls, mixed types and wrong defaults occur."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from generator.ir import Json, JsonObject

_NAMES: dict[type, str] = {str: "string", bool: "boolean", int: "integer", float: "number"}
_RUST_REGEX_LACKS = re.compile(r"\(\?<?[=!]|\\[1-9]|\(\?P?=|\(\?>|[*+?}]\+")
"""Look-around, back references, atomic groups and possessive quantifiers: pydantic's regex engine refuses them."""


def canonical(schema: JsonObject, note: Callable[[str, str], None]) -> dict[str, Any]:
    """The enumeration without null (the caller adds it) and duplicates, one schema a type of value.

    Numbers that are not whole cannot be written as a Literal: such an enumeration becomes its plain type.
    """
    listed = schema["enum"] if isinstance(schema.get("enum"), list) else [schema["const"]]
    values = [value for value in listed if value is not None]
    distinct = [value for index, value in enumerate(values) if not _among(value, values[:index])]
    if len(distinct) < len(values):
        note("enum-duplicate", "the enumeration names a value twice: taken once")
    by_type: dict[str, list[Any]] = {}
    for value in distinct:
        by_type.setdefault(_NAMES.get(type(value), "object"), []).append(value)
    declared = schema.get("type")
    if isinstance(declared, str) and set(by_type) - {declared, "integer" if declared == "number" else declared}:
        note("enum-type", f"values of the enumeration are no {declared}: their own types are taken")
    branches = [_of_one_type(name, found, note) for name, found in by_type.items()]
    return branches[0] if len(branches) == 1 else {"anyOf": branches} if branches else {"type": "null"}


def _of_one_type(name: str, values: list[Any], note: Callable[[str, str], None]) -> dict[str, Any]:
    if name == "object":
        note("enum-not-typed", "the enumeration has values that are lists or objects: any value is accepted")
        return {}
    if name == "number":
        note("enum-not-typed", f"no type expresses the numbers {values}: any number is accepted")
        return {"type": "number"}
    return {"type": name, "enum": values}


def _among(value: Json, values: list[Any]) -> bool:
    return any(type(other) is type(value) and other == value for other in values)


def is_number(value: Json) -> bool:
    """Whether a bound is a number (true and false are none)."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_pattern(value: Json) -> bool:
    """Whether a pattern of the spec (ECMA 262) can be checked by the generated client."""
    if not isinstance(value, str) or _RUST_REGEX_LACKS.search(value):
        return False
    try:
        re.compile(value)
    except re.error:
        return False
    return True


def fits(value: Json, schema: JsonObject) -> bool:
    """Whether `value` can be the default of a canonical schema; a reference is believed."""
    if "anyOf" in schema:
        return any(fits(value, branch) for branch in schema["anyOf"])
    if "$ref" in schema or "type" not in schema:
        return True
    if "enum" in schema:
        return _among(value, schema["enum"])
    return _is(value, schema["type"])


def _is(value: Json, name: str) -> bool:
    if name in {"number", "integer"}:
        return is_number(value) and (name == "number" or float(value).is_integer())
    kinds: dict[str, type] = {"string": str, "boolean": bool, "array": list, "object": Mapping, "null": type(None)}
    return isinstance(value, kinds[name])
