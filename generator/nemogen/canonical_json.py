"""Prints canonical schemas as JSON Schema of OpenAPI 3.1: for the engines, and for the digest of a shape."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from nemogen.canonical import NO_BOUNDS, Bounds, CanonicalSchema, Discriminator
from nemogen.openapi.json_value import JsonValue

COMPONENTS: Final = "#/components/schemas/"
"""What stands before the name of a component in a reference."""

JsonSchema: TypeAlias = dict[str, JsonValue]
Write: TypeAlias = Callable[[CanonicalSchema], JsonSchema]


def write_canonical(schema: CanonicalSchema, write_part: Write | None = None) -> JsonSchema:
    """The schema as JSON, without what is there for naming alone; `write_part` prints what stands inside it."""
    return dict(_members(schema, write_part or write_canonical))


def _members(schema: CanonicalSchema, write: Write) -> Iterator[tuple[str, JsonValue]]:
    if schema.reference is not None:
        yield "$ref", f"{COMPONENTS}{schema.reference}"
    if schema.type is not None:
        yield "type", schema.type
    if schema.enum:
        yield "enum", list(schema.enum)
    if schema.properties:
        yield "properties", {name: write(each) for name, each in schema.properties.items()}
    if schema.required:
        yield "required", list(schema.required)
    if schema.additional is not None:
        yield "additionalProperties", write(schema.additional)
    if schema.prefix_items is not None:
        yield "prefixItems", [write(each) for each in schema.prefix_items]
    if schema.items is not None:
        yield "items", write(schema.items)
    if schema.bounds is not NO_BOUNDS:
        yield from write_bounds(schema.bounds).items()
    if schema.format:
        yield "format", schema.format
    if schema.any_of:
        yield "anyOf", [write(each) for each in schema.any_of]
    if schema.discriminator is not None:
        yield "discriminator", write_discriminator(schema.discriminator)
    if schema.description:
        yield "description", schema.description
    if schema.deprecated:
        yield "deprecated", True
    if schema.default is not None:
        yield "default", schema.default


def write_discriminator(tag: Discriminator) -> JsonSchema:
    """A discriminator as OpenAPI has it: the mapping leads from tags to references."""
    mapping = {value: f"{COMPONENTS}{name}" for value, name in tag.mapping.items()}
    return {"propertyName": tag.property_name, "mapping": mapping}


def write_bounds(bounds: Bounds) -> dict[str, int | float | str]:
    """The bounds that are set, by keyword."""
    rows = (
        ("minimum", bounds.minimum),
        ("maximum", bounds.maximum),
        ("exclusiveMinimum", bounds.exclusive_minimum),
        ("exclusiveMaximum", bounds.exclusive_maximum),
        ("multipleOf", bounds.multiple_of),
        ("minLength", bounds.min_length),
        ("maxLength", bounds.max_length),
        ("pattern", bounds.pattern),
        ("minItems", bounds.min_items),
        ("maxItems", bounds.max_items),
    )
    return {keyword: value for keyword, value in rows if value is not None}
