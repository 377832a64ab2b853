# Written by nemogen.

"""Calls /v1/seeds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from .._runtime.values import Bytes_
from ..models import Keeper, Seed
from ..params import KeeperParam

CREATE: Operation[Seed] = Operation(
    name="seeds.create",
    method="POST",
    path="/v1/seeds",
    request="SeedRequest",
    nullable=("anything",),
    responses={"200": "Seed"},
)


class Seeds:
    """Calls /v1/seeds."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> SeedsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return SeedsRaw(self._api)

    def create(
        self,
        *,
        species: str,
        weight: float,
        anything: object | Omit = omit,
        harvest: Mapping[str, object] | Omit = omit,
        keeper: KeeperParam | Keeper | Omit = omit,
        pair: tuple[()] | tuple[float] | tuple[float, float, *tuple[object, ...]] | Omit = omit,
        photo: Bytes_ | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Seed:
        """Deposit seeds.

        Args:
            weight: More than 0; less than 5000.
            keeper: Who keeps them.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={
                "species": species,
                "weight": weight,
                "anything": anything,
                "harvest": harvest,
                "keeper": keeper,
                "pair": pair,
                "photo": photo,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class SeedsRaw:
    """Like Seeds, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Seeds(api.raw)
        self.create = raw_method(resource.create)


class AsyncSeeds:
    """Calls /v1/seeds."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncSeedsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncSeedsRaw(self._api)

    async def create(
        self,
        *,
        species: str,
        weight: float,
        anything: object | Omit = omit,
        harvest: Mapping[str, object] | Omit = omit,
        keeper: KeeperParam | Keeper | Omit = omit,
        pair: tuple[()] | tuple[float] | tuple[float, float, *tuple[object, ...]] | Omit = omit,
        photo: Bytes_ | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Seed:
        """Deposit seeds.

        Args:
            weight: More than 0; less than 5000.
            keeper: Who keeps them.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={
                "species": species,
                "weight": weight,
                "anything": anything,
                "harvest": harvest,
                "keeper": keeper,
                "pair": pair,
                "photo": photo,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncSeedsRaw:
    """Like AsyncSeeds, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncSeeds(api.raw)
        self.create = async_raw_method(resource.create)
