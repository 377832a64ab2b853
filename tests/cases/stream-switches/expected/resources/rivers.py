# Written by nemogen.

"""Calls /v1/rivers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Talk

CREATE: Operation[Talk] = Operation(
    name="rivers.create",
    method="POST",
    path="/v1/rivers",
    request="RiverRequest",
    responses={"200": "Talk"},
)


class Rivers:
    """Calls /v1/rivers."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> RiversRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return RiversRaw(self._api)

    def create(
        self,
        *,
        stream: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Talk:
        """Enters a river.

        Args:
            stream: Name of the stream.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={"stream": stream},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class RiversRaw:
    """Like Rivers, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Rivers(api.raw)
        self.create = raw_method(resource.create)


class AsyncRivers:
    """Calls /v1/rivers."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncRiversRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncRiversRaw(self._api)

    async def create(
        self,
        *,
        stream: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Talk:
        """Enters a river.

        Args:
            stream: Name of the stream.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={"stream": stream},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncRiversRaw:
    """Like AsyncRivers, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncRivers(api.raw)
        self.create = async_raw_method(resource.create)
