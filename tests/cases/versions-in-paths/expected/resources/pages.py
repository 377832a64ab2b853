# Written by nemogen.

"""Calls /pages/{page}.{format} and /pages/{page}t.{format}."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.download_managers import async_streamed_method, streamed_method
from .._runtime.files import BinaryContent
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout

RETRIEVE: Operation[BinaryContent] = Operation(
    name="pages.retrieve",
    method="GET",
    path="/pages/{page}.{format}",
    parameters=(
        Parameter("page", location="path"),
        Parameter("format", location="path"),
    ),
    arguments="PageRetrieveParameters",
    responses={"200": "bytes"},
    accept="image/png",
)


RETRIEVE_THUMBNAIL: Operation[BinaryContent] = Operation(
    name="pages.retrieve_thumbnail",
    method="GET",
    path="/pages/{page}t.{format}",
    parameters=(
        Parameter("page", location="path"),
        Parameter("format", location="path"),
    ),
    arguments="PageRetrieveThumbnailParameters",
    responses={"200": "bytes"},
    accept="image/png",
)


class Pages:
    """Calls /pages/{page}.{format} and /pages/{page}t.{format}."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> PagesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return PagesRaw(self._api)

    @cached_property
    def with_streaming_response(self) -> PagesStreamed:
        """The operations that return bytes, each as a `with` block that streams the response body."""
        return PagesStreamed(self._api)

    def retrieve(
        self,
        page: int,
        format: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> BinaryContent:
        """GET /pages/{page}.{format}

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            RETRIEVE,
            arguments={"page": page, "format": format},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def retrieve_thumbnail(
        self,
        page: int,
        format: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> BinaryContent:
        """GET /pages/{page}t.{format}

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            RETRIEVE_THUMBNAIL,
            arguments={"page": page, "format": format},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class PagesRaw:
    """Like Pages, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Pages(api.raw)
        self.retrieve = raw_method(resource.retrieve)
        self.retrieve_thumbnail = raw_method(resource.retrieve_thumbnail)


class PagesStreamed:
    """Like Pages, but each method is a `with` block that streams the response body."""

    def __init__(self, api: Api) -> None:
        resource = Pages(api.streamed)
        self.retrieve = streamed_method(resource.retrieve)
        self.retrieve_thumbnail = streamed_method(resource.retrieve_thumbnail)


class AsyncPages:
    """Calls /pages/{page}.{format} and /pages/{page}t.{format}."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncPagesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncPagesRaw(self._api)

    @cached_property
    def with_streaming_response(self) -> AsyncPagesStreamed:
        """The operations that return bytes, each as an `async with` block that streams the response body."""
        return AsyncPagesStreamed(self._api)

    async def retrieve(
        self,
        page: int,
        format: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> BinaryContent:
        """GET /pages/{page}.{format}

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            RETRIEVE,
            arguments={"page": page, "format": format},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    async def retrieve_thumbnail(
        self,
        page: int,
        format: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> BinaryContent:
        """GET /pages/{page}t.{format}

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            RETRIEVE_THUMBNAIL,
            arguments={"page": page, "format": format},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncPagesRaw:
    """Like AsyncPages, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncPages(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)
        self.retrieve_thumbnail = async_raw_method(resource.retrieve_thumbnail)


class AsyncPagesStreamed:
    """Like AsyncPages, but each method is an `async with` block that streams the response body."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncPages(api.streamed)
        self.retrieve = async_streamed_method(resource.retrieve)
        self.retrieve_thumbnail = async_streamed_method(resource.retrieve_thumbnail)
