"""Prints canonical schemas as JSON Schema of OpenAPI 3.1: for the engines, and for the digest of a shape.

names.toml keeps some in this form, and they are read back from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from nemogen.canonical import NO_BOUNDS, Bounds, CanonicalSchema, Discriminator
from nemogen.openapi.json_value import JsonValue

COMPONENTS: Final = "#/components/schemas/"
"""What stands before the name of a component in a reference."""

_BOUNDS: Final = {
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusiveMinimum": "exclusive_minimum",
    "exclusiveMaximum": "exclusive_maximum",
    "multipleOf": "multiple_of",
    "minLength": "min_length",
    "maxLength": "max_length",
    "pattern": "pattern",
    "minItems": "min_items",
    "maxItems": "max_items",
}
"""The attribute of `Bounds` for each keyword, in the order in which they are printed."""

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
    found = ((keyword, getattr(bounds, own)) for keyword, own in _BOUNDS.items())
    return {keyword: value for keyword, value in found if value is not None}


def read_canonical(written: Mapping[str, Any]) -> CanonicalSchema:
    """The schema that `write_canonical` has printed. Raises AttributeError, KeyError, TypeError or ValueError for what
    it has not."""
    bounds = {own: written[key] for key, own in _BOUNDS.items() if key in written}
    tag = written.get("discriminator")
    return CanonicalSchema(
        reference=_component(written["$ref"]) if "$ref" in written else None,
        type=written.get("type"),
        enum=tuple(written.get("enum", ())),
        format=written.get("format", ""),
        bounds=Bounds(**bounds) if bounds else NO_BOUNDS,
        items=read_canonical(written["items"]) if "items" in written else None,
        prefix_items=tuple(map(read_canonical, written["prefixItems"])) if "prefixItems" in written else None,
        properties={name: read_canonical(each) for name, each in written.get("properties", {}).items()},
        required=tuple(written.get("required", ())),
        additional=read_canonical(written["additionalProperties"]) if "additionalProperties" in written else None,
        any_of=tuple(map(read_canonical, written.get("anyOf", ()))),
        discriminator=tag and Discriminator(tag["propertyName"], _targets(tag["mapping"])),
        description=written.get("description", ""),
        default=written.get("default"),
        deprecated=written.get("deprecated", False),
    )


def _component(reference: str) -> str:
    if not reference.startswith(COMPONENTS):
        raise ValueError(reference)
    return reference.removeprefix(COMPONENTS)


def _targets(mapping: Mapping[str, str]) -> dict[str, str]:
    return {value: _component(reference) for value, reference in mapping.items()}
