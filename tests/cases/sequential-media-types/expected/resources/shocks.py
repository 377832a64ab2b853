# Written by nemogen.

"""Calls /v1/shocks."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, StreamOperation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.stream import AsyncStream, Stream
from .._runtime.timeouts import Timeout
from ..models import Shock

LIST: Operation[list[Shock]] = Operation(
    name="shocks.list",
    method="GET",
    path="/v1/shocks",
    responses={"200": "list[Shock]"},
)


LIST_STREAM: StreamOperation[Any, Shock] = StreamOperation(
    name="shocks.list_stream",
    method="GET",
    path="/v1/shocks",
    responses={"200": "Any"},
    chunk="Shock",
    framing="lines",
    stream_type="application/jsonl",
    stream_property=None,
    end_marker=None,
)


class Shocks:
    """Calls /v1/shocks."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> ShocksRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return ShocksRaw(self._api)

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Shock]:
        """Shocks of a day.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            LIST,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def list_stream(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Stream[Shock]:
        """Shocks of a day.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.open_stream(
            LIST_STREAM,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class ShocksRaw:
    """Like Shocks, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Shocks(api.raw)
        self.list = raw_method(resource.list)
        self.list_stream = raw_method(resource.list_stream)


class AsyncShocks:
    """Calls /v1/shocks."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncShocksRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncShocksRaw(self._api)

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Shock]:
        """Shocks of a day.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            LIST,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    async def list_stream(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> AsyncStream[Shock]:
        """Shocks of a day.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.open_stream(
            LIST_STREAM,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncShocksRaw:
    """Like AsyncShocks, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncShocks(api.raw)
        self.list = async_raw_method(resource.list)
        self.list_stream = async_raw_method(resource.list_stream)
