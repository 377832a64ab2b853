# Written by nemogen.

"""Calls /v1/close."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import TimeoutModel

CLOSE: Operation[TimeoutModel] = Operation(
    name="api.close",
    method="GET",
    path="/v1/close",
    responses={"200": "TimeoutModel"},
)


class ApiResource:
    """Calls /v1/close."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> ApiResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return ApiResourceRaw(self._api)

    def close(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> TimeoutModel:
        """A resource that is called like a method of the client.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CLOSE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class ApiResourceRaw:
    """Like ApiResource, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = ApiResource(api.raw)
        self.close = raw_method(resource.close)


class AsyncApiResource:
    """Calls /v1/close."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncApiResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncApiResourceRaw(self._api)

    async def close(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> TimeoutModel:
        """A resource that is called like a method of the client.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CLOSE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncApiResourceRaw:
    """Like AsyncApiResource, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncApiResource(api.raw)
        self.close = async_raw_method(resource.close)
