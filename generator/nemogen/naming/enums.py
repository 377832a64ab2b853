"""Enumerations, and whether a value is one of its schema: duplicates, nulls, mixed types and wrong defaults occur."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nemogen.document import Json, JsonObject
from nemogen.naming.bounds import is_number

_NAMES: dict[type, str] = {str: "string", bool: "boolean", int: "integer", float: "number"}


def canonical(schema: JsonObject, note: Callable[[str, str], None]) -> dict[str, Any]:
    """The enumeration without null (the caller adds it) and duplicates, one schema a type of value.

    Numbers that are not whole cannot be written as a Literal: such an enumeration becomes its plain type.
    """
    values = [value for value in _listed(schema) if value is not None]
    by_type: dict[str, list[Any]] = {}
    for value in values:
        by_type.setdefault(_NAMES.get(type(value), "object"), []).append(value)
    plain = {name: list(dict.fromkeys(found)) for name, found in by_type.items() if name != "object"}
    if any(len(plain[name]) < len(by_type[name]) for name in plain):
        note("enum-duplicate", "the enumeration names a value twice: taken once")
    declared = schema.get("type")
    if isinstance(declared, str) and set(by_type) - {declared, "integer" if declared == "number" else declared}:
        note("enum-type", f"values of the enumeration are no {declared}: their own types are taken")
    if "object" in by_type:
        note("enum-not-typed", "the enumeration has values that are lists or objects: any value is accepted")
        return {}
    branches = [_of_one_type(name, found, note) for name, found in plain.items()]
    return branches[0] if len(branches) == 1 else {"anyOf": branches} if branches else {"type": "null"}


def is_enum(schema: JsonObject) -> bool:
    """Whether a schema names its values (an empty list names none)."""
    return "const" in schema or (isinstance(schema.get("enum"), list) and bool(schema["enum"]))


def _listed(schema: JsonObject) -> list[Json]:
    listed = schema.get("enum")
    return listed if isinstance(listed, list) and "const" not in schema else [schema["const"]]


def _of_one_type(name: str, values: list[Any], note: Callable[[str, str], None]) -> dict[str, Any]:
    if name == "number":
        note("enum-not-typed", f"no type expresses the numbers {values}: any number is accepted")
        return {"type": "number"}
    return {"type": name, "enum": values}


def fits(value: Json, schema: JsonObject) -> bool:
    """Whether `value` can be the default of a canonical schema; a reference is believed."""
    if "anyOf" in schema:
        return any(fits(value, branch) for branch in schema["anyOf"])
    if "$ref" in schema or "type" not in schema:
        return True
    if "enum" in schema:
        return any(type(other) is type(value) and other == value for other in schema["enum"])
    return _is(value, schema["type"])


def _is(value: Json, name: str) -> bool:
    if name in {"number", "integer"}:
        return is_number(value) and (name == "number" or isinstance(value, int) or value.is_integer())
    kinds: dict[str, type] = {"string": str, "boolean": bool, "array": list, "object": Mapping, "null": type(None)}
    return isinstance(value, kinds[name])
