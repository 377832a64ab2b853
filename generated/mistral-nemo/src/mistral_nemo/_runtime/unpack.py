"""Unpacks compressed bodies (gzip, deflate), without I/O, in pieces of at most a mebibyte.

Unlike the HTTP libraries it reads all members of a gzip file, which RFC 1952 allows, and refuses data that ends too
early or has something else after its end: neither may be dropped silently.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import Final, Protocol

_LARGEST_PIECE: Final = 1 << 20
_MOST_CODINGS: Final = 5
_OURS: Final = frozenset({"gzip", "x-gzip", "deflate"})
_LIBRARIES: Final = {
    "br": ("brotli", "brotlicffi"),
    "zstd": ("compression.zstd", "backports.zstd"),
    "compress": (),
    "x-compress": (),
    "dcb": (),
    "dcz": (),
}
"""Codings that we do not ask for, and the libraries of which httpx2 needs one to unpack them."""


class _Decompressor(Protocol):
    """What `zlib.decompressobj` gives."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    @property
    def unconsumed_tail(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


class UnpackingError(Exception):
    """A body that cannot be unpacked."""


class Unpacker:
    """Undoes the codings of a body, the last one first. `feed` it bytes, then `finish`; both raise UnpackingError."""

    def __init__(self, codings: Sequence[str]) -> None:
        self._steps = [_Deflate() if coding == "deflate" else _Gzip() for coding in reversed(codings)]
        self._too_many = len(codings) > _MOST_CODINGS

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What can be unpacked with these bytes."""
        if self._too_many:
            raise UnpackingError(f"more than {_MOST_CODINGS} codings")
        return self._through(0, data)

    def finish(self) -> None:
        """The body is over."""
        for step in self._steps:
            step.finish()

    def _through(self, index: int, data: bytes) -> Iterator[bytes]:
        for piece in self._steps[index].feed(data):
            if index + 1 == len(self._steps):
                yield piece
            else:
                yield from self._through(index + 1, piece)


class Unreadable(Unpacker):
    """Of a body whose coding nobody here can undo."""

    def __init__(self, coding: str) -> None:
        super().__init__(())
        self._coding = coding

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Raises UnpackingError unless there is nothing to unpack."""
        if data:
            raise UnpackingError(f"content-encoding {self._coding}, which was not asked for")
        return iter(())


class _Gzip:
    """Unpacks members one after the other. Zeros may follow the last one, as `gzip -d` has it."""

    def __init__(self) -> None:
        self._member: _Decompressor | None = None
        self._is_first = True

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._member is None:
                data = self._begin(data)
                if self._member is None:
                    return
            yield from _all_of(self._member, data)
            if not self._member.eof:
                return
            data = self._member.unused_data
            self._member, self._is_first = None, False

    def _begin(self, data: bytes) -> bytes:
        """Begin a member, if there is one. Returns its data as far as they have come."""
        if not self._is_first:
            data = data.lstrip(b"\0")
            if data and data[0] != 0x1F:
                raise UnpackingError("something else follows the compressed data")
        if data:
            self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        return data

    def finish(self) -> None:
        if self._member is not None:
            raise UnpackingError("the compressed data is incomplete")


class _Deflate:
    """Unpacks zlib's format, as RFC 9110 has it, and bare deflate data, which some servers send."""

    def __init__(self) -> None:
        self._start = b""
        self._body: _Decompressor | None = None

    def feed(self, data: bytes) -> Iterator[bytes]:
        if self._body is None:
            self._start += data
            if len(self._start) < 2:
                return
            data = self._start
            self._body = zlib.decompressobj(zlib.MAX_WBITS if _is_zlib(data) else -zlib.MAX_WBITS)
        if not self._body.eof:
            yield from _all_of(self._body, data)
            data = self._body.unused_data
        if self._body.eof and data.strip(b"\0"):
            raise UnpackingError("something else follows the compressed data")

    def finish(self) -> None:
        if self._start and (self._body is None or not self._body.eof):
            raise UnpackingError("the compressed data is incomplete")


def _is_zlib(data: bytes) -> bool:
    """Whether data begins with the two bytes of zlib's format (RFC 1950, 2.2)."""
    return data[0] & 0x0F == zlib.DEFLATED and int.from_bytes(data[:2]) % 31 == 0


def _all_of(unpacker: _Decompressor, data: bytes) -> Iterator[bytes]:
    while True:
        try:
            piece = unpacker.decompress(data, _LARGEST_PIECE)
        except zlib.error as error:
            raise UnpackingError(str(error)) from None
        if piece:
            yield piece
        data = unpacker.unconsumed_tail
        if unpacker.eof or (not data and len(piece) < _LARGEST_PIECE):
            return


def unpacker_for(content_encoding: str) -> Unpacker | None:
    """What unpacks a body with this header; None if that is for httpx2, or there is nothing to unpack."""
    codings = [
        coding for each in content_encoding.split(",") if (coding := each.strip().lower()) not in ("", "identity")
    ]
    if codings and _OURS.issuperset(codings):
        return Unpacker(codings)
    return next((Unreadable(coding) for coding in codings if _is_unreadable(coding)), None)


def _is_unreadable(coding: str) -> bool:
    libraries = _LIBRARIES.get(coding)
    return libraries is not None and not any(_has(library) for library in libraries)


def _has(library: str) -> bool:
    try:
        return find_spec(library) is not None
    except ImportError:
        return False
