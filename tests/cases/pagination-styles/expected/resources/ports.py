# Written by nemogen.

"""Calls /ports."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from functools import cached_property

from .. import headers as _headers
from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Paging, Parameter
from .._runtime.pages import AsyncPages, Pages, async_raw_pages, raw_pages
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Port

LIST: Operation[list[Port]] = Operation(
    name="ports.list",
    method="GET",
    path="/ports",
    parameters=(
        Parameter("page", location="query"),
        Parameter("per_page", location="query"),
    ),
    arguments="PortListParameters",
    responses={"200": "list[Port]"},
    headers=_headers.PortsListHeaders,
    paging=Paging(style="link_header"),
)


class Ports:
    """Calls /ports."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> PortsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return PortsRaw(self._api)

    def list(
        self,
        *,
        page: int | Omit = omit,
        per_page: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Port]:
        """By the header Link; the response is a plain list.

        Args:
            page: 1 when left out.
            per_page: At most 100; 30 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            LIST,
            arguments={"page": page, "per_page": per_page},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def list_all(
        self,
        *,
        page: int | Omit = omit,
        per_page: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Pages[builtins.list[Port], Port]:
        """Iterate over the items of all pages of `list`, with a `for` loop.

        Pages are fetched lazily. `pages()` iterates over the pages, and `resume` continues at one.

        Args:
            page: 1 when left out.
            per_page: At most 100; 30 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.pages(
            LIST,
            arguments={"page": page, "per_page": per_page},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class PortsRaw:
    """Like Ports, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Ports(api.raw)
        self.list = raw_method(resource.list, _headers.PortsListHeaders)
        self.list_all = raw_pages(resource.list_all)


class AsyncPorts:
    """Calls /ports."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncPortsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncPortsRaw(self._api)

    async def list(
        self,
        *,
        page: int | Omit = omit,
        per_page: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Port]:
        """By the header Link; the response is a plain list.

        Args:
            page: 1 when left out.
            per_page: At most 100; 30 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            LIST,
            arguments={"page": page, "per_page": per_page},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def list_all(
        self,
        *,
        page: int | Omit = omit,
        per_page: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> AsyncPages[builtins.list[Port], Port]:
        """Iterate over the items of all pages of `list`, with an `async for` loop.

        Pages are fetched lazily. `pages()` iterates over the pages, and `resume` continues at one.

        Args:
            page: 1 when left out.
            per_page: At most 100; 30 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.pages(
            LIST,
            arguments={"page": page, "per_page": per_page},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncPortsRaw:
    """Like AsyncPorts, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncPorts(api.raw)
        self.list = async_raw_method(resource.list, _headers.PortsListHeaders)
        self.list_all = async_raw_pages(resource.list_all)
