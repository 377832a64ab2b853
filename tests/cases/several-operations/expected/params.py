# Written by nemogen.

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from typing_extensions import TypedDict

from several_operations.models import Author


class AuthorParam(TypedDict):
    name: str


class BookParam(TypedDict):
    title: str
    authors: NotRequired[Sequence[AuthorParam | Author]]
