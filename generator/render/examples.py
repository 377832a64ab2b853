"""A small value that a schema accepts, as a person would write it first: for READMEs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from generator.ir import Json, JsonObject
from generator.render.engine_input import PREFIX

_DEEPEST: Final = 6
_WORD: Final = "Hello"


def example(schema: JsonObject, schemas: Mapping[str, JsonObject], depth: int = 0) -> Json:
    """A value with the required properties only. Past a depth of six (recursion) it is null."""
    if depth > _DEEPEST:
        return None
    if "$ref" in schema:
        return example(schemas[schema["$ref"].removeprefix(PREFIX)], schemas, depth + 1)
    if "default" in schema:
        return schema["default"]
    if "anyOf" in schema:
        return example(schema["anyOf"][0], schemas, depth + 1)
    if "enum" in schema:
        return schema["enum"][0]
    if "properties" in schema:
        required = schema.get("required", ())
        return {name: example(schema["properties"][name], schemas, depth + 1) for name in required}
    return _of_type(schema, schemas, depth)


def _of_type(schema: JsonObject, schemas: Mapping[str, JsonObject], depth: int) -> Json:
    kind = schema.get("type", "string")
    if kind == "array":
        return [example(schema["items"], schemas, depth + 1)]
    if kind in {"integer", "number"}:
        return schema.get("minimum", 1)
    if kind == "string":
        return _WORD.ljust(schema.get("minLength", 0), "!")[: schema.get("maxLength")]
    return {"boolean": True, "object": {}}.get(kind)


def python_arguments(values: Mapping[str, Json]) -> str:
    """`values` as keyword arguments of a call."""
    return ", ".join(f"{name}={_python(value)}" for name, value in values.items())


def _python(value: Json) -> str:
    """A literal of Python, with double quotes as our code has them."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_python(key)}: {_python(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_python(inner) for inner in value) + "]"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)
