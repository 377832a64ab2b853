# Written by nemogen.

"""Calls /v1/counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Count, CountList

LIST: Operation[CountList] = Operation(
    name="counts.list",
    method="GET",
    path="/v1/counts",
    responses={"default": "CountList"},
)


CREATE: Operation[Count] = Operation(
    name="counts.create",
    method="POST",
    path="/v1/counts",
    bare_body="CountCreateBareBody",
    responses={"200": "Count"},
    errors={"default": "CountError"},
)


class Counts:
    """Calls /v1/counts."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> CountsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return CountsRaw(self._api)

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> CountList:
        """Count all coins.

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

    def create(
        self,
        *,
        body: Sequence[float],
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Count:
        """Put coins in.

        Args:
            body: What is sent.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.

        Raises:
            APIStatusError: Its `problem` has the type `CountError` unless the status has another class.
        """
        return self._api.call(
            CREATE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class CountsRaw:
    """Like Counts, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Counts(api.raw)
        self.list = raw_method(resource.list)
        self.create = raw_method(resource.create)


class AsyncCounts:
    """Calls /v1/counts."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncCountsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncCountsRaw(self._api)

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> CountList:
        """Count all coins.

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

    async def create(
        self,
        *,
        body: Sequence[float],
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Count:
        """Put coins in.

        Args:
            body: What is sent.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.

        Raises:
            APIStatusError: Its `problem` has the type `CountError` unless the status has another class.
        """
        return await self._api.call(
            CREATE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncCountsRaw:
    """Like AsyncCounts, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncCounts(api.raw)
        self.list = async_raw_method(resource.list)
        self.create = async_raw_method(resource.create)
