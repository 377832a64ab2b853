# Written by nemogen.

"""Calls /crew."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Paging, Parameter
from .._runtime.pages import AsyncPages, Pages, async_raw_pages, raw_pages
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Crew, Sailor

RETRIEVE: Operation[Crew] = Operation(
    name="crew.retrieve",
    method="GET",
    path="/crew",
    parameters=(Parameter("starting_after", location="query"),),
    arguments="CrewRetrieveParameters",
    responses={"200": "Crew"},
    paging=Paging(style="last_id", items=("data",), argument="starting_after", next=("id",), more=("has_more",)),
)


class CrewResource:
    """Calls /crew."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> CrewResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return CrewResourceRaw(self._api)

    def retrieve(
        self,
        *,
        starting_after: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Crew:
        """After the id of the last item, with has_more.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            RETRIEVE,
            arguments={"starting_after": starting_after},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def retrieve_all(
        self,
        *,
        starting_after: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Pages[Crew, Sailor]:
        """Iterate over the items of all pages of `retrieve`, with a `for` loop.

        Pages are fetched lazily. `pages()` iterates over the pages, and `resume` continues at one.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.pages(
            RETRIEVE,
            arguments={"starting_after": starting_after},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class CrewResourceRaw:
    """Like CrewResource, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = CrewResource(api.raw)
        self.retrieve = raw_method(resource.retrieve)
        self.retrieve_all = raw_pages(resource.retrieve_all)


class AsyncCrewResource:
    """Calls /crew."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncCrewResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncCrewResourceRaw(self._api)

    async def retrieve(
        self,
        *,
        starting_after: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Crew:
        """After the id of the last item, with has_more.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            RETRIEVE,
            arguments={"starting_after": starting_after},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def retrieve_all(
        self,
        *,
        starting_after: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> AsyncPages[Crew, Sailor]:
        """Iterate over the items of all pages of `retrieve`, with an `async for` loop.

        Pages are fetched lazily. `pages()` iterates over the pages, and `resume` continues at one.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.pages(
            RETRIEVE,
            arguments={"starting_after": starting_after},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncCrewResourceRaw:
    """Like AsyncCrewResource, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncCrewResource(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)
        self.retrieve_all = async_raw_pages(resource.retrieve_all)
