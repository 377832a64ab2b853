# Written by nemogen.

"""Calls /v1/raw."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.files import FileInput
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout

REPLACE: Operation[None] = Operation(
    name="raw.replace",
    method="PUT",
    path="/v1/raw",
    body_kind="binary",
    body_type="application/jsonl",
    responses={"204": "None"},
)


class Raw:
    """Calls /v1/raw."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> RawRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return RawRaw(self._api)

    def replace(
        self,
        *,
        body: FileInput,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """Stores what it gets.

        Args:
            body: What is sent.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            REPLACE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class RawRaw:
    """Like Raw, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Raw(api.raw)
        self.replace = raw_method(resource.replace)


class AsyncRaw:
    """Calls /v1/raw."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncRawRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncRawRaw(self._api)

    async def replace(
        self,
        *,
        body: FileInput,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """Stores what it gets.

        Args:
            body: What is sent.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            REPLACE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncRawRaw:
    """Like AsyncRaw, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncRaw(api.raw)
        self.replace = async_raw_method(resource.replace)
