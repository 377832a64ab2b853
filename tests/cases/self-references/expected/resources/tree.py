# Written by nemogen.

"""Calls /tree."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Tree

RETRIEVE: Operation[Tree] = Operation(
    name="tree.retrieve",
    method="GET",
    path="/tree",
    responses={"200": "Tree"},
)


class TreeResource:
    """Calls /tree."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> TreeResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return TreeResourceRaw(self._api)

    def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Tree:
        """GET /tree

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            RETRIEVE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class TreeResourceRaw:
    """Like TreeResource, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = TreeResource(api.raw)
        self.retrieve = raw_method(resource.retrieve)


class AsyncTreeResource:
    """Calls /tree."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncTreeResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncTreeResourceRaw(self._api)

    async def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Tree:
        """GET /tree

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            RETRIEVE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncTreeResourceRaw:
    """Like AsyncTreeResource, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncTreeResource(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)
