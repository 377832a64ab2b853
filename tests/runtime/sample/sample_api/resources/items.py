"""Things on the shelf."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Item

RETRIEVE: Operation[Item] = Operation(
    name="items.retrieve",
    method="GET",
    path="/v1/items/{item_id}",
    parameters=(
        Parameter("item_id", location="path"),
        Parameter("limit", location="query"),
        Parameter("fields", location="query", explode=False),
        Parameter("order", location="query"),
        Parameter("x_tenant", location="header", name="X-Tenant"),
    ),
    arguments="ItemParameters",
    responses={"200": "Item"},
)


class Items:
    """Things on the shelf."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> ItemsRaw:
        """The same operations; each gives the answer as it came: status, headers, bytes and the parsed object."""
        return ItemsRaw(self._api)

    def retrieve(
        self,
        item_id: str,
        *,
        limit: int | Omit = omit,
        fields: Sequence[str] | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        x_tenant: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Item:
        """Look at one item.

        Args:
            item_id: Which item.
            limit: Most tags to give; 1 to 100.
            fields: Fields to give.
            order: Order of the tags.
            x_tenant: Whose shelf.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            RETRIEVE,
            arguments={"item_id": item_id, "limit": limit, "fields": fields, "order": order, "x_tenant": x_tenant},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class ItemsRaw:
    """Things on the shelf."""

    def __init__(self, api: Api) -> None:
        resource = Items(api.raw)
        self.retrieve = raw_method(resource.retrieve)


class AsyncItems:
    """Things on the shelf."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncItemsRaw:
        """The same operations; each gives the answer as it came: status, headers, bytes and the parsed object."""
        return AsyncItemsRaw(self._api)

    async def retrieve(
        self,
        item_id: str,
        *,
        limit: int | Omit = omit,
        fields: Sequence[str] | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        x_tenant: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Item:
        """Look at one item.

        Args:
            item_id: Which item.
            limit: Most tags to give; 1 to 100.
            fields: Fields to give.
            order: Order of the tags.
            x_tenant: Whose shelf.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            RETRIEVE,
            arguments={"item_id": item_id, "limit": limit, "fields": fields, "order": order, "x_tenant": x_tenant},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncItemsRaw:
    """Things on the shelf."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncItems(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)
