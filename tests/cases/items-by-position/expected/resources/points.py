# Written by nemogen.

"""Calls /points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Cell, Point
from ..params import CellParam

CREATE: Operation[Point] = Operation(
    name="points.create",
    method="POST",
    path="/points",
    request="Point",
    responses={"200": "Point"},
)


class Points:
    """Calls /points."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> PointsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return PointsRaw(self._api)

    def create(
        self,
        *,
        at: tuple[float, float, str],
        open: tuple[()] | tuple[str, *tuple[CellParam | Cell, ...]] | Omit = omit,
        three: Sequence[float] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Point:
        """POST /points

        Args:
            three: At least 3 items; at most 3 items.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={"at": at, "open": open, "three": three},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class PointsRaw:
    """Like Points, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Points(api.raw)
        self.create = raw_method(resource.create)


class AsyncPoints:
    """Calls /points."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncPointsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncPointsRaw(self._api)

    async def create(
        self,
        *,
        at: tuple[float, float, str],
        open: tuple[()] | tuple[str, *tuple[CellParam | Cell, ...]] | Omit = omit,
        three: Sequence[float] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Point:
        """POST /points

        Args:
            three: At least 3 items; at most 3 items.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={"at": at, "open": open, "three": three},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncPointsRaw:
    """Like AsyncPoints, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncPoints(api.raw)
        self.create = async_raw_method(resource.create)
