"""The texts of a stream: one may be split between chunks, and between events that add up to it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Final

from nemogen.document import Json
from nemogen.recordings.bundled_tests.sse import Event, read_events
from nemogen.recordings.secrets import Secrets
from nemogen.recordings.split_texts import parts_by_pointer, without_split_secrets
from nemogen.recordings.visit_strings import Change, Where, change_json

_NOTHING: Final = object()


def scrub_stream(chunks: Sequence[bytes], secrets: Secrets, change: Change, pointer: str) -> tuple[bytes, ...]:
    """The chunks without secrets: none in the bytes, none in an event's JSON, and none in what events add up to."""

    def change_numbers(text: str, where: Where) -> str:
        return change(text, where) if where.kind == "number" else text

    # Numbers go first: replacing one by a mark would make the event invalid JSON.
    chunks = _with_values(chunks, lambda values: values, change_numbers, pointer)
    raw = b"".join(chunks).decode("latin-1")
    chunks = spliced(chunks, [(span.start, span.end, span.mark.encode()) for span in secrets.spans(raw, as_bytes=True)])
    return _with_values(chunks, lambda values: without_split_secrets(values, secrets), change, pointer)


def _with_values(
    chunks: Sequence[bytes], clean: Callable[[list[Json]], list[Json]], change: Change, pointer: str
) -> tuple[bytes, ...]:
    """The chunks with the JSON of their events changed: text by text, then all values together."""
    events = [event for event in read_events(chunks) if _value(event) is not _NOTHING]
    values = [_value(event) for event in events]
    changed = [
        change_json(value, change, Where("member", "", f"{pointer}/{event.chunk}"))
        for value, event in zip(values, events, strict=True)
    ]
    content = b"".join(chunks)
    changes = [
        (event.start, event.end, _rewritten(event, content, new))
        for event, old, new in zip(events, values, clean(changed), strict=True)
        if new != old
    ]
    return spliced(chunks, changes)


def joined_texts(chunks: Sequence[bytes], pointer: str) -> Iterable[tuple[str, Where]]:
    """What events add up to: the strings of one location, joined if they differ; data that is not JSON; comments."""
    for line in b"".join(chunks).splitlines():
        if line.startswith(b":"):
            yield line.decode("utf-8", "replace"), Where("text", "", pointer)
    known: list[tuple[Event, Json]] = []
    for event in read_events(chunks):
        value = _value(event)
        if value is _NOTHING:
            yield event.data, Where("text", "", f"{pointer}/{event.chunk}")
        else:
            known.append((event, value))
    for location, parts in parts_by_pointer([value for _, value in known]).items():
        name = next((step for step in reversed(location.split("/")) if not step.isdecimal()), "")
        where = Where("member", name, f"{pointer}/{known[parts[0].value][0].chunk}")
        texts = [part.text for part in parts]
        yield "".join(texts) if len(set(texts)) > 1 else texts[0], where


def spliced(chunks: Sequence[bytes], changes: Sequence[tuple[int, int, bytes]]) -> tuple[bytes, ...]:
    """Chunks with parts of their joined bytes replaced; a part that spans chunks moves into the first of them.

    `changes` are (start, end, new bytes), in order and without overlap. Chunks that end up empty are dropped.
    """
    content = b"".join(chunks)
    result = []
    for start, end in zip([0, *accumulate(map(len, chunks))], accumulate(map(len, chunks)), strict=False):
        new, at = b"", start
        for first, last, put in changes:
            if first < end and last > start:
                new += content[at : max(first, at)] + (put if first >= start else b"")
                at = min(last, end)
        result.append(new + content[at:end])
    return tuple(chunk for chunk in result if chunk)


def _value(event: Event) -> Json:
    try:
        return json.loads(event.data)
    except (ValueError, RecursionError):
        return _NOTHING


def _rewritten(event: Event, content: bytes, value: Json) -> bytes:
    """The lines of an event with new JSON as its data."""
    lines = content[event.start : event.end].splitlines(keepends=True)
    ending = lines[-1][len(lines[-1].rstrip(b"\r\n")) :]
    others = [line for line in lines if not line.startswith(b"data")]
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
    return b"".join(others) + b"data: " + data + ending
