"""Server-sent events as the HTML standard (WHATWG, section 9.2.6) reads them, from bytes in chunks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import Final

_LINE: Final = re.compile(rb"([^\r\n]*)(\r\n|\n|\r|\Z)")
_BOM: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Event:
    """One event. `chunk` is the number (from 0) of the chunk that it begins in; its lines are bytes `start` to `end`.

    `is_complete` is False for data at the end without the blank line that sends it off: the standard drops such an
    event, most clients take it.
    """

    data: str
    event: str = ""
    id: str = ""
    chunk: int = 0
    start: int = 0
    end: int = 0
    is_complete: bool = True


def read_events(chunks: Sequence[bytes]) -> tuple[Event, ...]:
    """The events of a whole stream, however its bytes were split. Bytes that are not UTF-8 become U+FFFD."""
    content = b"".join(chunks)
    ends = list(accumulate(map(len, chunks)))
    return tuple(_events(_fields(content), ends))


def _fields(content: bytes) -> Iterator[tuple[int, int, str, str] | None]:
    """Each line as start, end, field and value; None for a blank line, nothing for a comment."""
    at = len(_BOM) if content.startswith(_BOM) else 0
    while at < len(content):
        line = _LINE.match(content, at)
        if line is None:
            return
        text = line.group(1).decode("utf-8", "replace")
        if text == "":
            yield None
        elif not text.startswith(":"):
            name, _, value = text.partition(":")
            yield at, line.end(), name, value.removeprefix(" ")
        at = line.end()


def _events(fields: Iterable[tuple[int, int, str, str] | None], ends: Sequence[int]) -> Iterator[Event]:
    last_id = ""
    block: list[tuple[int, int, str, str]] = []
    for field in chain(fields, (_END,)):
        if field is not None and field is not _END:
            block.append(field)
            continue
        data = [value for _, _, name, value in block if name == "data"]
        kinds = [value for _, _, name, value in block if name == "event"]
        ids = [value for _, _, name, value in block if name == "id" and "\0" not in value]
        last_id = ids[-1] if ids else last_id
        if data:
            start, end = block[0][0], block[-1][1]
            yield Event(
                data="\n".join(data),
                event=kinds[-1] if kinds else "",
                id=last_id,
                chunk=bisect_right(ends, start),
                start=start,
                end=end,
                is_complete=field is None,
            )
        block = []


_END: Final = (-1, -1, "", "")
