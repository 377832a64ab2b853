"""A recording's plain JSON form as the bytes that go over the wire."""

from __future__ import annotations

import base64
import json

from .loopback import ServedResponse
from .recorded_calls import Body, Response, Value
from .sse import read_events


def several(values: str | list[str]) -> list[str]:
    """The values of a header field or a query parameter: the file has a text or a list of them."""
    return [values] if isinstance(values, str) else values


def chunks_of(body: Body | None) -> tuple[bytes, ...]:
    """The bytes of a body, in the chunks in which they were received."""
    if body is None:
        return ()
    return tuple(map(_chunk, body["stream"])) if "stream" in body else (_chunk(body),)


def body_bytes(body: Body | None) -> bytes:
    """The bytes of a body."""
    return b"".join(chunks_of(body))


def readable(content: bytes) -> str | bytes:
    """Bytes as text where they are UTF-8: clients give either for a body that is not JSON."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content


def served_response(response: Response) -> ServedResponse:
    """The recorded response as the server sends it."""
    headers = [(name, value) for name, values in response.get("headers", {}).items() for value in several(values)]
    body = response.get("body")
    return ServedResponse(response["status"], tuple(headers), chunks_of(body), is_stream="stream" in (body or {}))


def expected_of(response: Response, end: str | None) -> list[Value]:
    """The JSON values that a client must give: one, or one for each event of a stream before its `end`."""
    body = response.get("body")
    if body is None:
        return [None]
    if "json" in body:
        return [body["json"]]
    if "stream" not in body:
        return [readable(body_bytes(body))]
    values: list[Value] = []
    for event in read_events(chunks_of(body)):
        if end is not None and event.data.strip() == end:
            break
        try:
            values.append(json.loads(event.data))
        except ValueError:
            values.append(event.data)
    return values


def _chunk(chunk: Body | str) -> bytes:
    if isinstance(chunk, str):
        return chunk.encode()
    if "json" in chunk:
        return json.dumps(chunk["json"], separators=(",", ":")).encode()
    return chunk["text"].encode() if "text" in chunk else base64.b64decode(chunk["base64"])
