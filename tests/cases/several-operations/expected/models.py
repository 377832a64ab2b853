# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from ._runtime.model import Model


class BookRetrieveParameters(Model):
    book_id: str


class BookReplaceParameters(Model):
    book_id: str


class BookDeleteParameters(Model):
    book_id: str


class BookUpdateParameters(Model):
    book_id: str


class BookHeadParameters(Model):
    book_id: str


class BookLoanListParameters(Model):
    book_id: str


class BookLoanCancelParameters(Model):
    book_id: str


class Author(Model):
    name: str


class Book(Model):
    title: str
    authors: list[Author] | None = None
