"""A response as all of the runtime after the transport sees it."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol


class OpenResponse(Protocol):
    """A response of an HTTP library, its body still to be read, in threads or in tasks: what is used of it."""

    @property
    def http_version(self) -> str:
        """Such as HTTP/1.1."""

    @property
    def extensions(self) -> Mapping[str, Any]:
        """What the library says besides: `network_stream` is the connection."""

    def iter_bytes(self) -> Generator[bytes]:
        """The body, in chunks as they arrive."""

    def aiter_bytes(self) -> AsyncGenerator[bytes]:
        """The body, in chunks as they arrive."""

    def close(self) -> None:
        """Give the connection back, or close it where the body was not read to its end."""

    async def aclose(self) -> None:
        """Give the connection back, or close it where the body was not read to its end."""


class ReceivedResponse(OpenResponse, Protocol):
    """The same, with its head: the headers are `raw_headers` of ours, `headers.raw` of a response of httpx."""

    @property
    def status_code(self) -> int:
        """The status."""


@dataclass(frozen=True, slots=True)
class ApiResponse:
    """A response: its head, and its body. Of a stream `body` is empty, and `unread` is the library's, to be read.

    `lost` is why the body of an error could not be read, "" where it was.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    unread: Any = None
    lost: str = ""

    @property
    def content_type(self) -> str:
        """The media type, without parameters, in lower case; "" where none is named."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()
