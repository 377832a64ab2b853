"""Canonical schemas out of JSON Schema, and back: tests say what they mean in the latter."""

from __future__ import annotations

from typing import Any

from nemogen.canonical import NO_BOUNDS, Bounds, CanonicalSchema, Discriminator
from nemogen.canonical_json import COMPONENTS, write_canonical
from nemogen.document import Document


def written(document: Document) -> dict[str, Any]:
    """The components of a document as JSON Schema."""
    return {name: write_canonical(schema) for name, schema in document.schemas.items()}


def contents(document: Document, status: str = "200") -> dict[str, Any]:
    """The schemas of a response of its first operation as JSON Schema, by media type."""
    return {media: write_canonical(each) for media, each in document.operations[0].responses[status].content.items()}


def nodes(schemas: dict[str, Any]) -> dict[str, CanonicalSchema]:
    return {name: node(each) for name, each in schemas.items()}


def node(schema: dict[str, Any]) -> CanonicalSchema:
    """A schema in canonical form."""
    tag = schema.get("discriminator")
    mapping = {value: each.removeprefix(COMPONENTS) for value, each in tag["mapping"].items()} if tag else {}
    return CanonicalSchema(
        reference=schema["$ref"].removeprefix(COMPONENTS) if "$ref" in schema else None,
        type=schema.get("type"),
        enum=tuple(schema.get("enum", ())),
        format=schema.get("format", ""),
        bounds=_bounds(schema),
        items=node(schema["items"]) if "items" in schema else None,
        prefix_items=tuple(map(node, schema["prefixItems"])) if "prefixItems" in schema else None,
        properties={name: node(each) for name, each in schema.get("properties", {}).items()},
        required=tuple(schema.get("required", ())),
        additional=node(schema["additionalProperties"])
        if isinstance(schema.get("additionalProperties"), dict)
        else None,
        any_of=tuple(map(node, schema.get("anyOf", ()))),
        discriminator=Discriminator(tag["propertyName"], mapping) if tag else None,
        description=schema.get("description", ""),
        default=schema.get("default"),
        deprecated=schema.get("deprecated", False),
    )


def _bounds(schema: dict[str, Any]) -> Bounds:
    found = Bounds(
        schema.get("minimum"),
        schema.get("maximum"),
        schema.get("exclusiveMinimum"),
        schema.get("exclusiveMaximum"),
        schema.get("multipleOf"),
        schema.get("minLength"),
        schema.get("maxLength"),
        schema.get("pattern"),
        schema.get("minItems"),
        schema.get("maxItems"),
    )
    return NO_BOUNDS if found == NO_BOUNDS else found
