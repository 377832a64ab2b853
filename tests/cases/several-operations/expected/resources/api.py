# Written by nemogen.

"""Calls /."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout

RETRIEVE: Operation[str] = Operation(
    name="api.retrieve",
    method="GET",
    path="/",
    responses={"200": "str"},
    accept="text/plain",
)


class ApiResource:
    """Calls /."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> ApiResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return ApiResourceRaw(self._api)

    def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> str:
        """Say hello.

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


class ApiResourceRaw:
    """Like ApiResource, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = ApiResource(api.raw)
        self.retrieve = raw_method(resource.retrieve)


class AsyncApiResource:
    """Calls /."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncApiResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncApiResourceRaw(self._api)

    async def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> str:
        """Say hello.

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


class AsyncApiResourceRaw:
    """Like AsyncApiResource, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncApiResource(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)
