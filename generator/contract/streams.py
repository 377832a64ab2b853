"""The texts of a stream: a text may be split between pieces, and between events that add up to it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from generator.contract.secrets import Secrets, Span
from generator.contract.shipped.sse import Event, read_events
from generator.contract.texts import Change, Where, change_json
from generator.ir import Json

_NOTHING: Final = object()


@dataclass(frozen=True, slots=True)
class _Part:
    """A string in one event: which event, and which place of it."""

    event: int
    pointer: str
    text: str


def scrub_stream(pieces: Sequence[bytes], secrets: Secrets, change: Change, pointer: str) -> tuple[bytes, ...]:
    """The pieces without secrets: none in the bytes, none in an event's JSON, and none in what events add up to."""
    raw = b"".join(pieces).decode("latin-1")
    pieces = spliced(pieces, [(span.start, span.end, span.mark.encode()) for span in secrets.spans(raw, as_bytes=True)])
    events = read_events(pieces)
    values = [_value(event) for event in events]
    cleaned = [
        value if value is _NOTHING else change_json(value, change, Where("member", "", f"{pointer}/{event.piece}"))
        for value, event in zip(values, events, strict=True)
    ]
    cleaned = _without_split_secrets(cleaned, secrets)
    changes = [
        (event.start, event.end, _rewritten(event, b"".join(pieces), new))
        for event, old, new in zip(events, values, cleaned, strict=True)
        if new != old
    ]
    return spliced(pieces, changes)


def joined_texts(pieces: Sequence[bytes], pointer: str) -> Iterable[tuple[str, Where]]:
    """What events add up to: the strings of one place, joined where they differ; and data that is no JSON."""
    events = read_events(pieces)
    for event in events:
        if _value(event) is _NOTHING:
            yield event.data, Where("text", "", f"{pointer}/{event.piece}")
    for place, parts in _by_place([_value(event) for event in events]).items():
        name = next((step for step in reversed(place.split("/")) if not step.isdecimal()), "")
        where = Where("member", name, f"{pointer}/{events[parts[0].event].piece}")
        texts = [part.text for part in parts]
        yield "".join(texts) if len(set(texts)) > 1 else texts[0], where


def spliced(pieces: Sequence[bytes], changes: Sequence[tuple[int, int, bytes]]) -> tuple[bytes, ...]:
    """Pieces with parts of their joined bytes replaced; a part that spans pieces moves into the first of them.

    `changes` are (start, end, new bytes), in order and without overlap. Pieces that end up empty are dropped.
    """
    content = b"".join(pieces)
    result = []
    for start, end in zip([0, *accumulate(map(len, pieces))], accumulate(map(len, pieces)), strict=False):
        new, at = b"", start
        for first, last, put in changes:
            if first < end and last > start:
                new += content[at : max(first, at)] + (put if first >= start else b"")
                at = min(last, end)
        result.append(new + content[at:end])
    return tuple(piece for piece in result if piece)


def _value(event: Event) -> Json:
    try:
        return json.loads(event.data)
    except (ValueError, RecursionError):
        return _NOTHING


def _by_place(values: Sequence[Json]) -> dict[str, list[_Part]]:
    places: dict[str, list[_Part]] = {}
    for at, value in enumerate(values):

        def keep(text: str, where: Where, at: int = at) -> str:
            if where.kind == "member":
                places.setdefault(where.pointer, []).append(_Part(at, where.pointer, text))
            return text

        if value is not _NOTHING:
            change_json(value, keep, Where("member", "", ""))
    return places


def _without_split_secrets(values: list[Json], secrets: Secrets) -> list[Json]:
    """The events' values without the secrets that only show when the strings of one place are joined."""
    new: dict[tuple[int, str], str] = {}
    for parts in _by_place(values).values():
        spans = secrets.spans("".join(part.text for part in parts))
        ends = list(accumulate(len(part.text) for part in parts))
        for part, end in zip(parts, ends, strict=True):
            new[part.event, part.pointer] = _outside(part.text, end - len(part.text), spans)

    def put(at: int) -> Change:
        return lambda text, where: new[at, where.pointer] if where.kind == "member" else text

    return [
        value if value is _NOTHING else change_json(value, put(at), Where("member", "", ""))
        for at, value in enumerate(values)
    ]


def _outside(text: str, start: int, spans: Sequence[Span]) -> str:
    """The part of `text` (which begins at `start` of the whole) outside of the spans, with a mark where one begins."""
    result, at = "", start
    for span in spans:
        if span.start < start + len(text) and span.end > start:
            result += text[at - start : max(span.start, at) - start] + (span.mark if span.start >= start else "")
            at = min(span.end, start + len(text))
    return result + text[at - start :]


def _rewritten(event: Event, content: bytes, value: Json) -> bytes:
    """The lines of an event with new JSON in the place of its data."""
    lines = content[event.start : event.end].splitlines(keepends=True)
    ending = lines[-1][len(lines[-1].rstrip(b"\r\n")) :]
    others = [line for line in lines if not line.startswith(b"data")]
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
    return b"".join(others) + b"data: " + data + ending
