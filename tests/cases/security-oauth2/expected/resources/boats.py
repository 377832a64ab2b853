# Written by nemogen.

"""Calls /v1/boats."""

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
    name="boats.list",
    method="GET",
    path="/v1/boats",
    responses={"200": "Names"},
)


CREATE: Operation[None] = Operation(
    name="boats.create",
    method="POST",
    path="/v1/boats",
    responses={"204": "None"},
    security=({"machine": ("read", "write")},),
)


class Boats:
    """Calls /v1/boats."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> BoatsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return BoatsRaw(self._api)

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Names:
        """All boats.

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
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """A new boat.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class BoatsRaw:
    """Like Boats, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Boats(api.raw)
        self.list = raw_method(resource.list)
        self.create = raw_method(resource.create)


class AsyncBoats:
    """Calls /v1/boats."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncBoatsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncBoatsRaw(self._api)

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Names:
        """All boats.

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
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """A new boat.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncBoatsRaw:
    """Like AsyncBoats, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncBoats(api.raw)
        self.list = async_raw_method(resource.list)
        self.create = async_raw_method(resource.create)
