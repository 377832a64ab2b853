"""Swagger 2.0, read into the same model. Not there yet."""

from __future__ import annotations

from nemogen.errors import Location, SpecError
from nemogen.openapi.document import Document
from nemogen.openapi.references import References


def read_swagger(_version: str, reading: References) -> Document:
    """Read a document of Swagger 2.0."""
    where = Location(reading.file, "/swagger")
    raise SpecError("Swagger 2.0, not OpenAPI 3", where=where, remedy="Convert it first.")
