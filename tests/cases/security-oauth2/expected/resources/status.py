# Written by nemogen.

"""Calls /v1/status."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Names

RETRIEVE: Operation[Names] = Operation(
    name="status.retrieve",
    method="GET",
    path="/v1/status",
    responses={"200": "Names"},
    security=(),
)


class Status:
    """Calls /v1/status."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> StatusRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return StatusRaw(self._api)

    def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Names:
        """Whether it works.

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


class StatusRaw:
    """Like Status, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Status(api.raw)
        self.retrieve = raw_method(resource.retrieve)


class AsyncStatus:
    """Calls /v1/status."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncStatusRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncStatusRaw(self._api)

    async def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Names:
        """Whether it works.

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


class AsyncStatusRaw:
    """Like AsyncStatus, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncStatus(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)
