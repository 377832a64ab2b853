"""Adapts a response of httpcore2 to the interface of httpx2's responses."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator
from typing import Any

import httpcore2
import httpx2


class Response:
    """A response whose body comes as it was sent: of what a response of httpx2 offers, all that is used of it."""

    __slots__ = ("_stream", "extensions", "raw_headers", "status_code")

    def __init__(self, response: httpcore2.Response) -> None:
        self.status_code = response.status
        self.raw_headers = response.headers
        self.extensions = response.extensions
        self._stream: Any = response.stream

    @property
    def http_version(self) -> str:
        """Such as HTTP/1.1."""
        return str(self.extensions["http_version"], "ascii")

    def iter_bytes(self) -> Generator[bytes]:
        """The body, in chunks as they arrive."""
        body: Generator[bytes] = iter(self._stream)
        return body

    def aiter_bytes(self) -> AsyncGenerator[bytes]:
        """The body, in chunks as they arrive."""
        body: AsyncGenerator[bytes] = aiter(self._stream)
        return body

    def close(self) -> None:
        """Give the connection back, or close it where the body was not read to its end."""
        self._stream.close()

    async def aclose(self) -> None:
        """Give the connection back, or close it where the body was not read to its end."""
        await self._stream.aclose()


class _Body(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A compressed body, for httpx2 to unpack."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._stream)

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._stream)

    def close(self) -> None:
        self._stream.close()

    async def aclose(self) -> None:
        await self._stream.aclose()


def readable(response: httpcore2.Response) -> Response | httpx2.Response:
    """The response; where its body is compressed, one that unpacks it."""
    for name, _ in response.headers:
        if name.lower() == b"content-encoding":
            body, headers, extensions = _Body(response.stream), response.headers, response.extensions
            return httpx2.Response(response.status, headers=headers, stream=body, extensions=extensions)
    return Response(response)
