"""Documents whose components refer to each other at random: unions of themselves, circles of every kind."""

from __future__ import annotations

from random import Random
from typing import Any

_COMBINING = ("allOf", "oneOf", "anyOf")
_LEAVES: tuple[dict[str, Any], ...] = (
    {"type": "string"}, {"type": "integer", "minimum": 1}, {"type": "null"}, {"enum": ["a", "b"]}, {},
    {"type": "object", "properties": {"kind": {"const": "k"}, "n": {"type": "number"}}, "required": ["kind"]},
    {"nullable": True}, {"description": "Nothing but prose."}, {"type": ["string", "null"]},
)  # fmt: skip
_BESIDE: tuple[dict[str, Any], ...] = (
    {}, {}, {}, {"nullable": True}, {"description": "Beside."}, {"default": None}, {"title": "Titled"},
    {"readOnly": True}, {"type": "object"}, {"discriminator": {"propertyName": "kind"}},
    {"properties": {"own": {"type": "string"}}}, {"x-extension": 1},
)  # fmt: skip


def document(random: Random) -> dict[str, Any]:
    """A valid document of one to six components, each in a request and in a response."""
    names = [f"C{index}" for index in range(random.randint(1, 6))]
    return {
        "openapi": random.choice(("3.0.3", "3.1.0")),
        "info": {"title": "Graph", "version": "1"},
        "servers": [{"url": "https://graph.example"}],
        "paths": {f"/{name.lower()}": _path(name, random) for name in names},
        "components": {"schemas": {name: _schema(names, random, 0) for name in names}},
    }


def _path(name: str, random: Random) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
    operation: dict[str, Any] = {"responses": {"200": {"description": "Fine.", "content": content}}}
    if random.random() < 0.3:
        schema = {"$ref": f"#/components/schemas/{name}"}
        operation["parameters"] = [{"name": "which", "in": "query", "schema": schema}]
    return {"get": operation, "post": {**operation, "requestBody": {"content": content}}}


def _schema(names: list[str], random: Random, depth: int) -> dict[str, Any]:
    kind = random.choices(
        ("ref", "combined", "leaf", "items", "map", "object", "inside"), (6, 8, 2, 1.5, 1, 2.5, 0.7), k=1
    )[0]
    if kind == "leaf" or depth > 3:
        return dict(random.choice(_LEAVES))
    beside = random.choice(_BESIDE)
    if kind == "ref":
        return {"$ref": f"#/components/schemas/{random.choice(names)}", **beside}
    if kind == "inside":
        step = random.choice(("items", "anyOf/0", "oneOf/0", "allOf/0", "properties/next", "additionalProperties"))
        return {"$ref": f"#/components/schemas/{random.choice(names)}/{step}", **beside}
    if kind == "combined":
        keyword = random.choice(_COMBINING)
        return {keyword: [_schema(names, random, depth + 1) for _ in range(random.randint(1, 3))], **beside}
    if kind == "items":
        return {"type": "array", "items": _schema(names, random, depth + 1), **beside}
    if kind == "map":
        return {"type": "object", "additionalProperties": _schema(names, random, depth + 1), **beside}
    properties = {name: _schema(names, random, depth + 1) for name in random.sample(("next", "other", "kind"), 2)}
    required = {"required": random.sample(sorted(properties), 1)} if random.random() < 0.5 else {}
    return {"type": "object", **beside, "properties": properties, **required}
