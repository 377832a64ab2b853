"""What a media type of a spec means for a client: how a body is written, and how a response is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

from nemogen.canonical import ANYTHING, CanonicalSchema

EVENTS: Final = "text/event-stream"
JSON: Final = "application/json"

_KINDS: Final = {
    "multipart/form-data": "multipart",
    "application/x-www-form-urlencoded": "form",
    "text/json": "json",
    "application/json": "json",
}
_SCHEMA_DECIDES: Final = frozenset({"*/*", "application/*", "*"})
"""Ranges that include JSON and other types: springdoc writes `*/*` if the code declares no media type."""

Framing: TypeAlias = str
_FRAMINGS: Final[Mapping[str, Framing]] = {
    EVENTS: "events",
    "application/x-ndjson": "lines",
    "application/ndjson": "lines",
    "application/jsonl": "lines",
    "application/x-jsonl": "lines",
    "application/jsonlines": "lines",
    "application/x-jsonlines": "lines",
    "application/json-lines": "lines",
    "application/stream+json": "lines",
    "application/x-json-stream": "lines",
    "application/json-seq": "records",
}
"""Sequential media types (OpenAPI 3.2, Sequential Media Types), and how their items are distinguished."""


def essence(media: str) -> str:
    """The media type without parameters, in lower case."""
    return media.split(";")[0].strip().lower()


def is_range(media: str) -> bool:
    """Whether it stands for many media types: `*/*`, `image/*`."""
    return "*" in essence(media)


def framing(media: str) -> Framing | None:
    """How the items of a sequential media type are distinguished: "events", "lines", "records"; None for any other."""
    name = essence(media)
    return _FRAMINGS.get(name) or ("records" if name.endswith("+json-seq") else None)


def body_kind(media: str, schema: CanonicalSchema = ANYTHING) -> str:
    """How a body of this media type is written: "json" (RFC 6839's +json too), "multipart", "form", "text", "binary".

    For a range of media types that includes JSON, the schema decides: raw bytes are not JSON.
    """
    name = essence(media)
    if framing(name) in ("lines", "records"):
        return "binary"
    if name in _KINDS:
        return _KINDS[name]
    if name.endswith("+json"):
        return "json"
    if schema.format == "binary":
        return "binary"
    if name in _SCHEMA_DECIDES:
        return "json"
    return "text" if name.startswith("text/") else "binary"


def request_kind(media: str, schema: CanonicalSchema) -> str:
    """How a request body is written: as `body_kind` says, or as "lines" or "records" where their items are typed."""
    framed = framing(media)
    is_typed = not schema.says_nothing and schema.type != "string"
    return framed if framed in ("lines", "records") and is_typed else body_kind(media, schema)


def sent_type(media: str, kind: str) -> str:
    """The content type to send where the kind of the body does not say it; a range names none."""
    if kind in {"multipart", "form"} or essence(media) == JSON:
        return ""
    return "" if is_range(media) else media
