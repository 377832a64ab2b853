"""Streams of JSON values without events: one a line (NDJSON, JSON Lines), or each after a record separator (RFC 7464).

The parsers have the form of `EventParser`: what they cut out are events without a name and an id.
"""

from __future__ import annotations

from .error_body import parse_json
from .events import BOM, Event, EventTooLarge

_RECORD_SEPARATOR = b"\x1e"


class LineParser:
    """Cuts bytes into lines, each a value; blank lines count for nothing. Feed it chunks as they arrive."""

    last_id = ""
    retry = None

    def __init__(self, max_event_bytes: int) -> None:
        self._limit = max_event_bytes
        self._pieces: list[bytes] = []
        self._size = 0
        self._at_start = True

    def feed(self, data: bytes) -> list[Event]:
        """The values that are complete with these bytes. Raises EventTooLarge."""
        self._pieces.append(data)
        self._size += len(data)
        if not self._may_end(data):
            self._check(self._size)
            return []
        whole = b"".join(self._pieces)
        if self._at_start:
            whole = whole.removeprefix(BOM)
            self._at_start = False
        *values, rest = self._cut(whole)
        self._pieces = [rest] if rest else []
        self._size = len(rest)
        self._check(max(map(len, (*values, rest)), default=0))
        return _events(values)

    def close(self) -> list[Event]:
        """The stream has ended: the value that was not complete, if there is one."""
        rest, self._pieces, self._size = self.pending, [], 0
        return _events([rest])

    @property
    def pending(self) -> bytes:
        """What has come and belongs to no complete value yet."""
        return b"".join(self._pieces)

    def _may_end(self, data: bytes) -> bool:
        return b"\n" in data

    def _cut(self, data: bytes) -> list[bytes]:
        """The complete values, and what is left."""
        return data.split(b"\n")

    def _check(self, size: int) -> None:
        if size > self._limit:
            raise EventTooLarge(f"a value has more than {self._limit:,} bytes")


class RecordParser(LineParser):
    """Cuts bytes at record separators. A line feed ends a value too where it is complete: the next may take long."""

    def _may_end(self, data: bytes) -> bool:
        return _RECORD_SEPARATOR in data or data.endswith(b"\n")

    def _cut(self, data: bytes) -> list[bytes]:
        values = data.split(_RECORD_SEPARATOR)
        is_complete = values[-1].endswith(b"\n") and (
            parse_json(values[-1]) is not None or values[-1].strip() == b"null"
        )
        return [*values, b""] if is_complete else values

    def close(self) -> list[Event]:
        return _events(self.pending.split(_RECORD_SEPARATOR)) if self._pieces else []


def _events(values: list[bytes]) -> list[Event]:
    stripped = (value.strip(b" \t\r\n\x1e") for value in values)
    return [(value, "", "") for value in stripped if value]
