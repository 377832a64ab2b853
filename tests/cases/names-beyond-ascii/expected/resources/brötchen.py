# Written by nemogen.

"""Calls /v1/brötchen/{größe}."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Brotchen

RETRIEVE: Operation[Brotchen] = Operation(
    name="brötchen.retrieve",
    method="GET",
    path="/v1/brötchen/{größe}",
    parameters=(
        Parameter("größe", location="path"),
        Parameter("сорт", location="query"),
        Parameter("数量", location="query"),
    ),
    arguments="BrotchenRetrieveParameters",
    responses={"200": "Brotchen"},
)


class BrotchenResource:
    """Calls /v1/brötchen/{größe}."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> BrotchenResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return BrotchenResourceRaw(self._api)

    def retrieve(
        self,
        größe: Literal["groß", "klein"],
        *,
        сорт: str | Omit = omit,
        数量: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Brotchen:
        """Brötchen einer Größe.

        Args:
            数量: At least 1.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            RETRIEVE,
            arguments={"größe": größe, "сорт": сорт, "数量": 数量},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class BrotchenResourceRaw:
    """Like BrotchenResource, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = BrotchenResource(api.raw)
        self.retrieve = raw_method(resource.retrieve)


class AsyncBrotchenResource:
    """Calls /v1/brötchen/{größe}."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncBrotchenResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncBrotchenResourceRaw(self._api)

    async def retrieve(
        self,
        größe: Literal["groß", "klein"],
        *,
        сорт: str | Omit = omit,
        数量: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Brotchen:
        """Brötchen einer Größe.

        Args:
            数量: At least 1.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            RETRIEVE,
            arguments={"größe": größe, "сорт": сорт, "数量": 数量},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncBrotchenResourceRaw:
    """Like AsyncBrotchenResource, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncBrotchenResource(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)
