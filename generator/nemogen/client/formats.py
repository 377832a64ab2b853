"""The formats of texts that Python has types for, and where a project wants none of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from nemogen.canonical import CanonicalSchema, within

if TYPE_CHECKING:  # the process of the models' engine is forked before they are imported
    from nemogen.config import Settings
    from nemogen.document import Document

FORMATS: Final[Mapping[str, str]] = {
    "date-time": "DateTime_",
    "date": "Date_",
    "time": "Time_",
    "uuid": "UUID_",
    "decimal": "Decimal_",
    "byte": "Bytes_",
}
"""Format of a text, and the name of its type in the runtime's module `values`. A duration stays text."""

_IN_PYTHON: Final[Mapping[str, str]] = {
    "DateTime_": "datetime",
    "Date_": "date",
    "Time_": "time",
    "UUID_": "UUID",
    "Decimal_": "Decimal",
    "Bytes_": "bytes",
}
"""What these types are to a reader: a class of Python."""

_NAME = re.compile("|".join(rf"\b{name}\b" for name in _IN_PYTHON))


def in_python(annotation: str) -> str:
    """An annotation with the classes of Python in place of the runtime's types, as documentation shows it."""
    return _NAME.sub(lambda found: _IN_PYTHON[found[0]], annotation)


def value_type(schema: CanonicalSchema) -> str | None:
    """The runtime's name for the type of a text; None if it is `str`, or no text."""
    if schema.type != "string" or schema.enum:
        return None
    return FORMATS.get(schema.format)


def with_types(document: Document, settings: Settings) -> Document:
    """`document` as it is, or with strings for all formats if the settings ask for them (`types = "text"`)."""
    if settings.model_types != "text":
        return document
    return replace(
        document,
        operations=tuple(each.with_schemas(_as_text) for each in document.operations),
        schemas={name: _as_text(schema) for name, schema in document.schemas.items()},
    )


def _as_text(schema: CanonicalSchema) -> CanonicalSchema:
    result = schema.with_parts(_as_text)
    return replace(result, format="") if value_type(result) else result


def text_formats(document: Document) -> tuple[str, ...]:
    """The formats of the document's texts whose values of Python JSON has no form for: they are sent as text."""
    schemas = list(document.schemas.values())
    for operation in document.operations:
        schemas += [*operation.request_schemas(), *operation.response_schemas()]
    found = {each.format for each in within(schemas) if value_type(each)}
    return tuple(sorted(found & {"byte", "decimal"}))
