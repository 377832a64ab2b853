# Written by nemogen.

"""Calls /v1/tides."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import ABC, Harbour, Tide
from ..params import ABCParam, HarbourParam, TideParam

CREATE: Operation[Tide] = Operation(
    name="tides.create",
    method="POST",
    path="/v1/tides",
    request="TideRequest",
    nullable=("circle", "elsewhere", "missing", "neighbour", "unreadable"),
    responses={"200": "Tide"},
)


class Tides:
    """Calls /v1/tides."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> TidesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return TidesRaw(self._api)

    def create(
        self,
        *,
        harbour: HarbourParam | Harbour,
        circle: object | Omit = omit,
        elsewhere: object | Omit = omit,
        escaped: ABCParam | ABC | Omit = omit,
        missing: object | Omit = omit,
        neighbour: object | Omit = omit,
        other_harbour: HarbourParam | Harbour | Omit = omit,
        twin: TideParam | Tide | Omit = omit,
        unreadable: object | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Tide:
        """Compute a tide.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={
                "harbour": harbour,
                "circle": circle,
                "elsewhere": elsewhere,
                "escaped": escaped,
                "missing": missing,
                "neighbour": neighbour,
                "other_harbour": other_harbour,
                "twin": twin,
                "unreadable": unreadable,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class TidesRaw:
    """Like Tides, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Tides(api.raw)
        self.create = raw_method(resource.create)


class AsyncTides:
    """Calls /v1/tides."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncTidesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncTidesRaw(self._api)

    async def create(
        self,
        *,
        harbour: HarbourParam | Harbour,
        circle: object | Omit = omit,
        elsewhere: object | Omit = omit,
        escaped: ABCParam | ABC | Omit = omit,
        missing: object | Omit = omit,
        neighbour: object | Omit = omit,
        other_harbour: HarbourParam | Harbour | Omit = omit,
        twin: TideParam | Tide | Omit = omit,
        unreadable: object | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Tide:
        """Compute a tide.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={
                "harbour": harbour,
                "circle": circle,
                "elsewhere": elsewhere,
                "escaped": escaped,
                "missing": missing,
                "neighbour": neighbour,
                "other_harbour": other_harbour,
                "twin": twin,
                "unreadable": unreadable,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncTidesRaw:
    """Like AsyncTides, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncTides(api.raw)
        self.create = async_raw_method(resource.create)
