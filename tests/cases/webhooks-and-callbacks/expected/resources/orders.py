# Written by nemogen.

"""Calls /orders."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout

CREATE: Operation[None] = Operation(
    name="orders.create",
    method="POST",
    path="/orders",
    request="OrderRequest",
    body_required=False,
    responses={"204": "None"},
)


class Orders:
    """Calls /orders."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> OrdersRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return OrdersRaw(self._api)

    def create(
        self,
        *,
        url: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """Order bread.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={"url": url},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class OrdersRaw:
    """Like Orders, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Orders(api.raw)
        self.create = raw_method(resource.create)


class AsyncOrders:
    """Calls /orders."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncOrdersRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncOrdersRaw(self._api)

    async def create(
        self,
        *,
        url: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """Order bread.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={"url": url},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncOrdersRaw:
    """Like AsyncOrders, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncOrders(api.raw)
        self.create = async_raw_method(resource.create)
