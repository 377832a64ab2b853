# Written by nemogen.

"""Calls /parcels."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout

LIST: Operation[None] = Operation(
    name="parcels.list",
    method="GET",
    path="/parcels",
    base_url="https://parcels.example.com/big",
    responses={"200": "None"},
)


CREATE: Operation[None] = Operation(
    name="parcels.create",
    method="POST",
    path="/parcels",
    base_url="/uploads",
    responses={"200": "None"},
)


class Parcels:
    """Calls /parcels."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> ParcelsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return ParcelsRaw(self._api)

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """Parcels.

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
        """Send a parcel.

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


class ParcelsRaw:
    """Like Parcels, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Parcels(api.raw)
        self.list = raw_method(resource.list)
        self.create = raw_method(resource.create)


class AsyncParcels:
    """Calls /parcels."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncParcelsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncParcelsRaw(self._api)

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """Parcels.

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
        """Send a parcel.

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


class AsyncParcelsRaw:
    """Like AsyncParcels, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncParcels(api.raw)
        self.list = async_raw_method(resource.list)
        self.create = async_raw_method(resource.create)
