"""Adapts a response of httpcore2 to the interface of httpx2's responses."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator
from typing import TYPE_CHECKING, Protocol

import httpcore2

from .unpack import Unpacker, unpacker_for

if TYPE_CHECKING:
    from .api_response import ReceivedResponse

    class _Stream(Protocol):
        """The body of a response of httpcore2, of which one half or the other is there."""

        def __iter__(self) -> Generator[bytes]: ...
        def __aiter__(self) -> AsyncGenerator[bytes]: ...
        def close(self) -> None: ...
        async def aclose(self) -> None: ...


class Response:
    """A response whose body comes as it was sent: of what a response of httpx2 offers, all that is used of it."""

    __slots__ = ("_stream", "extensions", "raw_headers", "status_code")

    def __init__(self, response: httpcore2.Response) -> None:
        self.status_code = response.status
        self.raw_headers = response.headers
        self.extensions = response.extensions
        self._stream: _Stream = response.stream  # type: ignore[assignment]  # it is iterated over once, in either way

    @property
    def http_version(self) -> str:
        """Such as HTTP/1.1."""
        return str(self.extensions["http_version"], "ascii")

    def iter_bytes(self) -> Generator[bytes]:
        """The body, in chunks as they arrive."""
        return iter(self._stream)

    def aiter_bytes(self) -> AsyncGenerator[bytes]:
        """The body, in chunks as they arrive."""
        return aiter(self._stream)

    def close(self) -> None:
        """Give the connection back, or close it where the body was not read to its end."""
        self._stream.close()

    async def aclose(self) -> None:
        """Give the connection back, or close it where the body was not read to its end."""
        await self._stream.aclose()


class _Unpacked(Response):
    """A response whose body is unpacked as it arrives. Its iterators raise UnpackingError besides."""

    __slots__ = ("_unpacker",)

    def __init__(self, response: httpcore2.Response, unpacker: Unpacker) -> None:
        super().__init__(response)
        self._unpacker = unpacker

    def iter_bytes(self) -> Generator[bytes]:
        for data in self._stream:
            yield from self._unpacker.feed(data)
        self._unpacker.finish()

    async def aiter_bytes(self) -> AsyncGenerator[bytes]:
        body = super().aiter_bytes()
        try:
            async for data in body:
                for piece in self._unpacker.feed(data):
                    yield piece
        finally:
            await body.aclose()
        self._unpacker.finish()


def readable(response: httpcore2.Response) -> ReceivedResponse:
    """The response; where its body is compressed, one that unpacks it."""
    codings = [value for name, value in response.headers if name.lower() == b"content-encoding"]
    if not codings:
        return Response(response)
    unpacker = unpacker_for(b",".join(codings).decode("latin-1"))
    if unpacker is not None:
        return _Unpacked(response, unpacker)
    from .other_codings import unpacked_by_httpx2

    return unpacked_by_httpx2(Response(response), response.headers)
