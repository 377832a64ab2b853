# Written by nemogen.

"""Calls /v1/items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Item, Place
from ..params import PlaceParam

CREATE: Operation[Item] = Operation(
    name="items.create",
    method="POST",
    path="/v1/items",
    request="Item",
    nullable=(
        "beside_ref",
        "enum_with_null",
        "required_nullable",
        "branch",
        "branch_with_words",
        "just_nullable",
        "nullable_branch",
        "nullable_enum",
        "nullable_list",
        "nullable_map",
        "nullable_union",
        "old_extension",
        "only_null",
        "optional_nullable",
        "type_list",
        "type_null",
        "wrapped_ref",
    ),
    responses={"200": "Item"},
)


class Items:
    """Calls /v1/items."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> ItemsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return ItemsRaw(self._api)

    def create(
        self,
        *,
        beside_ref: PlaceParam | Place | None,
        enum_with_null: Literal["blue", "red"] | None,
        required_nullable: str | None,
        branch: str | None | Omit = omit,
        branch_with_words: int | None | Omit = omit,
        just_nullable: object | Omit = omit,
        not_nullable: str | Omit = omit,
        nullable_branch: str | int | None | Omit = omit,
        nullable_enum: Literal["blue", "red"] | None | Omit = omit,
        nullable_list: Sequence[str | None] | None | Omit = omit,
        nullable_map: Mapping[str, float | None] | None | Omit = omit,
        nullable_union: str | int | None | Omit = omit,
        old_extension: str | None | Omit = omit,
        only_null: None | Omit = omit,
        optional_nullable: int | None | Omit = omit,
        type_list: str | None | Omit = omit,
        type_null: str | None | Omit = omit,
        wrapped_ref: PlaceParam | Place | None | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Item:
        """Report a lost item.

        Args:
            optional_nullable: At least 0.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={
                "beside_ref": beside_ref,
                "enum_with_null": enum_with_null,
                "required_nullable": required_nullable,
                "branch": branch,
                "branch_with_words": branch_with_words,
                "just_nullable": just_nullable,
                "not_nullable": not_nullable,
                "nullable_branch": nullable_branch,
                "nullable_enum": nullable_enum,
                "nullable_list": nullable_list,
                "nullable_map": nullable_map,
                "nullable_union": nullable_union,
                "old_extension": old_extension,
                "only_null": only_null,
                "optional_nullable": optional_nullable,
                "type_list": type_list,
                "type_null": type_null,
                "wrapped_ref": wrapped_ref,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class ItemsRaw:
    """Like Items, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Items(api.raw)
        self.create = raw_method(resource.create)


class AsyncItems:
    """Calls /v1/items."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncItemsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncItemsRaw(self._api)

    async def create(
        self,
        *,
        beside_ref: PlaceParam | Place | None,
        enum_with_null: Literal["blue", "red"] | None,
        required_nullable: str | None,
        branch: str | None | Omit = omit,
        branch_with_words: int | None | Omit = omit,
        just_nullable: object | Omit = omit,
        not_nullable: str | Omit = omit,
        nullable_branch: str | int | None | Omit = omit,
        nullable_enum: Literal["blue", "red"] | None | Omit = omit,
        nullable_list: Sequence[str | None] | None | Omit = omit,
        nullable_map: Mapping[str, float | None] | None | Omit = omit,
        nullable_union: str | int | None | Omit = omit,
        old_extension: str | None | Omit = omit,
        only_null: None | Omit = omit,
        optional_nullable: int | None | Omit = omit,
        type_list: str | None | Omit = omit,
        type_null: str | None | Omit = omit,
        wrapped_ref: PlaceParam | Place | None | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Item:
        """Report a lost item.

        Args:
            optional_nullable: At least 0.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={
                "beside_ref": beside_ref,
                "enum_with_null": enum_with_null,
                "required_nullable": required_nullable,
                "branch": branch,
                "branch_with_words": branch_with_words,
                "just_nullable": just_nullable,
                "not_nullable": not_nullable,
                "nullable_branch": nullable_branch,
                "nullable_enum": nullable_enum,
                "nullable_list": nullable_list,
                "nullable_map": nullable_map,
                "nullable_union": nullable_union,
                "old_extension": old_extension,
                "only_null": only_null,
                "optional_nullable": optional_nullable,
                "type_list": type_list,
                "type_null": type_null,
                "wrapped_ref": wrapped_ref,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncItemsRaw:
    """Like AsyncItems, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncItems(api.raw)
        self.create = async_raw_method(resource.create)
