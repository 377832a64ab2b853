# Written by nemogen.

"""Calls /pets."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Pet

LIST: Operation[Pet] = Operation(
    name="pets.list",
    method="GET",
    path="/pets",
    responses={"200": "Pet"},
)


class Pets:
    """Calls /pets."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> PetsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return PetsRaw(self._api)

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Pet:
        """GET /pets

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


class PetsRaw:
    """Like Pets, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Pets(api.raw)
        self.list = raw_method(resource.list)


class AsyncPets:
    """Calls /pets."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncPetsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncPetsRaw(self._api)

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Pet:
        """GET /pets

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


class AsyncPetsRaw:
    """Like AsyncPets, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncPets(api.raw)
        self.list = async_raw_method(resource.list)
