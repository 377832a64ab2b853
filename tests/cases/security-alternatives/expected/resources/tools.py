# Written by nemogen.

"""Calls /v1/tools."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Names

LIST: Operation[Names] = Operation(
    name="tools.list",
    method="GET",
    path="/v1/tools",
    responses={"200": "Names"},
)


class Tools:
    """Calls /v1/tools."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> ToolsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return ToolsRaw(self._api)

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Names:
        """All tools.

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


class ToolsRaw:
    """Like Tools, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Tools(api.raw)
        self.list = raw_method(resource.list)


class AsyncTools:
    """Calls /v1/tools."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncToolsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncToolsRaw(self._api)

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Names:
        """All tools.

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


class AsyncToolsRaw:
    """Like AsyncTools, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncTools(api.raw)
        self.list = async_raw_method(resource.list)
