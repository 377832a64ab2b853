# Written by nemogen.

"""Operations under `client.docks`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Crossing

LIST: Operation[list[Crossing]] = Operation(
    name="docks.berths.crossings.list",
    method="GET",
    path="/docks/{dock}/berths/{berth}/crossings",
    parameters=(
        Parameter("dock", location="path"),
        Parameter("berth", location="path"),
        Parameter("days", location="query", style="pipeDelimited"),
    ),
    arguments="DockBerthCrossingListParameters",
    responses={"200": "list[Crossing]"},
)


CREATE: Operation[Crossing] = Operation(
    name="docks.berths.crossings.create",
    method="POST",
    path="/docks/{dock}/berths/{berth}/crossings",
    parameters=(
        Parameter("dock", location="path"),
        Parameter("berth", location="path"),
    ),
    arguments="DockBerthCrossingCreateParameters",
    request="Crossing",
    nullable=("full",),
    responses={"201": "Crossing"},
)


class Docks:
    """Operations under `client.docks`."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def berths(self) -> Berths:
        """Operations under `client.docks.berths`."""
        return Berths(self._api)


class Berths:
    """Operations under `client.docks.berths`."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def crossings(self) -> Crossings:
        """Calls /docks/{dock}/berths/{berth}/crossings."""
        return Crossings(self._api)


class Crossings:
    """Calls /docks/{dock}/berths/{berth}/crossings."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> CrossingsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return CrossingsRaw(self._api)

    def list(
        self,
        dock: str,
        berth: int,
        *,
        days: Sequence[Literal["mon", "tue"]] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Crossing]:
        """GET /docks/{dock}/berths/{berth}/crossings

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            LIST,
            arguments={"dock": dock, "berth": berth, "days": days},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def create(
        self,
        dock: str,
        berth: int,
        *,
        ship: str,
        full: bool | None | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Crossing:
        """POST /docks/{dock}/berths/{berth}/crossings

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            arguments={"dock": dock, "berth": berth},
            body={"ship": ship, "full": full},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class CrossingsRaw:
    """Like Crossings, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Crossings(api.raw)
        self.list = raw_method(resource.list)
        self.create = raw_method(resource.create)


class AsyncDocks:
    """Operations under `client.docks`."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def berths(self) -> AsyncBerths:
        """Operations under `client.docks.berths`."""
        return AsyncBerths(self._api)


class AsyncBerths:
    """Operations under `client.docks.berths`."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def crossings(self) -> AsyncCrossings:
        """Calls /docks/{dock}/berths/{berth}/crossings."""
        return AsyncCrossings(self._api)


class AsyncCrossings:
    """Calls /docks/{dock}/berths/{berth}/crossings."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncCrossingsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncCrossingsRaw(self._api)

    async def list(
        self,
        dock: str,
        berth: int,
        *,
        days: Sequence[Literal["mon", "tue"]] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Crossing]:
        """GET /docks/{dock}/berths/{berth}/crossings

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            LIST,
            arguments={"dock": dock, "berth": berth, "days": days},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    async def create(
        self,
        dock: str,
        berth: int,
        *,
        ship: str,
        full: bool | None | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Crossing:
        """POST /docks/{dock}/berths/{berth}/crossings

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            arguments={"dock": dock, "berth": berth},
            body={"ship": ship, "full": full},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncCrossingsRaw:
    """Like AsyncCrossings, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncCrossings(api.raw)
        self.list = async_raw_method(resource.list)
        self.create = async_raw_method(resource.create)
