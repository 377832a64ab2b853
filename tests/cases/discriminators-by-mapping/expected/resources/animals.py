# Written by nemogen.

"""Calls /v1/animals."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import AnimalCreateResponse, Cat, Dog
from ..params import CatParam, DogParam

CREATE: Operation[AnimalCreateResponse] = Operation(
    name="animals.create",
    method="POST",
    path="/v1/animals",
    request="Animal",
    responses={"200": "AnimalCreateResponse"},
)


class Animals:
    """Calls /v1/animals."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AnimalsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AnimalsRaw(self._api)

    def create(
        self,
        *,
        body: CatParam | Cat | DogParam | Dog,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> AnimalCreateResponse:
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
        self.create = raw_method(resource.create)


class AsyncAnimals:
    """Calls /v1/animals."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncAnimalsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncAnimalsRaw(self._api)

    async def create(
        self,
        *,
        body: CatParam | Cat | DogParam | Dog,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> AnimalCreateResponse:
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
        self.create = async_raw_method(resource.create)
