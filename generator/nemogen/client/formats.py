"""The formats of texts that Python has types for, and where a project wants none of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from nemogen.config import Settings
from nemogen.document import Document, JsonObject
from nemogen.schema_tree import parts, request_schemas, response_schemas, with_parts, with_schemas

FORMATS: Final[Mapping[str, str]] = {
    "date-time": "DateTime_",
    "date": "Date_",
    "time": "Time_",
    "uuid": "UUID_",
    "decimal": "Decimal_",
    "byte": "Bytes_",
}
"""Format of a text, and the name of its type in the runtime's module `values`. A duration stays text."""


def value_type(schema: JsonObject) -> str | None:
    """The runtime's name for the type of a text; None if it is `str`, or no text."""
    if schema.get("type") != "string" or "enum" in schema:
        return None
    return FORMATS.get(str(schema.get("format")))


def with_types(document: Document, settings: Settings) -> Document:
    """`document` as it is, or with texts alone where the settings say so (`types = "text"` under [models])."""
    if settings.model_types != "text":
        return document
    return replace(
        document,
        operations=tuple(replace(each, mapping=with_schemas(each.mapping, _as_text)) for each in document.operations),
        schemas={name: _as_text(schema) for name, schema in document.schemas.items()},
    )


def _as_text(schema: JsonObject) -> dict[str, Any]:
    result = with_parts(schema, _as_text)
    if value_type(result):
        del result["format"]
    return result


def text_formats(document: Document) -> tuple[str, ...]:
    """The formats of the document's texts whose values of Python JSON has no form for: they are sent as text."""
    found: set[str] = set()
    ahead: list[JsonObject] = list(document.schemas.values())
    for operation in document.operations:
        ahead += [*request_schemas(operation.mapping), *response_schemas(operation.mapping)]
    while ahead:
        schema = ahead.pop()
        if value_type(schema):
            found.add(str(schema["format"]))
        ahead.extend(parts(schema))
    return tuple(sorted(found & {"byte", "decimal"}))
