# Written by nemogen.

"""Calls /v1/books."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Book, BookIsbnList, BookShelf
from ..params import BookParam

BOOKS_LIST: Operation[list[Book]] = Operation(
    name="books.list",
    method="GET",
    path="/v1/books",
    responses={"200": "list[Book]"},
)


CREATE: Operation[list[Book] | None] = Operation(
    name="books.create",
    method="POST",
    path="/v1/books",
    bare_body="BookCreateBareBody",
    responses={"201": "list[Book]", "202": "None"},
)


ISBNS_LIST: Operation[BookIsbnList] = Operation(
    name="books.isbns.list",
    method="GET",
    path="/v1/books/isbns",
    responses={"200": "BookIsbnList"},
)


SHELVES_LIST: Operation[list[BookShelf]] = Operation(
    name="books.shelves.list",
    method="GET",
    path="/v1/books/shelves",
    responses={"200": "list[BookShelf]"},
)


class Books:
    """Calls /v1/books."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def isbns(self) -> Isbns:
        """Calls /v1/books/isbns."""
        return Isbns(self._api)

    @cached_property
    def shelves(self) -> Shelves:
        """Calls /v1/books/shelves."""
        return Shelves(self._api)

    @cached_property
    def with_raw_response(self) -> BooksRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return BooksRaw(self._api)

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Book]:
        """All books.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            BOOKS_LIST,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def create(
        self,
        *,
        body: Sequence[BookParam | Book],
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Book] | None:
        """Enters books.

        Args:
            body: What is sent. At least 1 item.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class BooksRaw:
    """Like Books, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Books(api.raw)
        self.list = raw_method(resource.list)
        self.create = raw_method(resource.create)


class Isbns:
    """Calls /v1/books/isbns."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> IsbnsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return IsbnsRaw(self._api)

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> BookIsbnList:
        """All numbers.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            ISBNS_LIST,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class IsbnsRaw:
    """Like Isbns, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Isbns(api.raw)
        self.list = raw_method(resource.list)


class Shelves:
    """Calls /v1/books/shelves."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> ShelvesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return ShelvesRaw(self._api)

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[BookShelf]:
        """All shelves, described in place.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            SHELVES_LIST,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class ShelvesRaw:
    """Like Shelves, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Shelves(api.raw)
        self.list = raw_method(resource.list)


class AsyncBooks:
    """Calls /v1/books."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def isbns(self) -> AsyncIsbns:
        """Calls /v1/books/isbns."""
        return AsyncIsbns(self._api)

    @cached_property
    def shelves(self) -> AsyncShelves:
        """Calls /v1/books/shelves."""
        return AsyncShelves(self._api)

    @cached_property
    def with_raw_response(self) -> AsyncBooksRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncBooksRaw(self._api)

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Book]:
        """All books.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            BOOKS_LIST,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    async def create(
        self,
        *,
        body: Sequence[BookParam | Book],
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Book] | None:
        """Enters books.

        Args:
            body: What is sent. At least 1 item.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncBooksRaw:
    """Like AsyncBooks, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncBooks(api.raw)
        self.list = async_raw_method(resource.list)
        self.create = async_raw_method(resource.create)


class AsyncIsbns:
    """Calls /v1/books/isbns."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncIsbnsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncIsbnsRaw(self._api)

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> BookIsbnList:
        """All numbers.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            ISBNS_LIST,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncIsbnsRaw:
    """Like AsyncIsbns, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncIsbns(api.raw)
        self.list = async_raw_method(resource.list)


class AsyncShelves:
    """Calls /v1/books/shelves."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncShelvesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncShelvesRaw(self._api)

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[BookShelf]:
        """All shelves, described in place.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            SHELVES_LIST,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncShelvesRaw:
    """Like AsyncShelves, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncShelves(api.raw)
        self.list = async_raw_method(resource.list)
