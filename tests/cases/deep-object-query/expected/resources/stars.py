# Written by nemogen.

"""Calls /v1/stars."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Area, Filter, Page, StarList
from ..params import AreaParam, FilterParam, PageParam

LIST: Operation[StarList] = Operation(
    name="stars.list",
    method="GET",
    path="/v1/stars",
    parameters=(
        Parameter("area", location="query", content="application/json"),
        Parameter("filter", location="query", style="deepObject", explode=True),
        Parameter("page", location="query"),
    ),
    arguments="StarListParameters",
    responses={"200": "StarList"},
)


class Stars:
    """Calls /v1/stars."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> StarsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return StarsRaw(self._api)

    def list(
        self,
        *,
        area: AreaParam | Area | Omit = omit,
        filter: FilterParam | Filter | Omit = omit,
        page: PageParam | Page | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> StarList:
        """Stars of a part of the sky.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            LIST,
            arguments={"area": area, "filter": filter, "page": page},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class StarsRaw:
    """Like Stars, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Stars(api.raw)
        self.list = raw_method(resource.list)


class AsyncStars:
    """Calls /v1/stars."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncStarsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncStarsRaw(self._api)

    async def list(
        self,
        *,
        area: AreaParam | Area | Omit = omit,
        filter: FilterParam | Filter | Omit = omit,
        page: PageParam | Page | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> StarList:
        """Stars of a part of the sky.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            LIST,
            arguments={"area": area, "filter": filter, "page": page},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncStarsRaw:
    """Like AsyncStars, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncStars(api.raw)
        self.list = async_raw_method(resource.list)
