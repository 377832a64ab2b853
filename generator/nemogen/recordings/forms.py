"""Form bodies as parts and as a JSON value: multipart/form-data (RFC 7578), application/x-www-form-urlencoded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.parser import BytesParser
from email.policy import HTTP
from typing import Final
from urllib.parse import parse_qsl

from nemogen.document import Json
from nemogen.recordings.parameters import scalar
from nemogen.recordings.recording import essence_of
from nemogen.recordings.schema_resolver import At
from nemogen.recordings.validator import Walk

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
    """The fields of a form body, in order; what is malformed is left out."""
    if essence_of(media_type) == URLENCODED:
        pairs = parse_qsl(content.decode("utf-8", "replace"), keep_blank_values=True)
        return tuple(FormPart(name, value.encode()) for name, value in pairs)
    message = BytesParser(policy=HTTP).parsebytes(b"content-type: " + media_type.encode() + b"\r\n\r\n" + content)
    parts = []
    for part in message.iter_parts():
        payload = part.get_payload(decode=True)
        name = part.get_param("name", header="content-disposition")
        if isinstance(payload, bytes) and isinstance(name, str):
            parts.append(FormPart(name, payload, part.get_filename(), part.get_content_type()))
    return tuple(parts)


def form_value(parts: Sequence[FormPart], at: At, walk: Walk) -> Mapping[str, Json]:
    """The form as the object that its schema speaks of: texts are read by type, a file is its name."""
    value: dict[str, Json] = {}
    properties = walk.schemas.follow(at)
    for part in parts:
        name = part.name.removesuffix("[]")
        types = walk.expected(properties.under("properties", name)).split(" or ")
        item = walk.schemas.follow(properties.under("properties", name)).under("items")
        is_list = "array" in types
        text = part.file if part.file is not None else part.content.decode("utf-8", "replace")
        found = scalar(text, walk.expected(item).split(" or ") if is_list else types)
        value[name] = [*value.get(name, []), found] if is_list else found
    return value
