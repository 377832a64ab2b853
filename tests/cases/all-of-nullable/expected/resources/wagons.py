# Written by nemogen.

"""Calls /wagons/{id}."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Wagon

RETRIEVE: Operation[Wagon] = Operation(
    name="wagons.retrieve",
    method="GET",
    path="/wagons/{id}",
    parameters=(Parameter("id", location="path"),),
    arguments="WagonRetrieveParameters",
    responses={"200": "Wagon"},
)


class Wagons:
    """Calls /wagons/{id}."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> WagonsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return WagonsRaw(self._api)

    def retrieve(
        self,
        id: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Wagon:
        """GET /wagons/{id}

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            RETRIEVE,
            arguments={"id": id},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class WagonsRaw:
    """Like Wagons, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Wagons(api.raw)
        self.retrieve = raw_method(resource.retrieve)


class AsyncWagons:
    """Calls /wagons/{id}."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncWagonsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncWagonsRaw(self._api)

    async def retrieve(
        self,
        id: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Wagon:
        """GET /wagons/{id}

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            RETRIEVE,
            arguments={"id": id},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncWagonsRaw:
    """Like AsyncWagons, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncWagons(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)
