"""One recorded exchange: its frozen types, and the reader and the writer of its JSON form (recording.schema.json)."""

from __future__ import annotations

import base64
import json
import math
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Final, TypeAlias

from nemogen.document import Json
from nemogen.light_dataclasses import dataclass
from nemogen.reserved_names import portable_name
from nemogen.text_safety import in_json

Fields: TypeAlias = Mapping[str, tuple[str, ...]]
"""Header fields (names in lower case) or query parameters: a name and its values, in order of arrival."""

_MOST_LEVELS: Final = 200
ORIGINS: Final = ("live", "documentation", "written")


@dataclass(frozen=True, slots=True)
class JsonBody:
    """A body that is a JSON value."""

    value: Json


@dataclass(frozen=True, slots=True)
class TextBody:
    """A body that is UTF-8 but not JSON."""

    text: str


@dataclass(frozen=True, slots=True)
class BinaryBody:
    """A body of bytes."""

    content: bytes


@dataclass(frozen=True, slots=True)
class StreamBody:
    """A body that arrived in chunks: the bytes of each."""

    chunks: tuple[bytes, ...]


Body: TypeAlias = JsonBody | TextBody | BinaryBody | StreamBody


@dataclass(frozen=True, slots=True)
class Request:
    """The request. `path` is percent-encoded, begins with `/` and holds the path of the base URL, but no query."""

    method: str
    path: str
    query: Fields = field(default_factory=dict)
    headers: Fields = field(default_factory=dict)
    body: Body | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """The response."""

    status: int
    headers: Fields = field(default_factory=dict)
    body: Body | None = None


@dataclass(frozen=True, slots=True)
class Recording:
    """An exchange with its name (`operation` is the client's dotted method) and its origin.

    `file` is its path, for messages. `recorded` is the day of a live recording and None for the other origins.
    """

    operation: str
    case: str
    request: Request
    response: Response
    origin: str = "written"
    recorded: date | None = None
    source: str = ""
    note: str = ""
    spec_sha256: str = ""
    file: str = ""

    @property
    def name(self) -> str:
        """`operation/case`, like its file; messages and options use this name."""
        return f"{portable_name(self.operation)}/{portable_name(self.case)}"


def body_bytes(body: Body | None) -> bytes:
    """The body as it goes over the wire; JSON is written without white space."""
    match body:
        case None:
            return b""
        case JsonBody(value):
            return _compact(value)
        case TextBody(text):
            return text.encode("utf-8")
        case BinaryBody(content):
            return content
        case StreamBody(chunks):
            return b"".join(chunks)


def body_of(content: bytes, media_type: str) -> Body | None:
    """The most readable representation that loses nothing: JSON, else text, else bytes; None for no bytes.

    `media_type` is the whole content-type field. JSON with equal keys or invalid numbers (NaN, 1e999) stays
    text: reading and writing it as a value would change it.
    """
    if not content:
        return None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return BinaryBody(content)
    if is_json(media_type):
        try:
            return JsonBody(strict_json(text))
        except (ValueError, RecursionError):
            return TextBody(text)
    return TextBody(text)


def strict_json(text: str) -> Json:
    """The value of a JSON text that can be written again without loss and visited recursively.

    Raises ValueError (also for equal keys, NaN, numbers beyond a double and too many levels) and RecursionError.
    """
    value = json.loads(text, object_pairs_hook=_unique, parse_float=_finite, parse_constant=_finite)
    _require_flat(value)
    return value


def is_json(media_type: str) -> bool:
    """Whether a content-type field means JSON: `application/json`, or a type with the suffix `+json` (RFC 6839)."""
    essence = essence_of(media_type)
    return essence in {"application/json", "text/json"} or essence.endswith("+json")


def is_stream(media_type: str) -> bool:
    """Whether a content-type field means server-sent events."""
    return essence_of(media_type) == "text/event-stream"


def essence_of(media_type: str) -> str:
    """`type/subtype` of a content-type field, in lower case, without its parameters."""
    return media_type.split(";", 1)[0].strip().lower()


def header(fields: Fields, name: str) -> str:
    """The first value of a header field, or an empty string."""
    values = fields.get(name.lower(), ())
    return values[0] if values else ""


def write_recording(recording: Recording) -> bytes:
    """The recording's file: same recording, same bytes. Characters that cannot be seen are escaped."""
    members: dict[str, Json] = {"origin": recording.origin}
    if recording.recorded:
        members["recorded"] = recording.recorded.isoformat()
    for name in ("source", "note", "spec_sha256"):
        if getattr(recording, name):
            members[name] = getattr(recording, name)
    request, response = recording.request, recording.response
    query = {"query": _plain_fields(request.query)} if request.query else {}
    sent = _parts(request.headers, request.body)
    members["request"] = {"method": request.method, "path": request.path, **query, **sent}
    members["response"] = {"status": response.status, **_parts(response.headers, response.body)}
    text = json.dumps(members, ensure_ascii=False, indent=2, allow_nan=False)
    return in_json(text).encode() + b"\n"


def _parts(headers: Fields, body: Body | None) -> dict[str, Json]:
    parts: dict[str, Json] = {}
    if headers:
        parts["headers"] = _plain_fields(headers)
    if body is not None:
        parts["body"] = _plain_body(body)
    return parts


def _plain_fields(fields: Fields) -> dict[str, Json]:
    return {name: values[0] if len(values) == 1 else list(values) for name, values in fields.items()}


def _plain_body(body: Body) -> dict[str, Json]:
    match body:
        case JsonBody(value):
            return {"json": value}
        case TextBody(text):
            return {"text": text}
        case BinaryBody(content):
            return {"base64": base64.b64encode(content).decode("ascii")}
        case StreamBody(chunks):
            return {"stream": [_plain_chunk(chunk) for chunk in chunks]}


def _plain_chunk(chunk: bytes) -> Json:
    try:
        return chunk.decode("utf-8")
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(chunk).decode("ascii")}


def _unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("equal keys")
    return value


def _require_flat(value: Json) -> None:
    """Raises ValueError for deeper nesting than recursive visitors can handle in every supported Python."""
    level = [value]
    for _ in range(_MOST_LEVELS):
        inside = (each.values() if isinstance(each, dict) else each for each in level if isinstance(each, (dict, list)))
        level = [child for children in inside for child in children]
        if not level:
            return
    raise ValueError(f"more than {_MOST_LEVELS} levels")


def _finite(number: str) -> float:
    value = float(number)
    if not math.isfinite(value):
        raise ValueError(number)
    return value


def _compact(value: Json) -> bytes:
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":")).encode()
