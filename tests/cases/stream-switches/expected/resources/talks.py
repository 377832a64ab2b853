# Written by nemogen.

"""Calls /v1/talks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal, overload

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, StreamOperation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.stream import AsyncStream, Stream
from .._runtime.timeouts import Timeout
from ..models import Talk, TalkPiece

CREATE: StreamOperation[Talk, TalkPiece] = StreamOperation(
    name="talks.create",
    method="POST",
    path="/v1/talks",
    request="TalkRequest",
    responses={"200": "Talk"},
    chunk="TalkPiece",
    stream_property="stream",
    end_marker=None,
)


RETRIEVE: Operation[str] = Operation(
    name="talks.stream.log.retrieve",
    method="GET",
    path="/v1/talks/stream/log",
    responses={"200": "str"},
    accept="text/plain",
)


class Talks:
    """Calls /v1/talks."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def stream(self) -> TalksStream:
        """Operations under `client.talks.stream`."""
        return TalksStream(self._api)

    @cached_property
    def with_raw_response(self) -> TalksRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return TalksRaw(self._api)

    @overload
    def create(
        self,
        *,
        text: str,
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
        text: str,
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
        text: str,
        stream: bool | Omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Talk | Stream[TalkPiece]: ...

    def create(
        self,
        *,
        text: str,
        stream: bool | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Talk | Stream[TalkPiece]:
        """Starts a talk.

        Args:
            stream: False when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call_or_stream(
            CREATE,
            stream=stream,
            body={"text": text},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class TalksRaw:
    """Like Talks, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Talks(api.raw)
        self.create = raw_method(resource.create)


class TalksStream:
    """Operations under `client.talks.stream`."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def log(self) -> Log:
        """Calls /v1/talks/stream/log."""
        return Log(self._api)


class Log:
    """Calls /v1/talks/stream/log."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> LogRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return LogRaw(self._api)

    def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> str:
        """A resource called stream.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            RETRIEVE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class LogRaw:
    """Like Log, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Log(api.raw)
        self.retrieve = raw_method(resource.retrieve)


class AsyncTalks:
    """Calls /v1/talks."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def stream(self) -> AsyncTalksStream:
        """Operations under `client.talks.stream`."""
        return AsyncTalksStream(self._api)

    @cached_property
    def with_raw_response(self) -> AsyncTalksRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncTalksRaw(self._api)

    @overload
    async def create(
        self,
        *,
        text: str,
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
        text: str,
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
        text: str,
        stream: bool | Omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Talk | AsyncStream[TalkPiece]: ...

    async def create(
        self,
        *,
        text: str,
        stream: bool | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Talk | AsyncStream[TalkPiece]:
        """Starts a talk.

        Args:
            stream: False when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call_or_stream(
            CREATE,
            stream=stream,
            body={"text": text},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncTalksRaw:
    """Like AsyncTalks, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncTalks(api.raw)
        self.create = async_raw_method(resource.create)


class AsyncTalksStream:
    """Operations under `client.talks.stream`."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def log(self) -> AsyncLog:
        """Calls /v1/talks/stream/log."""
        return AsyncLog(self._api)


class AsyncLog:
    """Calls /v1/talks/stream/log."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncLogRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncLogRaw(self._api)

    async def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> str:
        """A resource called stream.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            RETRIEVE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncLogRaw:
    """Like AsyncLog, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncLog(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)
