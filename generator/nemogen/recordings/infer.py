"""Infers the narrowest schema that a few JSON values have in common, with nothing required."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from nemogen.document import Json, JsonObject
from nemogen.recordings.values import type_of


def infer(values: Iterable[Json], *, openapi: str = "3.0") -> dict[str, Any]:
    """A schema that admits all of the values, in the syntax of the OpenAPI version (3.0: nullable, else a type list).

    If only null was seen, any value is admitted: nothing is known about other values.
    """
    known = list(values)
    present = [value for value in known if value is not None]
    types = sorted({type_of(value) for value in present})
    if "number" in types and "integer" in types:
        types.remove("integer")
    branches = [_of_type(name, present, openapi) for name in types]
    if not branches:
        return {"nullable": True} if openapi.startswith("3.0") else {}
    schema = branches[0] if len(branches) == 1 else {"anyOf": branches}
    return nullable(schema, openapi=openapi) if len(present) < len(known) else schema


def nullable(schema: JsonObject, *, openapi: str) -> dict[str, Any]:
    """The schema, which has a `type` or an `anyOf`, with null admitted."""
    if openapi.startswith("3.0"):
        return {**schema, "nullable": True}
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    return {**schema, "type": [schema["type"], "null"]}


def _of_type(name: str, values: Sequence[Json], openapi: str) -> dict[str, Any]:
    if name == "object":
        objects = [value for value in values if isinstance(value, Mapping)]
        members = dict.fromkeys(member for value in objects for member in value)
        properties = {
            member: infer([value[member] for value in objects if member in value], openapi=openapi)
            for member in members
        }
        return {"type": "object", **({"properties": properties} if properties else {})}
    if name == "array":
        items = [item for value in values if isinstance(value, (list, tuple)) for item in value]
        return {"type": "array", "items": infer(items, openapi=openapi) if items else {}}
    return {"type": name}
