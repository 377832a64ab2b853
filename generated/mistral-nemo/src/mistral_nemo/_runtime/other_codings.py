"""Bodies that httpx2 unpacks, with a library that the user has installed for it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpcore2
import httpx2


class _Body(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A compressed body."""

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


def unpacked_by_httpx2(response: httpcore2.Response) -> httpx2.Response:
    """The response, which unpacks its body while that is read."""
    body, headers, extensions = _Body(response.stream), response.headers, response.extensions
    return httpx2.Response(response.status, headers=headers, stream=body, extensions=extensions)
