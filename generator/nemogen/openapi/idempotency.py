"""Header parameters that carry an idempotency key (draft-ietf-httpapi-idempotency-key-header)."""

from __future__ import annotations

from typing import Final

from nemogen.openapi.document import Document, Parameter

_NAMES: Final = frozenset({"idempotency-key", "x-idempotency-key"})

_LENGTH: Final = 36
"""Characters of a UUID, which is what a client makes."""


def is_idempotency_key(parameter: Parameter, document: Document) -> bool:
    """Whether a client can make the value of this parameter: a header of that name, and any UUID is right for it."""
    if parameter.location_in != "header" or parameter.name.lower() not in _NAMES or parameter.schema is None:
        return False
    schema = document.resolve(parameter.schema)
    texts = schema.strings
    bounds = (texts.min_length or 0) <= _LENGTH and (texts.max_length is None or texts.max_length >= _LENGTH)
    is_text = not schema.types or "string" in schema.types
    return is_text and bounds and texts.pattern is None and schema.enum is None and texts.format in (None, "", "uuid")
