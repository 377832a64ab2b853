"""A recording's plain JSON form as the bytes that go over the wire."""

from __future__ import annotations

import base64
import json
from typing import Any

from .loopback import Answer
from .sse import read_events


def several(values: Any) -> list[str]:
    """The values of a header field or a query parameter: the file has a text or a list of them."""
    return [values] if isinstance(values, str) else list(values)


def pieces_of(body: dict[str, Any] | None) -> tuple[bytes, ...]:
    """The bytes of a body, in the pieces in which they came."""
    if body is None:
        return ()
    return tuple(map(_piece, body["stream"])) if "stream" in body else (_piece(body),)


def body_bytes(body: dict[str, Any] | None) -> bytes:
    """The bytes of a body."""
    return b"".join(pieces_of(body))


def readable(content: bytes) -> str | bytes:
    """Bytes as text where they are UTF-8: clients give either for a body that is no JSON."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content


def answer_of(response: dict[str, Any]) -> Answer:
    """The recorded response as an answer of the server."""
    headers = [(name, value) for name, values in response.get("headers", {}).items() for value in several(values)]
    body = response.get("body")
    return Answer(response["status"], tuple(headers), pieces_of(body), is_stream="stream" in (body or {}))


def expected_of(response: dict[str, Any], end: str | None) -> list[Any]:
    """The JSON values that a client must give: one, or one for each event of a stream before its `end`."""
    body = response.get("body")
    if body is None or "json" in body:
        return [body["json"] if body else None]
    if "stream" not in body:
        return [readable(body_bytes(body))]
    values: list[Any] = []
    for event in read_events(pieces_of(body)):
        if end is not None and event.data.strip() == end:
            break
        try:
            values.append(json.loads(event.data))
        except ValueError:
            values.append(event.data)
    return values


def _piece(piece: Any) -> bytes:
    if isinstance(piece, str):
        return piece.encode()
    if "json" in piece:
        return json.dumps(piece["json"], separators=(",", ":")).encode()
    return piece["text"].encode() if "text" in piece else base64.b64decode(piece["base64"])
