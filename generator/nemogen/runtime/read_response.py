"""A response of the library that carries the bytes, as a Reply."""

from __future__ import annotations

from typing import Any, cast

from .read_deadline import Alarm
from .responses import Reply
from .timeouts import Deadline

_NO_STREAM = ("application/json", "text/html", "application/problem+json")


def head_of(response: Any) -> Reply:
    """Status and headers of a response; the body is still to be read."""
    headers: dict[str, str] = {}
    for raw_name, raw_value in response.headers.raw:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return Reply(response.status_code, headers, b"", response)


def is_stream(head: Reply) -> bool:
    """Whether the body is to be read piece by piece: servers name the type of a stream wrongly, or not at all."""
    return 200 <= head.status < 300 and head.content_type not in _NO_STREAM


def _is_plain(head: Reply, own: bool) -> bool:
    """Whether the bytes can be taken past the library's decoders. Hooks of a user's own client may have read them."""
    return own and "content-encoding" not in head.headers


def read_body(head: Reply, deadline: Deadline, own: bool) -> bytes:
    """The body. Raises TimeoutError at the deadline, and what the library raises."""
    response = head.response
    if deadline.at is not None:
        return _read_until(response, deadline)
    if not _is_plain(head, own):
        return cast(bytes, response.read())
    try:
        return b"".join(response.stream)
    finally:
        response.close()


async def read_body_async(head: Reply, own: bool) -> bytes:
    """The body. Raises what the library raises."""
    response = head.response
    if not _is_plain(head, own):
        return cast(bytes, await response.aread())
    try:
        return b"".join([part async for part in response.stream])
    finally:
        await response.aclose()


def _read_until(response: Any, deadline: Deadline) -> bytes:
    try:
        with Alarm(response, deadline.at) as alarm:
            parts = []
            for part in response.iter_bytes():
                parts.append(part)
                if deadline.passed:
                    raise TimeoutError
        if alarm.rung:
            raise TimeoutError
        return b"".join(parts)
    finally:
        response.close()
