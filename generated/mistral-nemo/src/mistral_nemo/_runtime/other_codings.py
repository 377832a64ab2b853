"""Bodies that httpx2 unpacks, with a library that the user has installed for it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from typing import TYPE_CHECKING, cast

import httpx2

if TYPE_CHECKING:
    from .api_response import ReceivedResponse


class _Body(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A compressed body."""

    def __init__(self, response: ReceivedResponse) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        return self._response.iter_bytes()

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._response.aiter_bytes()

    def close(self) -> None:
        self._response.close()

    async def aclose(self) -> None:
        await self._response.aclose()


def unpacked_by_httpx2(packed: ReceivedResponse, headers: Sequence[tuple[bytes, bytes]]) -> ReceivedResponse:
    """A response with the headers of the packed one, which unpacks its body while that is read."""
    body, extensions = _Body(packed), dict(packed.extensions)
    response = httpx2.Response(packed.status_code, headers=headers, stream=body, extensions=extensions)
    # Its iterators are generators, although their types do not say so.
    return cast("ReceivedResponse", response)
