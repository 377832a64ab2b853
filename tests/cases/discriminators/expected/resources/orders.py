# Written by nemogen.

"""Calls /v1/orders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Order
from ..params import DishParam, ExtraParam

CREATE: Operation[Order] = Operation(
    name="orders.create",
    method="POST",
    path="/v1/orders",
    request="OrderRequest",
    responses={"200": "Order"},
)


class Orders:
    """Calls /v1/orders."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> OrdersRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return OrdersRaw(self._api)

    def create(
        self,
        *,
        dishes: Sequence[DishParam],
        extra: ExtraParam | Omit = omit,
        table: int | Literal["bar", "terrace"] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Order:
        """Order dishes.

        Args:
            table: At least 1.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={"dishes": dishes, "extra": extra, "table": table},
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
    """Calls /v1/orders."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncOrdersRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncOrdersRaw(self._api)

    async def create(
        self,
        *,
        dishes: Sequence[DishParam],
        extra: ExtraParam | Omit = omit,
        table: int | Literal["bar", "terrace"] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Order:
        """Order dishes.

        Args:
            table: At least 1.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={"dishes": dishes, "extra": extra, "table": table},
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
