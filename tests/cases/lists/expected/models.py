# Written by nemogen.

from __future__ import annotations

from lists._runtime.model import Model


class Book(Model):
    title: str


class BookShelf(Model):
    room: str | None = None
    books: list[Book] | None = None
