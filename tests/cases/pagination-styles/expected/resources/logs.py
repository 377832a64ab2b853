# Written by nemogen.

"""Calls /logs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Paging
from .._runtime.pages import AsyncPages, Pages, async_raw_pages, raw_pages
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import LogList

LIST: Operation[LogList] = Operation(
    name="logs.list",
    method="GET",
    path="/logs",
    responses={"200": "LogList"},
    paging=Paging(style="next_link", items=("results",), next=("next",)),
)


class Logs:
    """Calls /logs."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> LogsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return LogsRaw(self._api)

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> LogList:
        """By a link in the body.

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

    def list_all(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Pages[LogList, str]:
        """Iterate over the items of all pages of `list`, with a `for` loop.

        Pages are fetched lazily. `pages()` iterates over the pages, and `resume` continues at one.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.pages(
            LIST,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class LogsRaw:
    """Like Logs, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Logs(api.raw)
        self.list = raw_method(resource.list)
        self.list_all = raw_pages(resource.list_all)


class AsyncLogs:
    """Calls /logs."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncLogsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncLogsRaw(self._api)

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> LogList:
        """By a link in the body.

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

    def list_all(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> AsyncPages[LogList, str]:
        """Iterate over the items of all pages of `list`, with an `async for` loop.

        Pages are fetched lazily. `pages()` iterates over the pages, and `resume` continues at one.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.pages(
            LIST,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncLogsRaw:
    """Like AsyncLogs, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncLogs(api.raw)
        self.list = async_raw_method(resource.list)
        self.list_all = async_raw_pages(resource.list_all)
