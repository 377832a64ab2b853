# Written by nemogen.

"""Calls /v1/ships."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import (
    BaseModelModel,
    Client,
    ExceptionModel,
    List,
    Mtu4000Engine,
    NoneModel,
    OptionalModel,
    PageShip,
    Schema2NdDeck,
)
from ..params import (
    BaseModelModelParam,
    ClientParam,
    ExceptionModelParam,
    ListParam,
    Mtu4000EngineParam,
    NoneModelParam,
    OptionalModelParam,
    Schema2NdDeckParam,
)

CREATE: Operation[PageShip] = Operation(
    name="ships.create",
    method="POST",
    path="/v1/ships",
    request="HarbourV1Ship",
    responses={"200": "PageShip"},
)


class Ships:
    """Calls /v1/ships."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> ShipsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return ShipsRaw(self._api)

    def create(
        self,
        *,
        base: BaseModelModelParam | BaseModelModel | Omit = omit,
        client: ClientParam | Client | Omit = omit,
        deck: Schema2NdDeckParam | Schema2NdDeck | Omit = omit,
        engine: Mtu4000EngineParam | Mtu4000Engine | Omit = omit,
        fault: ExceptionModelParam | ExceptionModel | Omit = omit,
        list: ListParam | List | Omit = omit,
        none: NoneModelParam | NoneModel | Omit = omit,
        optional: OptionalModelParam | OptionalModel | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> PageShip:
        """Enter a ship.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={
                "base": base,
                "client": client,
                "deck": deck,
                "engine": engine,
                "fault": fault,
                "list": list,
                "none": none,
                "optional": optional,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class ShipsRaw:
    """Like Ships, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Ships(api.raw)
        self.create = raw_method(resource.create)


class AsyncShips:
    """Calls /v1/ships."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncShipsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncShipsRaw(self._api)

    async def create(
        self,
        *,
        base: BaseModelModelParam | BaseModelModel | Omit = omit,
        client: ClientParam | Client | Omit = omit,
        deck: Schema2NdDeckParam | Schema2NdDeck | Omit = omit,
        engine: Mtu4000EngineParam | Mtu4000Engine | Omit = omit,
        fault: ExceptionModelParam | ExceptionModel | Omit = omit,
        list: ListParam | List | Omit = omit,
        none: NoneModelParam | NoneModel | Omit = omit,
        optional: OptionalModelParam | OptionalModel | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> PageShip:
        """Enter a ship.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={
                "base": base,
                "client": client,
                "deck": deck,
                "engine": engine,
                "fault": fault,
                "list": list,
                "none": none,
                "optional": optional,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncShipsRaw:
    """Like AsyncShips, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncShips(api.raw)
        self.create = async_raw_method(resource.create)
