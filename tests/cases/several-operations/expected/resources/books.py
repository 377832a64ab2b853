# Written by nemogen.

"""Calls /v1/books and /v1/books/{book_id}."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from functools import cached_property

from typing_extensions import deprecated as _deprecated

from .._runtime.api import Api, AsyncApi
from .._runtime.headers import ResponseHeaders
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Author, Book
from ..params import AuthorParam

BOOKS_LIST: Operation[list[Book]] = Operation(
    name="books.list",
    method="GET",
    path="/v1/books",
    responses={"200": "list[Book]"},
)


CREATE: Operation[Book] = Operation(
    name="books.create",
    method="POST",
    path="/v1/books",
    request="Book",
    responses={"201": "Book"},
)


RETRIEVE: Operation[Book] = Operation(
    name="books.retrieve",
    method="GET",
    path="/v1/books/{book_id}",
    parameters=(Parameter("book_id", location="path"),),
    arguments="BookRetrieveParameters",
    responses={"200": "Book"},
)


REPLACE: Operation[Book] = Operation(
    name="books.replace",
    method="PUT",
    path="/v1/books/{book_id}",
    parameters=(Parameter("book_id", location="path"),),
    arguments="BookReplaceParameters",
    request="Book",
    responses={"200": "Book"},
)


DELETE: Operation[None] = Operation(
    name="books.delete",
    method="DELETE",
    path="/v1/books/{book_id}",
    parameters=(Parameter("book_id", location="path"),),
    arguments="BookDeleteParameters",
    responses={"204": "None"},
)


UPDATE: Operation[Book] = Operation(
    name="books.update",
    method="PATCH",
    path="/v1/books/{book_id}",
    parameters=(Parameter("book_id", location="path"),),
    arguments="BookUpdateParameters",
    request="Book",
    responses={"200": "Book"},
)


HEAD: Operation[ResponseHeaders] = Operation(
    name="books.head",
    method="HEAD",
    path="/v1/books/{book_id}",
    parameters=(Parameter("book_id", location="path"),),
    arguments="BookHeadParameters",
    responses={"200": "headers"},
    accept="*/*",
)


LOANS_LIST: Operation[list[Book]] = Operation(
    name="books.loans.list",
    method="GET",
    path="/v1/books/{book_id}/loans",
    parameters=(Parameter("book_id", location="path"),),
    arguments="BookLoanListParameters",
    responses={"200": "list[Book]"},
)


CANCEL: Operation[None] = Operation(
    name="books.loans.cancel",
    method="POST",
    path="/v1/books/{book_id}/loans/cancel",
    parameters=(Parameter("book_id", location="path"),),
    arguments="BookLoanCancelParameters",
    responses={"204": "None"},
)


class Books:
    """Calls /v1/books and /v1/books/{book_id}."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def loans(self) -> Loans:
        """Calls /v1/books/{book_id}/loans and /v1/books/{book_id}/loans/cancel."""
        return Loans(self._api)

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
        title: str,
        authors: Sequence[AuthorParam | Author] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Book:
        """Add a book.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={"title": title, "authors": authors},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def retrieve(
        self,
        book_id: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Book:
        """One book.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            RETRIEVE,
            arguments={"book_id": book_id},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def replace(
        self,
        book_id: str,
        *,
        title: str,
        authors: Sequence[AuthorParam | Author] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Book:
        """Replace a book.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            REPLACE,
            arguments={"book_id": book_id},
            body={"title": title, "authors": authors},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def delete(
        self,
        book_id: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """Remove a book.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            DELETE,
            arguments={"book_id": book_id},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    @_deprecated("books.update is deprecated.")
    def update(
        self,
        book_id: str,
        *,
        title: str,
        authors: Sequence[AuthorParam | Author] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Book:
        """Change a book in part.

        Deprecated.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            UPDATE,
            arguments={"book_id": book_id},
            body={"title": title, "authors": authors},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def head(
        self,
        book_id: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> ResponseHeaders:
        """Whether there is such a book.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            HEAD,
            arguments={"book_id": book_id},
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
        self.retrieve = raw_method(resource.retrieve)
        self.replace = raw_method(resource.replace)
        self.delete = raw_method(resource.delete)
        self.update = raw_method(resource.update)
        self.head = raw_method(resource.head)


class Loans:
    """Calls /v1/books/{book_id}/loans and /v1/books/{book_id}/loans/cancel."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> LoansRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return LoansRaw(self._api)

    def list(
        self,
        book_id: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Book]:
        """GET /v1/books/{book_id}/loans

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            LOANS_LIST,
            arguments={"book_id": book_id},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def cancel(
        self,
        book_id: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """POST /v1/books/{book_id}/loans/cancel

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CANCEL,
            arguments={"book_id": book_id},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class LoansRaw:
    """Like Loans, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Loans(api.raw)
        self.list = raw_method(resource.list)
        self.cancel = raw_method(resource.cancel)


class AsyncBooks:
    """Calls /v1/books and /v1/books/{book_id}."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def loans(self) -> AsyncLoans:
        """Calls /v1/books/{book_id}/loans and /v1/books/{book_id}/loans/cancel."""
        return AsyncLoans(self._api)

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
        title: str,
        authors: Sequence[AuthorParam | Author] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Book:
        """Add a book.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={"title": title, "authors": authors},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def retrieve(
        self,
        book_id: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Book:
        """One book.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            RETRIEVE,
            arguments={"book_id": book_id},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    async def replace(
        self,
        book_id: str,
        *,
        title: str,
        authors: Sequence[AuthorParam | Author] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Book:
        """Replace a book.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            REPLACE,
            arguments={"book_id": book_id},
            body={"title": title, "authors": authors},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def delete(
        self,
        book_id: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """Remove a book.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            DELETE,
            arguments={"book_id": book_id},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    @_deprecated("books.update is deprecated.")
    async def update(
        self,
        book_id: str,
        *,
        title: str,
        authors: Sequence[AuthorParam | Author] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Book:
        """Change a book in part.

        Deprecated.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            UPDATE,
            arguments={"book_id": book_id},
            body={"title": title, "authors": authors},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def head(
        self,
        book_id: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> ResponseHeaders:
        """Whether there is such a book.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            HEAD,
            arguments={"book_id": book_id},
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
        self.retrieve = async_raw_method(resource.retrieve)
        self.replace = async_raw_method(resource.replace)
        self.delete = async_raw_method(resource.delete)
        self.update = async_raw_method(resource.update)
        self.head = async_raw_method(resource.head)


class AsyncLoans:
    """Calls /v1/books/{book_id}/loans and /v1/books/{book_id}/loans/cancel."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncLoansRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncLoansRaw(self._api)

    async def list(
        self,
        book_id: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Book]:
        """GET /v1/books/{book_id}/loans

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            LOANS_LIST,
            arguments={"book_id": book_id},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    async def cancel(
        self,
        book_id: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """POST /v1/books/{book_id}/loans/cancel

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CANCEL,
            arguments={"book_id": book_id},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncLoansRaw:
    """Like AsyncLoans, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncLoans(api.raw)
        self.list = async_raw_method(resource.list)
        self.cancel = async_raw_method(resource.cancel)
