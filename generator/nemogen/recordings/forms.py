"""Form bodies as parts and as a JSON value: multipart/form-data (RFC 7578), application/x-www-form-urlencoded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import parse_qsl

from nemogen.light_dataclasses import dataclass
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.schema import SchemaNode
from nemogen.recordings.parameters import item_types, scalar
from nemogen.recordings.recording import essence_of
from nemogen.recordings.schemas import Schemas

MULTIPART: Final = "multipart/form-data"
URLENCODED: Final = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class FormPart:
    """One field of a form; `file` is the file's name, None for a plain field."""

    name: str
    content: bytes
    file: str | None = None
    media_type: str = ""


def is_form(media_type: str) -> bool:
    """Whether a content-type field names a form."""
    return essence_of(media_type) in (MULTIPART, URLENCODED)


def form_parts(content: bytes, media_type: str) -> tuple[FormPart, ...]:
    """The fields of a form body, in order; malformed ones are skipped."""
    if essence_of(media_type) == URLENCODED:
        pairs = parse_qsl(content.decode("utf-8", "replace"), keep_blank_values=True)
        return tuple(FormPart(name, value.encode()) for name, value in pairs)
    from email.parser import BytesParser  # takes long to import, and few recordings have a form
    from email.policy import HTTP

    message = BytesParser(policy=HTTP).parsebytes(b"content-type: " + media_type.encode() + b"\r\n\r\n" + content)
    parts = []
    for part in message.iter_parts():
        payload = part.get_payload(decode=True)
        name = part.get_param("name", header="content-disposition")
        if isinstance(payload, bytes) and isinstance(name, str):
            parts.append(FormPart(name, payload, part.get_filename(), part.get_content_type()))
    return tuple(parts)


def form_value(parts: Sequence[FormPart], node: SchemaNode, schemas: Schemas) -> Mapping[str, JsonValue]:
    """The form as the object that its schema describes: strings are read by type, a file is its name."""
    value: dict[str, JsonValue] = {}
    lists: dict[str, list[JsonValue]] = {}
    properties = schemas.views.merged(node).schema.objects.properties
    for part in parts:
        name = part.name.removesuffix("[]")
        declared = properties.get(name)
        types = () if declared is None else schemas.types(declared)
        text = part.file if part.file is not None else part.content.decode("utf-8", "replace")
        if declared is not None and "array" in types:
            value[name] = lists.setdefault(name, [])
            lists[name].append(scalar(text, item_types(declared, schemas)))
        else:
            value[name] = scalar(text, types)
    return value
