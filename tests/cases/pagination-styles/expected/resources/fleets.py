# Written by nemogen.

"""Operations under `client.fleets`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Paging, Parameter
from .._runtime.pages import AsyncPages, Pages, async_raw_pages, raw_pages
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Ship

LIST: Operation[list[Ship]] = Operation(
    name="fleets.ships.list",
    method="GET",
    path="/fleets/{fleet}/ships",
    parameters=(
        Parameter("fleet", location="path"),
        Parameter("page", location="query"),
        Parameter("page_size", location="query"),
    ),
    arguments="FleetShipListParameters",
    responses={"200": "list[Ship]"},
    paging=Paging(style="page", argument="page", size_argument="page_size", size=2, most=5),
)


class Fleets:
    """Operations under `client.fleets`."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def ships(self) -> Ships:
        """Calls /fleets/{fleet}/ships."""
        return Ships(self._api)


class Ships:
    """Calls /fleets/{fleet}/ships."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> ShipsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return ShipsRaw(self._api)

    def list(
        self,
        fleet: str,
        *,
        page: int | Omit = omit,
        page_size: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Ship]:
        """By the number of a page, which the document alone bounds.

        Args:
            page: At least 1; 1 when left out.
            page_size: At most 5; 2 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            LIST,
            arguments={"fleet": fleet, "page": page, "page_size": page_size},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def list_all(
        self,
        fleet: str,
        *,
        page: int | Omit = omit,
        page_size: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Pages[builtins.list[Ship], Ship]:
        """Iterate over the items of all pages of `list`, with a `for` loop.

        Pages are fetched lazily. `pages()` iterates over the pages, and `resume` continues at one.

        Args:
            page: At least 1; 1 when left out.
            page_size: At most 5; 2 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.pages(
            LIST,
            arguments={"fleet": fleet, "page": page, "page_size": page_size},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class ShipsRaw:
    """Like Ships, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Ships(api.raw)
        self.list = raw_method(resource.list)
        self.list_all = raw_pages(resource.list_all)


class AsyncFleets:
    """Operations under `client.fleets`."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def ships(self) -> AsyncShips:
        """Calls /fleets/{fleet}/ships."""
        return AsyncShips(self._api)


class AsyncShips:
    """Calls /fleets/{fleet}/ships."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncShipsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncShipsRaw(self._api)

    async def list(
        self,
        fleet: str,
        *,
        page: int | Omit = omit,
        page_size: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Ship]:
        """By the number of a page, which the document alone bounds.

        Args:
            page: At least 1; 1 when left out.
            page_size: At most 5; 2 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            LIST,
            arguments={"fleet": fleet, "page": page, "page_size": page_size},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def list_all(
        self,
        fleet: str,
        *,
        page: int | Omit = omit,
        page_size: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> AsyncPages[builtins.list[Ship], Ship]:
        """Iterate over the items of all pages of `list`, with an `async for` loop.

        Pages are fetched lazily. `pages()` iterates over the pages, and `resume` continues at one.

        Args:
            page: At least 1; 1 when left out.
            page_size: At most 5; 2 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.pages(
            LIST,
            arguments={"fleet": fleet, "page": page, "page_size": page_size},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncShipsRaw:
    """Like AsyncShips, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncShips(api.raw)
        self.list = async_raw_method(resource.list)
        self.list_all = async_raw_pages(resource.list_all)
