# Written by nemogen.

"""Calls /v1/feeds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Literal

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import StreamOperation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.stream import AsyncStream, Stream
from .._runtime.timeouts import Timeout
from ..models import TalkPiece

CREATE: StreamOperation[Any, TalkPiece] = StreamOperation(
    name="feeds.create",
    method="POST",
    path="/v1/feeds",
    request="FeedRequest",
    responses={"200": "Any"},
    chunk="TalkPiece",
    stream_property=None,
    end_marker=None,
)


class Feeds:
    """Calls /v1/feeds."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> FeedsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return FeedsRaw(self._api)

    def create(
        self,
        *,
        stream: Literal[True] = True,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Stream[TalkPiece]:
        """Follows a feed.

        Args:
            stream: Only true.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.open_stream(
            CREATE,
            body={"stream": stream},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class FeedsRaw:
    """Like Feeds, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Feeds(api.raw)
        self.create = raw_method(resource.create)


class AsyncFeeds:
    """Calls /v1/feeds."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncFeedsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncFeedsRaw(self._api)

    async def create(
        self,
        *,
        stream: Literal[True] = True,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> AsyncStream[TalkPiece]:
        """Follows a feed.

        Args:
            stream: Only true.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.open_stream(
            CREATE,
            body={"stream": stream},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncFeedsRaw:
    """Like AsyncFeeds, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncFeeds(api.raw)
        self.create = async_raw_method(resource.create)
