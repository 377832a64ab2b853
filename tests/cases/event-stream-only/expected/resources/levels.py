# Written by nemogen.

"""Calls /v1/levels."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Parameter, StreamOperation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.stream import AsyncStream, Stream
from .._runtime.timeouts import Timeout
from ..models import LevelEvent

LIST: StreamOperation[Any, LevelEvent] = StreamOperation(
    name="levels.list",
    method="GET",
    path="/v1/levels",
    parameters=(Parameter("gauge", location="query"),),
    arguments="LevelListParameters",
    responses={"200": "Any"},
    chunk="LevelEvent",
    stream_property=None,
    end_marker=None,
)


class Levels:
    """Calls /v1/levels."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> LevelsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return LevelsRaw(self._api)

    def list(
        self,
        *,
        gauge: str,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Stream[LevelEvent]:
        """Follow the level of a river.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.open_stream(
            LIST,
            arguments={"gauge": gauge},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class LevelsRaw:
    """Like Levels, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Levels(api.raw)
        self.list = raw_method(resource.list)


class AsyncLevels:
    """Calls /v1/levels."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncLevelsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncLevelsRaw(self._api)

    async def list(
        self,
        *,
        gauge: str,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> AsyncStream[LevelEvent]:
        """Follow the level of a river.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.open_stream(
            LIST,
            arguments={"gauge": gauge},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncLevelsRaw:
    """Like AsyncLevels, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncLevels(api.raw)
        self.list = async_raw_method(resource.list)
