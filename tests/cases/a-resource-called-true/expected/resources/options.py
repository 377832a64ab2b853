# Written by nemogen.

"""Operations under `client.options`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import OptionTrue

RETRIEVE: Operation[OptionTrue] = Operation(
    name="options.true.retrieve",
    method="GET",
    path="/options/true",
    responses={"200": "OptionTrue"},
)


class Options:
    """Operations under `client.options`."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def true(self) -> OptionsTrue:
        """Calls /options/true."""
        return OptionsTrue(self._api)


class OptionsTrue:
    """Calls /options/true."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> OptionsTrueRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return OptionsTrueRaw(self._api)

    def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> OptionTrue:
        """GET /options/true

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


class OptionsTrueRaw:
    """Like OptionsTrue, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = OptionsTrue(api.raw)
        self.retrieve = raw_method(resource.retrieve)


class AsyncOptions:
    """Operations under `client.options`."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def true(self) -> AsyncOptionsTrue:
        """Calls /options/true."""
        return AsyncOptionsTrue(self._api)


class AsyncOptionsTrue:
    """Calls /options/true."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncOptionsTrueRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncOptionsTrueRaw(self._api)

    async def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> OptionTrue:
        """GET /options/true

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


class AsyncOptionsTrueRaw:
    """Like AsyncOptionsTrue, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncOptionsTrue(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)
