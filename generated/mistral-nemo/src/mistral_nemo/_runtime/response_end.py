"""Whether a connection gave more bytes than its response has, without I/O.

Bytes after the end of a response would be taken for the response to the next request. h11 keeps such bytes without
reporting them, so all bytes are counted here, where they arrive. In case of doubt a connection is closed after its
response, and the next request opens another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_END_OF_HEAD = re.compile(rb"\n\r?\n")
_INFORMATIONAL = re.compile(rb"HTTP/\d\.\d 1\d\d")
_LAST_CHUNK = re.compile(rb"0+(?:[ \t;].*|\r)?")
_TRAILER = re.compile(rb"[!-9;-~]+:")
NO_BODY: Final = frozenset({204, 304})
"""The statuses of responses that have no body, whatever their headers say."""


class ResponseEnd:
    """The bytes that came for one request after another: `begin`, `add`, and `head_came` when the head is complete."""

    __slots__ = ("_begun", "_body", "_count", "_head", "_last")

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """A request begins: what comes now belongs to it."""
        self._begun: list[bytes] | None = []
        """What came until the head was complete; None afterwards."""
        self._count = 0
        self._last = b""
        self._head: int | None = None
        self._body: int | None = None

    def add(self, data: bytes) -> None:
        """Bytes that came."""
        self._last = data
        self._count += len(data)
        if self._begun is not None:
            self._begun.append(data)

    def head_came(self, method: bytes, status: int, headers: Iterable[tuple[bytes, bytes]]) -> None:
        """The head of the response is complete, and some of its body may have come with it."""
        if self._begun is not None:
            data = self._begun[0] if len(self._begun) == 1 else b"".join(self._begun)
            self._head = _length_of_heads(data)
            self._begun = None
        self._body = 0 if method == b"HEAD" or status in NO_BODY else _length(headers)

    @property
    def has_begun(self) -> bool:
        """Whether anything came."""
        return self._count > 0

    @property
    def is_exact(self) -> bool:
        """Whether nothing came after the response, now that it is complete."""
        if self._head is None:
            return False
        if self._body is not None:
            return self._count == self._head + self._body
        rest = self._last[max(0, self._head + len(self._last) - self._count) :]
        if b"\nHTTP/" in rest:
            return False
        return rest.endswith(b"\n0\r\n\r\n") or _ends_chunks(rest)


def _ends_chunks(data: bytes) -> bool:
    """Whether data ends with a last chunk, its trailers and an empty line. Read from its end: what comes before may be
    the body, which can look like many ends."""
    lines = data.split(b"\n")
    if len(lines) < 3 or lines[-1] or lines[-2] not in (b"", b"\r"):
        return False
    for line in reversed(lines[:-2]):
        if _LAST_CHUNK.fullmatch(line):
            return True
        if _TRAILER.match(line) is None:
            return False
    return False


def _length_of_heads(data: bytes) -> int | None:
    """The length of the head that data begins with, informational responses included."""
    end = 0
    while True:
        start = end
        found = _END_OF_HEAD.search(data, start)
        if found is None:
            return None
        end = found.end()
        if _INFORMATIONAL.match(data, start) is None:
            return end


def _length(headers: Iterable[tuple[bytes, bytes]]) -> int | None:
    """The length of a body; None if it comes in chunks. h11 has checked both headers."""
    length = None
    for name, value in headers:
        kind = name.lower()
        if kind == b"transfer-encoding":
            return None
        if kind == b"content-length":
            length = int(value.partition(b",")[0])
    return length
