# Written by nemogen.

"""Calls /v1/light."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout

RETRIEVE: Operation[Any] = Operation(
    name="light.retrieve",
    method="GET",
    path="/v1/light",
    responses={},
)


CREATE: Operation[Any] = Operation(
    name="light.create",
    method="POST",
    path="/v1/light",
    responses={},
)


class Light:
    """Calls /v1/light."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> LightRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return LightRaw(self._api)

    def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Any:
        """GET /v1/light

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

    def create(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Any:
        """POST /v1/light

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class LightRaw:
    """Like Light, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Light(api.raw)
        self.retrieve = raw_method(resource.retrieve)
        self.create = raw_method(resource.create)


class AsyncLight:
    """Calls /v1/light."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncLightRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncLightRaw(self._api)

    async def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Any:
        """GET /v1/light

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

    async def create(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Any:
        """POST /v1/light

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncLightRaw:
    """Like AsyncLight, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncLight(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)
        self.create = async_raw_method(resource.create)
