# Written by nemogen.

"""Calls /v1/departures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import DepartureCreateResponse, Via
from ..params import ViaParam

CREATE: Operation[DepartureCreateResponse] = Operation(
    name="departures.create",
    method="POST",
    path="/v1/departures",
    request="DepartureRequest",
    nullable=("anything", "platform", "via"),
    responses={"200": "DepartureCreateResponse"},
)


class Departures:
    """Calls /v1/departures."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> DeparturesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return DeparturesRaw(self._api)

    def create(
        self,
        *,
        line: str | int,
        anything: object | Omit = omit,
        code: Literal[1, 2, "A", "B"] | Omit = omit,
        delay: int | Omit = omit,
        platform: str | None | Omit = omit,
        stops: Sequence[str] | str | Omit = omit,
        via: ViaParam | Via | None | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> DepartureCreateResponse:
        """Put a departure on the board.

        Args:
            line: At most 4 characters; at least 1.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={
                "line": line,
                "anything": anything,
                "code": code,
                "delay": delay,
                "platform": platform,
                "stops": stops,
                "via": via,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class DeparturesRaw:
    """Like Departures, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Departures(api.raw)
        self.create = raw_method(resource.create)


class AsyncDepartures:
    """Calls /v1/departures."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncDeparturesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncDeparturesRaw(self._api)

    async def create(
        self,
        *,
        line: str | int,
        anything: object | Omit = omit,
        code: Literal[1, 2, "A", "B"] | Omit = omit,
        delay: int | Omit = omit,
        platform: str | None | Omit = omit,
        stops: Sequence[str] | str | Omit = omit,
        via: ViaParam | Via | None | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> DepartureCreateResponse:
        """Put a departure on the board.

        Args:
            line: At most 4 characters; at least 1.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={
                "line": line,
                "anything": anything,
                "code": code,
                "delay": delay,
                "platform": platform,
                "stops": stops,
                "via": via,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncDeparturesRaw:
    """Like AsyncDepartures, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncDepartures(api.raw)
        self.create = async_raw_method(resource.create)
