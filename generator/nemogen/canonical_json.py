"""Prints canonical schemas as JSON Schema of OpenAPI 3.1: for the engines, and for the digest of a shape.

names.toml keeps some in this form, and they are read back from there.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from nemogen.canonical import NO_BOUNDS, Bounds, CanonicalSchema, Discriminator
from nemogen.checkable_patterns import is_pattern
from nemogen.openapi.json_value import JsonValue

COMPONENTS: Final = "#/components/schemas/"
"""The part of a reference before the name of the component."""

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
    """The schema as JSON, without the facts that only naming needs; `write_part` prints the schemas inside it."""
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
    return {keyword: value for keyword, own in _BOUNDS.items() if (value := getattr(bounds, own)) is not None}


def read_canonical(written: JsonValue) -> CanonicalSchema:
    """The schema that `write_canonical` has printed of one without prose. Raises ValueError for any other value."""
    if not isinstance(written, dict) or not _is_canonical(written):
        raise ValueError(written)
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
    )


def _is_canonical(written: Mapping[str, Any]) -> bool:
    """Whether the keywords are those of one form of schema, with values of their types; the schemas inside aside."""
    form = next((key for key in ("$ref", "anyOf") if key in written), written.get("type", ""))
    allowed = _KEYWORDS.get(form) if isinstance(form, str) else None
    return allowed is not None and all(key in allowed and _VALUES[key](value) for key, value in written.items())


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value)


def _is_list_of(is_item: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and bool(value) and all(map(is_item, value))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= sys.float_info.max


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_reference(value: object) -> bool:
    return isinstance(value, str) and value.startswith(COMPONENTS)


def _is_discriminator(value: object) -> bool:
    if not isinstance(value, dict) or value.keys() != {"propertyName", "mapping"}:
        return False
    name, mapping = value["propertyName"], value["mapping"]
    return _is_text(name) and isinstance(mapping, dict) and all(map(_is_reference, mapping.values()))


def _is_object(value: object) -> bool:
    return isinstance(value, dict)


_LIMITS: Final = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
_COUNTS: Final = ("minLength", "maxLength", "minItems", "maxItems")

_KEYWORDS: Final[Mapping[str, frozenset[str]]] = {
    "": frozenset(),
    "$ref": frozenset({"$ref"}),
    "anyOf": frozenset({"anyOf", "discriminator"}),
    "array": frozenset({"type", "items", "prefixItems", "minItems", "maxItems"}),
    "boolean": frozenset({"type", "enum"}),
    "integer": frozenset({"type", "enum", *_LIMITS}),
    "null": frozenset({"type"}),
    "number": frozenset({"type", "enum", *_LIMITS}),
    "object": frozenset({"type", "properties", "required", "additionalProperties"}),
    "string": frozenset({"type", "enum", "format", "minLength", "maxLength", "pattern"}),
}
"""The keywords of each form of schema: a reference, a union, or one of a type; one without any takes any value."""

_VALUES: Final[Mapping[str, Callable[[object], bool]]] = {
    "$ref": _is_reference,
    "type": _is_text,
    "enum": _is_list_of(lambda value: isinstance(value, str | int)),
    "properties": _is_object,
    "required": _is_list_of(_is_text),
    "additionalProperties": _is_object,
    "prefixItems": lambda value: isinstance(value, list),
    "items": _is_object,
    "anyOf": _is_list_of(_is_object),
    "discriminator": _is_discriminator,
    "format": _is_text,
    "pattern": is_pattern,
    **dict.fromkeys(_LIMITS, _is_number),
    **dict.fromkeys(_COUNTS, _is_count),
}
"""Whether a value is of the type of its keyword."""


def _component(reference: str) -> str:
    return reference.removeprefix(COMPONENTS)


def _targets(mapping: Mapping[str, str]) -> dict[str, str]:
    return {value: _component(reference) for value, reference in mapping.items()}
