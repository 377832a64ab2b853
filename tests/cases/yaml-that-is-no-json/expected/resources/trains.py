# Written by nemogen.

"""Calls /v1/trains."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Train

LIST: Operation[list[Train]] = Operation(
    name="trains.list",
    method="GET",
    path="/v1/trains",
    parameters=(Parameter("limit", location="query"),),
    arguments="TrainListParameters",
    responses={"200": "list[Train]"},
)


class Trains:
    """Calls /v1/trains."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> TrainsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return TrainsRaw(self._api)

    def list(
        self,
        *,
        limit: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Train]:
        """Trains that were seen.

        Args:
            limit: 20 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            LIST,
            arguments={"limit": limit},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class TrainsRaw:
    """Like Trains, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Trains(api.raw)
        self.list = raw_method(resource.list)


class AsyncTrains:
    """Calls /v1/trains."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncTrainsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncTrainsRaw(self._api)

    async def list(
        self,
        *,
        limit: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Train]:
        """Trains that were seen.

        Args:
            limit: 20 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            LIST,
            arguments={"limit": limit},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncTrainsRaw:
    """Like AsyncTrains, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncTrains(api.raw)
        self.list = async_raw_method(resource.list)
