# Written by nemogen.

"""Operations under `client.shelves`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from .._runtime.values import Date_
from ..models import Book

BOOKS_RETRIEVE: Operation[Book] = Operation(
    name="shelves.books.retrieve",
    method="GET",
    path="/v1/shelves/{shelf}/books/{book-id}",
    parameters=(
        Parameter("shelf", location="path"),
        Parameter("book_id", location="path", name="book-id"),
        Parameter("from_", location="query", name="from"),
        Parameter("lang", location="query"),
        Parameter("min_stars", location="query", name="min[stars]"),
        Parameter("with_reviews", location="query", name="with reviews"),
    ),
    arguments="ShelfBookRetrieveParameters",
    responses={"200": "Book"},
)


LABELS_RETRIEVE: Operation[Book] = Operation(
    name="shelves.labels.retrieve",
    method="GET",
    path="/v1/shelves/{shelf}/labels/{colour}",
    parameters=(
        Parameter("shelf", location="path"),
        Parameter("colour", location="path"),
    ),
    arguments="ShelfLabelRetrieveParameters",
    responses={"200": "Book"},
)


class Shelves:
    """Operations under `client.shelves`."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def books(self) -> Books:
        """Calls /v1/shelves/{shelf}/books/{book-id}."""
        return Books(self._api)

    @cached_property
    def labels(self) -> Labels:
        """Calls /v1/shelves/{shelf}/labels/{colour}."""
        return Labels(self._api)


class Books:
    """Calls /v1/shelves/{shelf}/books/{book-id}."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> BooksRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return BooksRaw(self._api)

    def retrieve(
        self,
        shelf: str,
        book_id: int,
        *,
        lang: Literal["en", "nn-NO", "zh_Hant"],
        from_: Date_ | Omit = omit,
        min_stars: float | Omit = omit,
        with_reviews: bool | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Book:
        """Find a book.

        Args:
            shelf: A letter and a number.
            book_id: At least 1.
            lang: Language of titles.
            min_stars: At least 0; at most 5.
            with_reviews: False when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            BOOKS_RETRIEVE,
            arguments={
                "shelf": shelf,
                "book_id": book_id,
                "from_": from_,
                "lang": lang,
                "min_stars": min_stars,
                "with_reviews": with_reviews,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class BooksRaw:
    """Like Books, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Books(api.raw)
        self.retrieve = raw_method(resource.retrieve)


class Labels:
    """Calls /v1/shelves/{shelf}/labels/{colour}."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> LabelsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return LabelsRaw(self._api)

    def retrieve(
        self,
        shelf: str,
        colour: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Book:
        """Print a label; the path's parameters are not declared.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            LABELS_RETRIEVE,
            arguments={"shelf": shelf, "colour": colour},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class LabelsRaw:
    """Like Labels, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Labels(api.raw)
        self.retrieve = raw_method(resource.retrieve)


class AsyncShelves:
    """Operations under `client.shelves`."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def books(self) -> AsyncBooks:
        """Calls /v1/shelves/{shelf}/books/{book-id}."""
        return AsyncBooks(self._api)

    @cached_property
    def labels(self) -> AsyncLabels:
        """Calls /v1/shelves/{shelf}/labels/{colour}."""
        return AsyncLabels(self._api)


class AsyncBooks:
    """Calls /v1/shelves/{shelf}/books/{book-id}."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncBooksRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncBooksRaw(self._api)

    async def retrieve(
        self,
        shelf: str,
        book_id: int,
        *,
        lang: Literal["en", "nn-NO", "zh_Hant"],
        from_: Date_ | Omit = omit,
        min_stars: float | Omit = omit,
        with_reviews: bool | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Book:
        """Find a book.

        Args:
            shelf: A letter and a number.
            book_id: At least 1.
            lang: Language of titles.
            min_stars: At least 0; at most 5.
            with_reviews: False when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            BOOKS_RETRIEVE,
            arguments={
                "shelf": shelf,
                "book_id": book_id,
                "from_": from_,
                "lang": lang,
                "min_stars": min_stars,
                "with_reviews": with_reviews,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncBooksRaw:
    """Like AsyncBooks, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncBooks(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)


class AsyncLabels:
    """Calls /v1/shelves/{shelf}/labels/{colour}."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncLabelsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncLabelsRaw(self._api)

    async def retrieve(
        self,
        shelf: str,
        colour: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Book:
        """Print a label; the path's parameters are not declared.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            LABELS_RETRIEVE,
            arguments={"shelf": shelf, "colour": colour},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncLabelsRaw:
    """Like AsyncLabels, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncLabels(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)
