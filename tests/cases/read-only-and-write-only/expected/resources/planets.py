# Written by nemogen.

"""Calls /planets."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import AtmosphereRequest, Person, Planet, PlanetRequest
from ..params import AtmosphereRequestParam, PersonParam, PlanetRequestParam

LIST: Operation[list[Planet]] = Operation(
    name="planets.list",
    method="GET",
    path="/planets",
    responses={"200": "list[Planet]"},
)


CREATE: Operation[Planet] = Operation(
    name="planets.create",
    method="POST",
    path="/planets",
    request="PlanetRequest",
    responses={"201": "Planet"},
)


class Planets:
    """Calls /planets."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> PlanetsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return PlanetsRaw(self._api)

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Planet]:
        """GET /planets

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
        name: str,
        password: str,
        atmosphere: AtmosphereRequestParam | AtmosphereRequest | Omit = omit,
        mayor: PersonParam | Person | Omit = omit,
        moons: Sequence[PlanetRequestParam | PlanetRequest] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Planet:
        """POST /planets

        Args:
            password: Opens the gates.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={"name": name, "password": password, "atmosphere": atmosphere, "mayor": mayor, "moons": moons},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class PlanetsRaw:
    """Like Planets, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Planets(api.raw)
        self.list = raw_method(resource.list)
        self.create = raw_method(resource.create)


class AsyncPlanets:
    """Calls /planets."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncPlanetsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncPlanetsRaw(self._api)

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Planet]:
        """GET /planets

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
        name: str,
        password: str,
        atmosphere: AtmosphereRequestParam | AtmosphereRequest | Omit = omit,
        mayor: PersonParam | Person | Omit = omit,
        moons: Sequence[PlanetRequestParam | PlanetRequest] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Planet:
        """POST /planets

        Args:
            password: Opens the gates.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={"name": name, "password": password, "atmosphere": atmosphere, "mayor": mayor, "moons": moons},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncPlanetsRaw:
    """Like AsyncPlanets, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncPlanets(api.raw)
        self.list = async_raw_method(resource.list)
        self.create = async_raw_method(resource.create)
