"""Operations on their way through naming, with their schemas as dicts of JSON Schema; a border to typed nodes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nemogen import canonical as nodes
from nemogen import document
from nemogen.canonical import CanonicalSchema
from nemogen.document import Call, JsonObject
from nemogen.schema_tree import CLOSED, PARAMETERS, PREFIX

if TYPE_CHECKING:
    from nemogen.openapi.document import Operation as DeclaredOperation


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation: `mapping` is a valid Operation Object of OpenAPI 3.1, `at` its JSON Pointer in the pin."""

    verb: str
    path: str
    at: str
    call: Call
    mapping: JsonObject
    declared: DeclaredOperation | None = field(default=None, compare=False, repr=False)

    def successes(self) -> tuple[str, ...]:
        """The statuses of success: those that begin with 2; `default` only where no such is named."""
        statuses = tuple(self.mapping["responses"])
        named = tuple(status for status in statuses if status[0] == "2")
        return named or tuple(status for status in statuses if status == "default")


def finished(operation: Operation) -> document.Operation:
    """The operation with typed nodes."""
    mapping = operation.mapping
    body = mapping.get("requestBody")
    return document.Operation(
        verb=operation.verb,
        path=operation.path,
        at=operation.at,
        call=operation.call,
        parameters=tuple(map(_parameter, mapping["parameters"])),
        arguments=typed(mapping[PARAMETERS]) if PARAMETERS in mapping else None,
        body=nodes.CanonicalBody(body["required"], _content(body["content"])) if body else None,
        responses={
            status: nodes.CanonicalResponse(each["description"], _content(each["content"]))
            for status, each in mapping["responses"].items()
        },
        summary=mapping.get("summary", ""),
        description=mapping.get("description", ""),
        deprecated=mapping.get("deprecated", False),
        declared=operation.declared,
    )


def _content(content: JsonObject) -> dict[str, CanonicalSchema]:
    return {media: typed(entry["schema"]) for media, entry in content.items()}


def _parameter(entry: JsonObject) -> nodes.CanonicalParameter:
    return nodes.CanonicalParameter(
        name=entry["name"],
        location_in=entry["in"],
        required=entry["required"],
        schema=typed(entry["schema"]),
        description=entry.get("description", ""),
        deprecated=entry.get("deprecated", False),
        style=entry.get("style"),
        explode=entry.get("explode"),
    )


def typed(schema: JsonObject) -> CanonicalSchema:
    """A canonical dict under final names as a node."""
    tag = schema.get("discriminator")
    mapping = {value: each.removeprefix(PREFIX) for value, each in tag["mapping"].items()} if tag else {}
    return CanonicalSchema(
        reference=schema["$ref"].removeprefix(PREFIX) if "$ref" in schema else None,
        type=schema.get("type"),
        enum=tuple(schema.get("enum", ())),
        format=schema.get("format", ""),
        bounds=_bounds(schema),
        items=typed(schema["items"]) if "items" in schema else None,
        prefix_items=tuple(map(typed, schema["prefixItems"])) if "prefixItems" in schema else None,
        properties={name: typed(each) for name, each in schema.get("properties", {}).items()},
        required=tuple(schema.get("required", ())),
        additional=typed(schema["additionalProperties"])
        if isinstance(schema.get("additionalProperties"), Mapping)
        else None,
        is_closed=bool(schema.get(CLOSED)),
        any_of=tuple(map(typed, schema.get("anyOf", ()))),
        discriminator=nodes.Discriminator(tag["propertyName"], mapping) if tag else None,
        description=schema.get("description", ""),
        default=schema.get("default"),
        deprecated=schema.get("deprecated", False),
    )


def _bounds(schema: JsonObject) -> nodes.Bounds:
    found = nodes.Bounds(
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
    return nodes.NO_BOUNDS if found == nodes.NO_BOUNDS else found
