# Written by nemogen.

"""Calls /fleets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Fleet, PlanetRequest
from ..params import PlanetRequestParam, ShipRequestParam

CREATE: Operation[Fleet] = Operation(
    name="fleets.create",
    method="POST",
    path="/fleets",
    request="FleetRequest",
    responses={"200": "Fleet"},
)


class Fleets:
    """Calls /fleets."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> FleetsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return FleetsRaw(self._api)

    def create(
        self,
        *,
        ships: Sequence[ShipRequestParam],
        admiral: str | Omit = omit,
        by_port: Mapping[str, PlanetRequestParam | PlanetRequest] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Fleet:
        """POST /fleets

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={"ships": ships, "admiral": admiral, "by_port": by_port},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class FleetsRaw:
    """Like Fleets, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Fleets(api.raw)
        self.create = raw_method(resource.create)


class AsyncFleets:
    """Calls /fleets."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncFleetsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncFleetsRaw(self._api)

    async def create(
        self,
        *,
        ships: Sequence[ShipRequestParam],
        admiral: str | Omit = omit,
        by_port: Mapping[str, PlanetRequestParam | PlanetRequest] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Fleet:
        """POST /fleets

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={"ships": ships, "admiral": admiral, "by_port": by_port},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncFleetsRaw:
    """Like AsyncFleets, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncFleets(api.raw)
        self.create = async_raw_method(resource.create)
