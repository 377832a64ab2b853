# Written by nemogen.

"""Calls /ships and /ships/search."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Paging, Parameter
from .._runtime.pages import AsyncPages, Pages, async_raw_pages, raw_pages
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Ship, ShipList, ShipSearchResponse

LIST: Operation[ShipList] = Operation(
    name="ships.list",
    method="GET",
    path="/ships",
    parameters=(
        Parameter("cursor", location="query"),
        Parameter("limit", location="query"),
    ),
    arguments="ShipListParameters",
    responses={"200": "ShipList"},
    paging=Paging(
        style="cursor", items=("data",), argument="cursor", next=("meta", "next_cursor"), more=("meta", "has_more")
    ),
)


SEARCH: Operation[ShipSearchResponse] = Operation(
    name="ships.search",
    method="POST",
    path="/ships/search",
    request="ShipSearchRequest",
    responses={"200": "ShipSearchResponse"},
    paging=Paging(style="cursor", items=("items",), argument="page_token", in_body=True, next=("next_page_token",)),
)


class Ships:
    """Calls /ships and /ships/search."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> ShipsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return ShipsRaw(self._api)

    def list(
        self,
        *,
        cursor: str | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> ShipList:
        """By a cursor in the query, the next one below `meta`.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            LIST,
            arguments={"cursor": cursor, "limit": limit},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def list_all(
        self,
        *,
        cursor: str | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Pages[ShipList, Ship]:
        """Iterate over the items of all pages of `list`, with a `for` loop.

        Pages are fetched lazily. `pages()` iterates over the pages, and `resume` continues at one.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.pages(
            LIST,
            arguments={"cursor": cursor, "limit": limit},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def search(
        self,
        *,
        query: str,
        page_token: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> ShipSearchResponse:
        """By a cursor in the body.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            SEARCH,
            body={"query": query, "page_token": page_token},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def search_all(
        self,
        *,
        query: str,
        page_token: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Pages[ShipSearchResponse, Ship]:
        """Iterate over the items of all pages of `search`, with a `for` loop.

        Pages are fetched lazily. `pages()` iterates over the pages, and `resume` continues at one.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.pages(
            SEARCH,
            body={"query": query, "page_token": page_token},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class ShipsRaw:
    """Like Ships, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Ships(api.raw)
        self.list = raw_method(resource.list)
        self.list_all = raw_pages(resource.list_all)
        self.search = raw_method(resource.search)
        self.search_all = raw_pages(resource.search_all)


class AsyncShips:
    """Calls /ships and /ships/search."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncShipsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncShipsRaw(self._api)

    async def list(
        self,
        *,
        cursor: str | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> ShipList:
        """By a cursor in the query, the next one below `meta`.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            LIST,
            arguments={"cursor": cursor, "limit": limit},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def list_all(
        self,
        *,
        cursor: str | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> AsyncPages[ShipList, Ship]:
        """Iterate over the items of all pages of `list`, with an `async for` loop.

        Pages are fetched lazily. `pages()` iterates over the pages, and `resume` continues at one.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.pages(
            LIST,
            arguments={"cursor": cursor, "limit": limit},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    async def search(
        self,
        *,
        query: str,
        page_token: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> ShipSearchResponse:
        """By a cursor in the body.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            SEARCH,
            body={"query": query, "page_token": page_token},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def search_all(
        self,
        *,
        query: str,
        page_token: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> AsyncPages[ShipSearchResponse, Ship]:
        """Iterate over the items of all pages of `search`, with an `async for` loop.

        Pages are fetched lazily. `pages()` iterates over the pages, and `resume` continues at one.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.pages(
            SEARCH,
            body={"query": query, "page_token": page_token},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncShipsRaw:
    """Like AsyncShips, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncShips(api.raw)
        self.list = async_raw_method(resource.list)
        self.list_all = async_raw_pages(resource.list_all)
        self.search = async_raw_method(resource.search)
        self.search_all = async_raw_pages(resource.search_all)
