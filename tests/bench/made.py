"""Writes an OpenAPI document of any size: `python -m tests.bench.made FILE BYTES base|revision`.

All of it is reachable: operations, each with two components of its own. A process of its own, so that the bench stays
small.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def document(size: int, *, revised: bool) -> Any:
    """An OpenAPI document of about `size` bytes as JSON: operations, each with two components of its own."""
    one = len(json.dumps([list(operation(0, revised=revised)), list(schemas(0))]))
    count = max(1, size // one)
    return {
        "openapi": "3.0.3",
        "info": {"title": "Made", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": dict(part for n in range(count) for part in operation(n, revised=revised)),
        "components": {"schemas": dict(part for n in range(count) for part in schemas(n))},
    }


def operation(number: int, *, revised: bool) -> Iterator[tuple[str, Any]]:
    """A path and its item; of a revision, each tenth takes another bound."""
    limit = {"type": "integer", "minimum": 1, "maximum": 50 if revised and number % 10 == 0 else 100}
    yield (
        f"/things/{number}/{{id}}",
        {
            "post": {
                "operationId": f"change{number}",
                "description": "Changes one thing, and says what became of it. " * 3,
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
                    {"name": "limit", "in": "query", "schema": limit},
                ],
                "requestBody": {"required": True, "content": content(f"Change{number}")},
                "responses": {"200": {"description": "Done.", "content": content(f"Thing{number}")}},
            }
        },
    )


def content(name: str) -> Any:
    """A JSON body of the component `name`."""
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}


def schemas(number: int) -> Iterator[tuple[str, Any]]:
    """The components of one operation."""
    text = {"type": "string", "maxLength": 200, "description": "A text that people read, of no more than one line."}
    fields: dict[str, Any] = {f"text_{n}": text for n in range(6)}
    part = {"type": "object", "required": ["text_1"], "properties": fields}
    for name in ("Change", "Thing"):
        yield (
            f"{name}{number}",
            {
                "type": "object",
                "description": f"The {name.lower()} with the number {number}, with all its parts.",
                "required": ["text_0", "kind"],
                "properties": {
                    **fields,
                    "kind": {"type": "string", "enum": [f"kind-{number}-{n}" for n in range(5)]},
                    "size": {"type": "number", "minimum": 0, "maximum": 1000, "nullable": True},
                    "parts": {"type": "array", "items": part, "maxItems": 20},
                    "other": {"$ref": f"#/components/schemas/Thing{number}"},
                },
            },
        )


if __name__ == "__main__":
    target, size, which = sys.argv[1:]
    Path(target).write_text(json.dumps(document(int(size), revised=which == "revision")))
