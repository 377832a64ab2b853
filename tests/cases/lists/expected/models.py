# Written by nemogen.

from __future__ import annotations

from typing_extensions import TypeAliasType

from lists._runtime.model import Model


class Book(Model):
    title: str


BookIsbnList = TypeAliasType("BookIsbnList", list[str])


class BookShelf(Model):
    books: list[Book] | None = None
    room: str | None = None
