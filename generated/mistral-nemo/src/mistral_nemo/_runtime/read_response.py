"""Converts a response of the HTTP library to an ApiResponse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .api_response import ApiResponse, OpenResponse, ReceivedResponse
from .read_deadline import Alarm
from .timeouts import Deadline
from .transport_errors import described, is_timeout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .call import Call

_NO_STREAM = ("application/json", "text/html", "application/problem+json")


def head_of(response: ReceivedResponse) -> ApiResponse:
    """Status and headers of a response; the body is still to be read."""
    headers: dict[str, str] = {}
    raw: Iterable[tuple[bytes, bytes]] = (
        response.raw_headers if hasattr(response, "raw_headers") else response.headers.raw  # type: ignore[attr-defined]
    )
    for raw_name, raw_value in raw:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return ApiResponse(response.status_code, headers, b"", response)


def is_read_later(call: Call, head: ApiResponse) -> bool:
    """Whether the body is read while it is used: servers name the type of a stream wrongly, or not at all."""
    is_success = 200 <= head.status < 300
    return is_success and (call.downloads or (call.streaming and head.content_type not in _NO_STREAM))


def read_whole(head: ApiResponse, deadline: Deadline) -> ApiResponse:
    """The response with its body; an error without one if it breaks off. Raises what `read_body` raises."""
    try:
        return ApiResponse(head.status, head.headers, read_body(head, deadline))
    except Exception as error:  # noqa: BLE001  # from any HTTP library
        return _without_body(head, error)


async def read_whole_async(head: ApiResponse) -> ApiResponse:
    """The response with its body; an error without one if it breaks off. Raises what `read_body_async` raises."""
    try:
        return ApiResponse(head.status, head.headers, await read_body_async(head))
    except Exception as error:  # noqa: BLE001  # from any HTTP library
        return _without_body(head, error)


def _without_body(head: ApiResponse, error: Exception) -> ApiResponse:
    """A response whose body cannot be read. The status of an error says enough: to retry it, or to raise its class."""
    if head.status < 400 or is_timeout(error):
        raise error
    return ApiResponse(head.status, head.headers, b"", lost=f"the body cannot be read ({described(error)})")


def read_body(head: ApiResponse, deadline: Deadline) -> bytes:
    """The body. Raises TimeoutError at the deadline, and what the library raises."""
    response: OpenResponse = head.unread
    try:
        if deadline.at is None:
            return b"".join(response.iter_bytes())
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


async def read_body_async(head: ApiResponse) -> bytes:
    """The body. Raises what the library raises."""
    response: OpenResponse = head.unread
    try:
        return b"".join([part async for part in response.aiter_bytes()])
    finally:
        await response.aclose()
