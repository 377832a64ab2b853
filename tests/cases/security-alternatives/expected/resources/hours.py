# Written by nemogen.

"""Calls /v1/hours."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Names

LIST: Operation[Names] = Operation(
    name="hours.list",
    method="GET",
    path="/v1/hours",
    responses={"200": "Names"},
    security=({"bearer": ()}, {}),
)


class Hours:
    """Calls /v1/hours."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> HoursRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return HoursRaw(self._api)

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Names:
        """Opening hours.

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


class HoursRaw:
    """Like Hours, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Hours(api.raw)
        self.list = raw_method(resource.list)


class AsyncHours:
    """Calls /v1/hours."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncHoursRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncHoursRaw(self._api)

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Names:
        """Opening hours.

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


class AsyncHoursRaw:
    """Like AsyncHours, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncHours(api.raw)
        self.list = async_raw_method(resource.list)
