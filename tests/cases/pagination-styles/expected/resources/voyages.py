# Written by nemogen.

"""Calls /voyages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Paging, Parameter
from .._runtime.pages import AsyncPages, Pages, async_raw_pages, raw_pages
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Ship, VoyageList

LIST: Operation[VoyageList] = Operation(
    name="voyages.list",
    method="GET",
    path="/voyages",
    parameters=(
        Parameter("limit", location="query"),
        Parameter("offset", location="query"),
    ),
    arguments="VoyageListParameters",
    responses={"200": "VoyageList"},
    paging=Paging(
        style="offset",
        items=("list_",),
        argument="offset",
        total=("total",),
        size_argument="limit",
        size=2,
        most=10,
        first=0,
    ),
)


class Voyages:
    """Calls /voyages."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> VoyagesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return VoyagesRaw(self._api)

    def list(
        self,
        *,
        limit: int | Omit = omit,
        offset: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> VoyageList:
        """By an offset, with a total.

        Args:
            limit: At most 10; 2 when left out.
            offset: 0 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            LIST,
            arguments={"limit": limit, "offset": offset},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def list_all(
        self,
        *,
        limit: int | Omit = omit,
        offset: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Pages[VoyageList, Ship]:
        """Iterate over the items of all pages of `list`, with a `for` loop.

        Pages are fetched lazily. `pages()` iterates over the pages, and `resume` continues at one.

        Args:
            limit: At most 10; 2 when left out.
            offset: 0 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.pages(
            LIST,
            arguments={"limit": limit, "offset": offset},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class VoyagesRaw:
    """Like Voyages, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Voyages(api.raw)
        self.list = raw_method(resource.list)
        self.list_all = raw_pages(resource.list_all)


class AsyncVoyages:
    """Calls /voyages."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncVoyagesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncVoyagesRaw(self._api)

    async def list(
        self,
        *,
        limit: int | Omit = omit,
        offset: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> VoyageList:
        """By an offset, with a total.

        Args:
            limit: At most 10; 2 when left out.
            offset: 0 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            LIST,
            arguments={"limit": limit, "offset": offset},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def list_all(
        self,
        *,
        limit: int | Omit = omit,
        offset: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> AsyncPages[VoyageList, Ship]:
        """Iterate over the items of all pages of `list`, with an `async for` loop.

        Pages are fetched lazily. `pages()` iterates over the pages, and `resume` continues at one.

        Args:
            limit: At most 10; 2 when left out.
            offset: 0 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.pages(
            LIST,
            arguments={"limit": limit, "offset": offset},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncVoyagesRaw:
    """Like AsyncVoyages, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncVoyages(api.raw)
        self.list = async_raw_method(resource.list)
        self.list_all = async_raw_pages(resource.list_all)
