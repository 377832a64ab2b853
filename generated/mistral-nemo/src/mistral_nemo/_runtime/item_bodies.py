"""Request bodies that are a sequence of JSON items: one a line, or as records (RFC 7464)."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, TypeAlias

from .arguments import argument_error
from .files import StreamedFile, body_content
from .request_body import Source, StreamedBody

EncodeItem: TypeAlias = Callable[[Any, int], bytes]
"""Gives the JSON of an item, of which it gets the position too. Raises ArgumentError for one that is not valid."""

_FRAMES = {"lines": (b"", b"\n"), "records": (b"\x1e", b"\n")}
"""What stands before and after each item."""


def items_body(argument: str, given: object, framing: str, encode: EncodeItem) -> bytes | StreamedBody:
    """The content of a sequence of items, each encoded when it is sent; of a list or a tuple, before.

    What is bytes, a file or a path has its frames already; so has an item that is bytes. Raises ArgumentError for what
    is not a sequence.
    """
    is_raw = isinstance(given, (str, bytes, bytearray, os.PathLike, StreamedFile)) or hasattr(given, "read")
    if is_raw or _is_named_file(given):
        return body_content(argument, given)[1]
    if isinstance(given, Mapping) or not isinstance(given, (Iterable, AsyncIterable)):
        raise argument_error(argument, given, "it must be an iterable of items")
    framed = partial(_framed, _FRAMES[framing], encode)
    if isinstance(given, Sequence):
        return b"".join(framed(item, at) for at, item in enumerate(given))
    if isinstance(given, AsyncIterable):
        return StreamedBody([Source(argument, partial(_each_async, given, framed), is_once=_is_once(given))])
    return StreamedBody([Source(argument, partial(_each, given, framed), is_once=_is_once(given))])


def _is_named_file(given: object) -> bool:
    """Whether it is (name, content) or (name, content, media type), and no tuple of items."""
    if not isinstance(given, tuple) or len(given) not in (2, 3) or not isinstance(given[0], str):
        return False
    return isinstance(given[1], (bytes, bytearray, os.PathLike, Iterator, AsyncIterator)) or hasattr(given[1], "read")


def _is_once(given: object) -> bool:
    """Whether it is used up when it was read."""
    return isinstance(given, (Iterator, AsyncIterator))


def _framed(frame: tuple[bytes, bytes], encode: EncodeItem, item: object, at: int) -> bytes:
    before, after = frame
    return bytes(item) if isinstance(item, (bytes, bytearray)) else before + encode(item, at) + after


def _each(given: Iterable[object], framed: EncodeItem) -> Iterator[bytes]:
    return (framed(item, at) for at, item in enumerate(given))


async def _each_async(given: AsyncIterable[object], framed: EncodeItem) -> AsyncIterator[bytes]:
    at = 0
    async for item in given:
        yield framed(item, at)
        at += 1
