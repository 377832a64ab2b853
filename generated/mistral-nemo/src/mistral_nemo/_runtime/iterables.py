"""`Iterable` and `AsyncIterable` of signatures: those of `collections.abc`, which pydantic here leaves unread.

It has no schema for the second, and would wrap the first, bytes among them, in an iterator of its own. The client
checks each item itself when it sends it.
"""

from __future__ import annotations

from collections import abc
from typing import Annotated, TypeAlias, TypeVar

from .duck_types import With

ItemT = TypeVar("ItemT")

Iterable: TypeAlias = Annotated[abc.Iterable[ItemT], With("__iter__")]
AsyncIterable: TypeAlias = Annotated[abc.AsyncIterable[ItemT], With("__aiter__")]
