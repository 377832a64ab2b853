"""A small OpenAPI document of our own, and what may become of it."""

from __future__ import annotations

import json
from typing import Any


def shop(**changes: Any) -> dict[str, Any]:
    """A shop's API: list items, add one. `changes` are `title`, `summary`, `limit` (the schema of a parameter),
    `item` (more properties), `paths` (more paths) and `unused` (more schemas)."""
    item = {"name": {"type": "string", "description": "What it is called."}, "price": {"type": "number"}}
    return {
        "openapi": "3.0.3",
        "info": {"title": changes.get("title", "A shop"), "version": "1.0"},
        "servers": [{"url": "https://shop.example/v1"}],
        "paths": {
            "/items": {
                "get": {
                    "operationId": "listItems",
                    "summary": changes.get("summary", "All items"),
                    "parameters": [
                        {"name": "limit", "in": "query", "schema": changes.get("limit", {"type": "integer"})}
                    ],
                    "responses": {"200": _json({"type": "array", "items": _ref("Item")})},
                },
                "post": {
                    "operationId": "createItem",
                    "requestBody": {"required": True, **_json(_ref("Item"))},
                    "responses": {"201": _json(_ref("Item"))},
                },
            },
            **changes.get("paths", {}),
        },
        "components": {
            "schemas": {
                "Item": {
                    "type": "object",
                    "required": ["name"],
                    "properties": {**item, **changes.get("item", {})},
                },
                **changes.get("unused", {}),
            }
        },
    }


def without(document: dict[str, Any], *path: str) -> dict[str, Any]:
    """The document with one member left out."""
    copy: dict[str, Any] = json.loads(json.dumps(document))
    inner = copy
    for name in path[:-1]:
        inner = inner[name]
    del inner[path[-1]]
    return copy


def backwards(value: Any) -> Any:
    """The same document with each of its maps, and the lists whose order means nothing, the other way round."""
    if isinstance(value, dict):
        found = {key: backwards(value[key]) for key in reversed(value)}
        sets = {key: found.get(key) for key in ("enum", "parameters", "required", "tags")}
        return {**found, **{key: each[::-1] for key, each in sets.items() if isinstance(each, list)}}
    return [backwards(each) for each in value] if isinstance(value, list) else value


def text(document: Any) -> bytes:
    """The document as a publisher has it in a repository."""
    return json.dumps(document, indent=2).encode() + b"\n"


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": "Fine.", "content": {"application/json": {"schema": schema}}}


FIRST = text(shop())
DOCS = text(shop(summary="Every item that there is"))
MORE = text(shop(item={"colour": {"type": "string"}}))
LESS = text(without(shop(), "paths", "/items", "post"))
RISKY = FIRST.replace(b'"listItems"', b'"allItems"')
UNREACHABLE = text(shop(unused={"Unused": {"type": "string"}}))
RENAMED = FIRST.replace(b'/Item"', b'/Ware"').replace(b'"Item":', b'"Ware":')
REORDERED = text(backwards(shop()))
NO_SPEC = text({**shop(), "paths": [{"path": "/items"}]})
"""The first revision; one with other prose; one with a property more; one with an operation less; one with another
operationId; one with a schema that nothing uses; one whose component has another name; the first in another order; one
that is none."""
