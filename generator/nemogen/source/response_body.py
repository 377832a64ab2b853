"""The body of an answer: decompressed as it comes, within a size and a time."""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from nemogen.errors import Location
from nemogen.source.bounded_read import too_large

_PIECE: Final = 1 << 16
_GZIP: Final = 16 + zlib.MAX_WBITS


class BrokenBody(Exception):
    """The body ended early, came too slowly, or is not what its headers say."""


def read_body(raw: Iterable[bytes], headers: Mapping[str, str], limit: int, deadline: float, url: str) -> bytes:
    """All of the body as sent (`raw`), decompressed if `headers` (names in lower case) say gzip.

    `limit` counts bytes after decompression and stops a gzip bomb at its first piece too many; `deadline` is a time
    of time.monotonic. Raises SpecError when it is too large (`url` is the place to show), BrokenBody.
    """
    length = headers.get("content-length", "")
    if length.isdecimal() and int(length) > limit:
        raise too_large(Location(url), limit)
    encoding = headers.get("content-encoding", "identity").strip().lower()
    pieces = _in_time(raw, deadline)
    if encoding in ("gzip", "x-gzip"):
        pieces = _gunzip(pieces)
    elif encoding not in ("identity", ""):
        raise BrokenBody(f"the body is encoded as {encoding!r}, which we did not ask for")
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > limit:
            raise too_large(Location(url), limit)
    return bytes(body)


def _in_time(raw: Iterable[bytes], deadline: float) -> Iterator[bytes]:
    for piece in raw:
        if time.monotonic() > deadline:
            raise BrokenBody("the answer takes too long")
        yield piece


def _gunzip(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """RFC 1952: one or more members after each other."""
    member = zlib.decompressobj(_GZIP)
    started = False
    try:
        for piece in pieces:
            left = piece
            while left:
                if member.eof:
                    member = zlib.decompressobj(_GZIP)
                started = True
                yield member.decompress(left, _PIECE)
                left = member.unconsumed_tail or member.unused_data
            yield from _rest(member)
    except zlib.error as error:
        raise BrokenBody(f"the body is no gzip: {error}") from error
    if started and not member.eof:
        raise BrokenBody("the body was cut off")


def _rest(member: zlib._Decompress) -> Iterator[bytes]:
    """What a full output buffer held back after all input was taken."""
    while not member.eof and (more := member.decompress(b"", _PIECE)):
        yield more
