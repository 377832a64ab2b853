"""Parses the event-stream format (WHATWG HTML, 9.2 Server-sent events), without I/O."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

ChunkT = TypeVar("ChunkT")

BOM = b"\xef\xbb\xbf"
DEFAULT_NAME = "message"
_LINE_FEED, _CARRIAGE_RETURN = b"\n\r"


@dataclass(frozen=True, slots=True)
class StreamEvent(Generic[ChunkT]):
    """One event of a stream: its name (`message` where the server gives none), the last id that the server gave, the
    data as received, and what that is decoded to.
    """

    name: str
    id: str
    data: str
    chunk: ChunkT


Event: TypeAlias = tuple[bytes, str, str]
"""The data of an event (its lines joined by LF, not decoded), its name, "" for the default, and the last id."""


class EventTooLarge(ValueError):
    """An event exceeds the size limit."""


class EventParser:
    """Cuts a stream of bytes into events. Feed it chunks as they arrive, however they are cut.

    `last_id` and `retry` (milliseconds) are what the stream last said. An event that lacks its final blank line at the
    end of the stream is returned anyway: servers forget it.
    """

    def __init__(self, max_event_bytes: int, last_id: str = "") -> None:
        self.last_id = last_id
        self.retry: int | None = None
        self._limit = max_event_bytes
        self._pieces: list[bytes] = []
        self._size = 0
        self._at_start = True
        self._skip_line_feed = False

    def feed(self, data: bytes) -> list[Event]:
        """The events that are complete with these bytes. Raises EventTooLarge."""
        if (
            data.find(_LINE_FEED) == len(data) - 2
            and data[:6] == b"data: "
            and data[-1] == _LINE_FEED
            and _CARRIAGE_RETURN not in data
            and not (self._pieces or self._at_start or self._skip_line_feed)
            and len(data) <= self._limit
        ):
            # What nearly every read of nearly every stream brings: one event, whole, its data on one line.
            return [(data[6:-2], "", self.last_id)]
        if self._at_start:
            data = self._without_bom(data)
        if not data:
            return []
        if self._skip_line_feed or b"\r" in data:
            data = self._with_line_feeds(data)
        return self._cut(data) if data else []

    def close(self) -> list[Event]:
        """The stream has ended: the event that was not complete, if there is one."""
        rest = b"".join(self._pieces)
        self._pieces.clear()
        self._size = 0
        event = self._read(rest)
        return [] if event is None else [event]

    @property
    def pending(self) -> bytes:
        """The data of the incomplete event."""
        return b"".join(self._pieces)

    def _without_bom(self, data: bytes) -> bytes:
        data = b"".join(self._pieces) + data
        self._pieces.clear()
        if len(data) < len(BOM) and BOM.startswith(data):
            self._pieces.append(data)
            return b""
        self._at_start = False
        return data.removeprefix(BOM)

    def _with_line_feeds(self, data: bytes) -> bytes:
        """Every line end as LF. A CR ends its line at once, so that no event waits for what comes after it."""
        if self._skip_line_feed:
            data = data.removeprefix(b"\n")
        self._skip_line_feed = data.endswith(b"\r")
        return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")

    def _cut(self, data: bytes) -> list[Event]:
        """The blocks between blank lines. A block that is still open is kept in chunks: joining them for each of the
        thousand reads of a large event would cost the square of its size."""
        pieces = self._pieces
        seam = pieces[-1][-1:] + data[:1] if pieces else b""
        end = data.rfind(b"\n\n")
        if end < 0 and seam != b"\n\n":
            pieces.append(data)
            self._size += len(data)
            self._check(self._size)
            return []
        if pieces:
            pieces.append(data)
            data = b"".join(pieces)
            pieces.clear()
            end = data.rfind(b"\n\n")
        rest = data[end + 2 :]
        self._size = len(rest)
        if rest:
            pieces.append(rest)
        blocks = data[:end].split(b"\n\n")
        self._check(max(map(len, blocks)))
        if data.count(b"\n", 0, end) == 2 * (len(blocks) - 1):
            # Each block is one line, which nearly every block of nearly every stream is.
            last_id = self.last_id
            found = [block[6:] for block in blocks if block[:6] == b"data: "]
            if len(found) == len(blocks):
                return [(each, "", last_id) for each in found]
        return [event for event in map(self._read, blocks) if event is not None]

    def _check(self, size: int) -> None:
        if size > self._limit:
            raise EventTooLarge(f"an event has more than {self._limit:,} bytes")

    def _read(self, block: bytes) -> Event | None:
        """One block of lines; None if it has no line of data."""
        lines: list[bytes] = []
        name = b""
        for line in block.split(b"\n"):
            field, _, value = line.partition(b":")
            value = value.removeprefix(b" ")
            if field == b"data":
                lines.append(value)
            elif field == b"event":
                name = value
            elif field == b"id" and b"\0" not in value:
                self.last_id = value.decode("utf-8", "replace")
            elif field == b"retry" and value.isdigit():
                self.retry = int(value)
        return (b"\n".join(lines), name.decode("utf-8", "replace"), self.last_id) if lines else None
