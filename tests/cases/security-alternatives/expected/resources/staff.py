# Written by nemogen.

"""Calls /v1/staff."""

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
    name="staff.retrieve",
    method="GET",
    path="/v1/staff",
    responses={"200": "Names"},
    security=({"oauth": ("read",)},),
)


class Staff:
    """Calls /v1/staff."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> StaffRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return StaffRaw(self._api)

    def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Names:
        """Who works here.

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


class StaffRaw:
    """Like Staff, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Staff(api.raw)
        self.retrieve = raw_method(resource.retrieve)


class AsyncStaff:
    """Calls /v1/staff."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncStaffRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncStaffRaw(self._api)

    async def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Names:
        """Who works here.

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


class AsyncStaffRaw:
    """Like AsyncStaff, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncStaff(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)
