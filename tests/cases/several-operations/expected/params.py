# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from typing_extensions import TypedDict

from .models import Author


class AuthorParam(TypedDict):
    name: str


class BookParam(TypedDict):
    title: str
    authors: NotRequired[Sequence[AuthorParam | Author]]
