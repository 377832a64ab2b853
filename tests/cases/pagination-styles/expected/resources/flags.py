# Written by nemogen.

"""Calls /flags."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Port

LIST: Operation[list[Port]] = Operation(
    name="flags.list",
    method="GET",
    path="/flags",
    parameters=(Parameter("limit", location="query"),),
    arguments="FlagListParameters",
    responses={"200": "list[Port]"},
)


class Flags:
    """Calls /flags."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> FlagsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return FlagsRaw(self._api)

    def list(
        self,
        *,
        limit: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Port]:
        """A list that comes whole.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            LIST,
            arguments={"limit": limit},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class FlagsRaw:
    """Like Flags, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Flags(api.raw)
        self.list = raw_method(resource.list)


class AsyncFlags:
    """Calls /flags."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncFlagsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncFlagsRaw(self._api)

    async def list(
        self,
        *,
        limit: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Port]:
        """A list that comes whole.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            LIST,
            arguments={"limit": limit},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncFlagsRaw:
    """Like AsyncFlags, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncFlags(api.raw)
        self.list = async_raw_method(resource.list)
