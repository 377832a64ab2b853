# Written by nemogen.

"""Calls /v1/calls and /v2/calls/."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout

CREATE: Operation[None] = Operation(
    name="calls.create",
    method="POST",
    path="/v1/calls",
    request="CallRequest",
    responses={"200": "None"},
)


CALL: Operation[None] = Operation(
    name="calls.call",
    method="POST",
    path="/v2/calls/",
    responses={"200": "None"},
)


class Calls:
    """Calls /v1/calls and /v2/calls/."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> CallsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return CallsRaw(self._api)

    def create(
        self,
        *,
        number: str,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """POST /v1/calls

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={"number": number},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def call(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """POST /v2/calls/

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CALL,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class CallsRaw:
    """Like Calls, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Calls(api.raw)
        self.create = raw_method(resource.create)
        self.call = raw_method(resource.call)


class AsyncCalls:
    """Calls /v1/calls and /v2/calls/."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncCallsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncCallsRaw(self._api)

    async def create(
        self,
        *,
        number: str,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """POST /v1/calls

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={"number": number},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def call(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """POST /v2/calls/

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CALL,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncCallsRaw:
    """Like AsyncCalls, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncCalls(api.raw)
        self.create = async_raw_method(resource.create)
        self.call = async_raw_method(resource.call)
