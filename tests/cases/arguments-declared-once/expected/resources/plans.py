# Written by nemogen.

"""Calls /v1/plans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal, Unpack

from typing_extensions import TypedDict

from .._runtime.api import Api, AsyncApi
from .._runtime.call_arguments import sort_arguments
from .._runtime.keyword_signature import lists_keywords
from .._runtime.keywords import Keywords
from .._runtime.omit import Omit
from .._runtime.operation import Operation, Paging, Parameter
from .._runtime.pages import AsyncPages, Pages, async_raw_pages, raw_pages
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Plan, PlanList


class PlansListParams(TypedDict, total=False):
    """The arguments of `list` that are given by name."""

    after: str | Omit
    author: str | Omit
    before: str | Omit
    cursor: str | Omit
    limit: int | Omit
    max_price: float | Omit
    min_price: float | Omit
    room: str | Omit
    status: Literal["built", "drawn"] | Omit
    tag: Sequence[str] | Omit
    x_trace: str | Omit
    extra_headers: Mapping[str, str | Omit] | None
    extra_query: Mapping[str, object] | None
    timeout: float | Timeout | Omit | None


LIST: Operation[PlanList] = Operation(
    name="plans.list",
    method="GET",
    path="/v1/plans",
    parameters=(
        Parameter("after", location="query"),
        Parameter("author", location="query"),
        Parameter("before", location="query"),
        Parameter("cursor", location="query"),
        Parameter("limit", location="query"),
        Parameter("max_price", location="query", name="max-price"),
        Parameter("min_price", location="query", name="min-price"),
        Parameter("room", location="query"),
        Parameter("status", location="query"),
        Parameter("tag", location="query"),
        Parameter("x_trace", location="header", name="X-Trace"),
    ),
    arguments="PlanListParameters",
    responses={"200": "PlanList"},
    paging=Paging(style="cursor", items=("data",), argument="cursor", next=("next_cursor",)),
    keywords=Keywords(PlansListParams),
)


class Plans:
    """Calls /v1/plans."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> PlansRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return PlansRaw(self._api)

    @lists_keywords(LIST)
    def list(self, **arguments: Unpack[PlansListParams]) -> PlanList:
        """Lists plans.

        Args:
            after: `str`
            author: `str`
            before: `str`
            cursor: `str`
            limit: At most 100; 20 when left out.
            max_price: `float`
            min_price: `float`
            room: `str`
            status: `Literal['built', 'drawn']`
            tag: `Sequence[str]`
            x_trace: `str`
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(LIST, **sort_arguments(LIST, arguments))

    @lists_keywords(LIST)
    def list_all(self, **arguments: Unpack[PlansListParams]) -> Pages[PlanList, Plan]:
        """Iterate over the items of all pages of `list`, with a `for` loop.

        Pages are fetched lazily. `pages()` iterates over the pages, and `resume` continues at one.

        Args:
            after: `str`
            author: `str`
            before: `str`
            cursor: `str`
            limit: At most 100; 20 when left out.
            max_price: `float`
            min_price: `float`
            room: `str`
            status: `Literal['built', 'drawn']`
            tag: `Sequence[str]`
            x_trace: `str`
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.pages(LIST, **sort_arguments(LIST, arguments))


class PlansRaw:
    """Like Plans, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Plans(api.raw)
        self.list = raw_method(resource.list)
        self.list_all = raw_pages(resource.list_all)


class AsyncPlans:
    """Calls /v1/plans."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncPlansRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncPlansRaw(self._api)

    @lists_keywords(LIST)
    async def list(self, **arguments: Unpack[PlansListParams]) -> PlanList:
        """Lists plans.

        Args:
            after: `str`
            author: `str`
            before: `str`
            cursor: `str`
            limit: At most 100; 20 when left out.
            max_price: `float`
            min_price: `float`
            room: `str`
            status: `Literal['built', 'drawn']`
            tag: `Sequence[str]`
            x_trace: `str`
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(LIST, **sort_arguments(LIST, arguments))

    @lists_keywords(LIST)
    def list_all(self, **arguments: Unpack[PlansListParams]) -> AsyncPages[PlanList, Plan]:
        """Iterate over the items of all pages of `list`, with an `async for` loop.

        Pages are fetched lazily. `pages()` iterates over the pages, and `resume` continues at one.

        Args:
            after: `str`
            author: `str`
            before: `str`
            cursor: `str`
            limit: At most 100; 20 when left out.
            max_price: `float`
            min_price: `float`
            room: `str`
            status: `Literal['built', 'drawn']`
            tag: `Sequence[str]`
            x_trace: `str`
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.pages(LIST, **sort_arguments(LIST, arguments))


class AsyncPlansRaw:
    """Like AsyncPlans, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncPlans(api.raw)
        self.list = async_raw_method(resource.list)
        self.list_all = async_raw_pages(resource.list_all)
