# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType

from ._runtime.model import Model


class Book(Model):
    title: str


class BookCreateBareBody(Model):
    body: Annotated[list[Book], Field(min_length=1)]


BookIsbnList = TypeAliasType("BookIsbnList", list[str])


class BookShelf(Model):
    books: list[Book] | None = None
    room: str | None = None
