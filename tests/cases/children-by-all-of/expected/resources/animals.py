# Written by nemogen.

"""Calls /v1/animals."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Animal, AnimalBase, Box, CatBase, Dog, Siamese
from ..params import AnimalBaseParam, CatBaseParam, DogParam, SiameseParam

LIST: Operation[list[Animal]] = Operation(
    name="animals.list",
    method="GET",
    path="/v1/animals",
    responses={"200": "list[Animal]"},
)


CREATE: Operation[Box] = Operation(
    name="animals.create",
    method="POST",
    path="/v1/animals",
    request="Animal",
    responses={"200": "Box"},
)


class Animals:
    """Calls /v1/animals."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AnimalsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AnimalsRaw(self._api)

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Animal]:
        """The animals.

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
        body: CatBaseParam | CatBase | DogParam | Dog | SiameseParam | Siamese | AnimalBaseParam | AnimalBase,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Box:
        """Takes in an animal.

        Args:
            body: What is sent.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AnimalsRaw:
    """Like Animals, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Animals(api.raw)
        self.list = raw_method(resource.list)
        self.create = raw_method(resource.create)


class AsyncAnimals:
    """Calls /v1/animals."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncAnimalsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncAnimalsRaw(self._api)

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Animal]:
        """The animals.

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
        body: CatBaseParam | CatBase | DogParam | Dog | SiameseParam | Siamese | AnimalBaseParam | AnimalBase,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Box:
        """Takes in an animal.

        Args:
            body: What is sent.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncAnimalsRaw:
    """Like AsyncAnimals, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncAnimals(api.raw)
        self.list = async_raw_method(resource.list)
        self.create = async_raw_method(resource.create)
