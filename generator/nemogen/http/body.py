"""The body of a response: decompressed as it arrives, within a size and time limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import Final

from nemogen.http.limits import Budget, OverLimit

_PIECE: Final = 1 << 16
_GZIP: Final = 16 + zlib.MAX_WBITS


class BrokenBody(Exception):
    """The body ended early, or does not match its headers."""


def read_body(raw: Iterable[bytes], encoding: str, length: str, limit: int, budget: Budget) -> Iterator[bytes]:
    """The chunks of a body as they arrive (`raw`), decompressed if `encoding` (Content-Encoding) is gzip.

    `limit` counts bytes after decompression and stops a gzip bomb at the first excess chunk; a `length`
    (Content-Length) above it is rejected unread. Raises OverLimit, Spent, BrokenBody. No other encoding is decoded: we
    request none.
    """
    if length.isascii() and length.isdecimal() and float(length) > limit:
        raise OverLimit(f"larger than {limit:,} bytes")
    encoding = encoding.strip().lower()
    chunks = _check_time(raw, budget)
    if encoding in ("gzip", "x-gzip"):
        chunks = _gunzip(chunks)
    elif encoding not in ("identity", ""):
        raise BrokenBody(f"the body is encoded as {encoding[:40]!r}, which was not requested")
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise OverLimit(f"larger than {limit:,} bytes")
        budget.step()
        yield chunk


def _check_time(raw: Iterable[bytes], budget: Budget) -> Iterator[bytes]:
    for chunk in raw:
        budget.step()
        yield chunk


def _gunzip(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """RFC 1952: one or more members in sequence."""
    member = zlib.decompressobj(_GZIP)
    started = False
    try:
        for chunk in chunks:
            left = chunk
            while left:
                if member.eof:
                    member = zlib.decompressobj(_GZIP)
                started = True
                yield member.decompress(left, _PIECE)
                left = member.unconsumed_tail or member.unused_data
            yield from _rest(member)
    except zlib.error as error:
        raise BrokenBody(f"the body is not valid gzip: {error}") from error
    if started and not member.eof:
        raise BrokenBody("the body was cut off")


def _rest(member: zlib._Decompress) -> Iterator[bytes]:
    """The rest that a full output buffer held back after all input was consumed."""
    while not member.eof and (more := member.decompress(b"", _PIECE)):
        yield more
