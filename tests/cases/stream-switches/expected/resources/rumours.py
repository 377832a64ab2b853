# Written by nemogen.

"""Calls /v1/rumours."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal, overload

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import StreamOperation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.stream import AsyncStream, Stream
from .._runtime.timeouts import Timeout
from ..models import Talk, TalkPiece

CREATE: StreamOperation[Talk, TalkPiece] = StreamOperation(
    name="rumours.create",
    method="POST",
    path="/v1/rumours",
    request="RumourRequest",
    nullable=("stream",),
    responses={"200": "Talk"},
    chunk="TalkPiece",
    stream_property="stream",
    end_marker=None,
)


class Rumours:
    """Calls /v1/rumours."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> RumoursRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return RumoursRaw(self._api)

    @overload
    def create(
        self,
        *,
        stream: Literal[False] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Talk: ...

    @overload
    def create(
        self,
        *,
        stream: Literal[True],
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Stream[TalkPiece]: ...

    @overload
    def create(
        self,
        *,
        stream: bool | Omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Talk | Stream[TalkPiece]: ...

    def create(
        self,
        *,
        stream: bool | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Talk | Stream[TalkPiece]:
        """Hears a rumour.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call_or_stream(
            CREATE,
            stream=stream,
            body={},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class RumoursRaw:
    """Like Rumours, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Rumours(api.raw)
        self.create = raw_method(resource.create)


class AsyncRumours:
    """Calls /v1/rumours."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncRumoursRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncRumoursRaw(self._api)

    @overload
    async def create(
        self,
        *,
        stream: Literal[False] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Talk: ...

    @overload
    async def create(
        self,
        *,
        stream: Literal[True],
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> AsyncStream[TalkPiece]: ...

    @overload
    async def create(
        self,
        *,
        stream: bool | Omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Talk | AsyncStream[TalkPiece]: ...

    async def create(
        self,
        *,
        stream: bool | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Talk | AsyncStream[TalkPiece]:
        """Hears a rumour.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call_or_stream(
            CREATE,
            stream=stream,
            body={},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncRumoursRaw:
    """Like AsyncRumours, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncRumours(api.raw)
        self.create = async_raw_method(resource.create)
