# Written by nemogen.

"""Calls /v1/ring."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout

CREATE: Operation[Any] = Operation(
    name="ring.create",
    method="POST",
    path="/v1/ring",
    nullable=("body",),
    body_required=False,
    responses={"201": "Any"},
)


class Ring:
    """Calls /v1/ring."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> RingRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return RingRaw(self._api)

    def create(
        self,
        *,
        body: object | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Any:
        """POST /v1/ring

        Args:
            body: What is sent.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class RingRaw:
    """Like Ring, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Ring(api.raw)
        self.create = raw_method(resource.create)


class AsyncRing:
    """Calls /v1/ring."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncRingRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncRingRaw(self._api)

    async def create(
        self,
        *,
        body: object | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Any:
        """POST /v1/ring

        Args:
            body: What is sent.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncRingRaw:
    """Like AsyncRing, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncRing(api.raw)
        self.create = async_raw_method(resource.create)
