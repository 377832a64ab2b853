"""Where OpenAPI allows references: for each kind of object, its keys and the kinds of their values.

Only these objects are searched, so text that looks like a reference in an example or a default is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final, NamedTuple


class Shape(Enum):
    """How a key holds objects of a kind."""

    ONE = "one object, or a list of them"
    MAP = "a map of names to objects"


class Child(NamedTuple):
    """The value of a key."""

    shape: Shape
    kind: str


def _one(kind: str, *keys: str) -> dict[str, Child]:
    return {key: Child(Shape.ONE, kind) for key in keys}


def _map(kind: str, *keys: str) -> dict[str, Child]:
    return {key: Child(Shape.MAP, kind) for key in keys}


_PARAMETER: Final = {**_one("schema", "schema"), **_map("media", "content"), **_map("example", "examples")}
_METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")

KINDS: Final[Mapping[str, Mapping[str, Child]]] = {
    "document": {
        **_map("path", "paths", "webhooks"),
        **_one("components", "components"),
        **_map("schema", "definitions"),
        **_map("parameter", "parameters"),
        **_map("response", "responses"),
    },
    "components": {
        **_map("schema", "schemas"),
        **_map("parameter", "parameters"),
        **_map("response", "responses"),
        **_map("body", "requestBodies"),
        **_map("header", "headers"),
        **_map("example", "examples"),
        **_map("link", "links"),
        **_map("callback", "callbacks"),
        **_map("security", "securitySchemes"),
        **_map("path", "pathItems"),
        **_map("media", "mediaTypes"),
    },
    "path": {
        **_one("operation", *_METHODS),
        **_map("operation", "additionalOperations"),
        **_one("parameter", "parameters"),
    },
    "operation": {
        **_one("parameter", "parameters"),
        **_one("body", "requestBody"),
        **_map("response", "responses"),
        **_map("callback", "callbacks"),
    },
    "parameter": _PARAMETER,
    "header": _PARAMETER,
    "body": _map("media", "content"),
    "response": {
        **_map("header", "headers"),
        **_map("media", "content"),
        **_map("link", "links"),
        **_one("schema", "schema"),
    },
    "media": {
        **_one("schema", "schema", "itemSchema"),
        **_map("example", "examples"),
        **_map("encoding", "encoding"),
        **_one("encoding", "prefixEncoding", "itemEncoding"),
    },
    "encoding": _map("header", "headers"),
    "schema": {
        **_one("schema", "items", "prefixItems", "additionalItems", "contains", "unevaluatedItems"),
        **_one("schema", "additionalProperties", "propertyNames", "unevaluatedProperties", "contentSchema"),
        **_one("schema", "allOf", "anyOf", "oneOf", "not", "if", "then", "else"),
        **_map("schema", "properties", "patternProperties", "dependentSchemas", "$defs", "definitions"),
    },
    "example": {},
    "link": {},
    "callback": {},
    "security": {},
}
"""A callback has no keys of its own: all of them are expressions that map to path items."""

SECTIONS: Final[Mapping[str, str]] = {
    "schema": "schemas",
    "parameter": "parameters",
    "response": "responses",
    "body": "requestBodies",
    "header": "headers",
    "example": "examples",
    "link": "links",
    "callback": "callbacks",
    "security": "securitySchemes",
}
"""The sections of components of OpenAPI 3; a kind without one is inlined at the reference."""

SWAGGER_SECTIONS: Final[Mapping[str, str]] = {
    "schema": "definitions",
    "parameter": "parameters",
    "response": "responses",
}
"""The sections of Swagger 2.0, at the root of a document."""
