# Written by nemogen.

"""Calls /calls."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout

LIST: Operation[None] = Operation(
    name="calls.list",
    method="GET",
    path="/calls",
    parameters=(
        Parameter("start_time", location="query", name="StartTime"),
        Parameter("start_time_query", location="query", name="StartTime<"),
        Parameter("startTime_greater_than_sign", location="query", name="StartTime>"),
    ),
    arguments="CallListParameters",
    responses={"204": "None"},
)


class Calls:
    """Calls /calls."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> CallsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return CallsRaw(self._api)

    def list(
        self,
        *,
        start_time: str | Omit = omit,
        start_time_query: str | Omit = omit,
        startTime_greater_than_sign: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """GET /calls

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            LIST,
            arguments={
                "start_time": start_time,
                "start_time_query": start_time_query,
                "startTime_greater_than_sign": startTime_greater_than_sign,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class CallsRaw:
    """Like Calls, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Calls(api.raw)
        self.list = raw_method(resource.list)


class AsyncCalls:
    """Calls /calls."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncCallsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncCallsRaw(self._api)

    async def list(
        self,
        *,
        start_time: str | Omit = omit,
        start_time_query: str | Omit = omit,
        startTime_greater_than_sign: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """GET /calls

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            LIST,
            arguments={
                "start_time": start_time,
                "start_time_query": start_time_query,
                "startTime_greater_than_sign": startTime_greater_than_sign,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncCallsRaw:
    """Like AsyncCalls, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncCalls(api.raw)
        self.list = async_raw_method(resource.list)
