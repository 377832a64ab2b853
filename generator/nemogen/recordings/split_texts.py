"""Finds secrets split over several JSON strings: by events of a stream, interleaved with others, into tokens."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TypeAlias

from nemogen import pointer
from nemogen.document import Json
from nemogen.light_dataclasses import dataclass
from nemogen.recordings.secret_patterns import Span
from nemogen.recordings.secrets import Secrets
from nemogen.recordings.visit_strings import Change, Where, change_json


@dataclass(frozen=True, slots=True)
class Part:
    """A string in one of several values: which value (from 0), and its location there (JSON Pointer)."""

    value: int
    pointer: str
    text: str


Key: TypeAlias = Callable[[Json, str], str]
"""What strings that add up to one text have in common, by the value and the JSON Pointer of the string."""


def parts_by_pointer(values: Sequence[Json], key: Key = lambda _, location: location) -> dict[str, list[Part]]:
    """The strings of all values, those of one location together."""
    parts: dict[str, list[Part]] = {}
    for at, value in enumerate(values):

        def keep(text: str, where: Where, at: int = at, value: Json = value) -> str:
            if where.kind == "member":
                parts.setdefault(key(value, where.pointer), []).append(Part(at, where.pointer, text))
            return text

        change_json(value, keep, Where("member", "", ""))
    return parts


def without_split_secrets(values: Sequence[Json], secrets: Secrets) -> list[Json]:
    """The values without the secrets that only show when strings are joined.

    Joined are the strings of one location, those of items with one `index` (choices alternate), and those of all items
    of a list (tokens); bytes that are written as numbers too. In the last two, only known secrets count: what
    lists happen to spell is not a key.
    """
    clean = _joined(values, secrets.spans, lambda _, location: location)
    clean = _joined(clean, secrets.spans, _by_index)
    clean = _joined(clean, secrets.known_spans, _by_name)
    return _without_numbered(clean, secrets)


def _by_index(value: Json, location: str) -> str:
    """The location, with the `index` of each item that has one instead of its position."""
    steps: list[str] = []
    for step in pointer.split(location):
        is_item = isinstance(value, list)
        value = pointer.follow(value, pointer.join("", step))
        index = value.get("index") if is_item and isinstance(value, Mapping) else None
        steps.append(f"index {index}" if isinstance(index, int) else step)
    return pointer.join("", *steps)


def _by_name(value: Json, location: str) -> str:
    """The location, without the position of items that have no `index`."""
    return pointer.join("", *("" if step.isdecimal() else step for step in pointer.split(_by_index(value, location))))


def _joined(values: Sequence[Json], find: Callable[[str], list[Span]], key: Key) -> list[Json]:
    new: dict[tuple[int, str], str] = {}
    for parts in parts_by_pointer(values, key).values():
        spans = find("".join(part.text for part in parts)) if len(parts) > 1 else []
        ends = list(accumulate(len(part.text) for part in parts))
        for part, end in zip(parts, ends, strict=True):
            text = _outside(part.text, end - len(part.text), spans)
            if text != part.text:
                new[part.value, part.pointer] = text

    def put(at: int) -> Change:
        return lambda text, where: new.get((at, where.pointer), text) if where.kind == "member" else text

    return (
        [change_json(value, put(at), Where("member", "", "")) for at, value in enumerate(values)] if new else [*values]
    )


def _outside(text: str, start: int, spans: Sequence[Span]) -> str:
    """The part of `text` (which begins at `start` of the whole) outside of the spans, with a mark where one begins."""
    result, at = "", start
    for span in spans:
        if span.start < start + len(text) and span.end > start:
            result += text[at - start : max(span.start, at) - start] + (span.mark if span.start >= start else "")
            at = min(span.end, start + len(text))
    return result + text[at - start :]


def _without_numbered(values: Sequence[Json], secrets: Secrets) -> list[Json]:
    """The values with the bytes of known secrets, written as lists of numbers, all zeroed."""
    lists = [each for value in values for each in _lists_of_bytes(value)]
    content = bytes(number for each in lists for number in each).decode("latin-1")
    spans = secrets.known_spans(content, as_bytes=True)
    ends = accumulate(map(len, lists))
    hidden = {
        id(each)
        for each, end in zip(lists, ends, strict=True)
        if any(span.start < end and span.end > end - len(each) for span in spans)
    }
    return [_with_noughts(value, hidden) for value in values] if hidden else [*values]


def _lists_of_bytes(value: Json) -> Iterator[list[int]]:
    if isinstance(value, list) and value and all(type(item) is int and 0 <= item < 256 for item in value):
        yield value
    elif isinstance(value, (list, Mapping)):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from _lists_of_bytes(item)


def _with_noughts(value: Json, hidden: set[int]) -> Json:
    if isinstance(value, list):
        return [0 for _ in value] if id(value) in hidden else [_with_noughts(item, hidden) for item in value]
    if isinstance(value, Mapping):
        return {name: _with_noughts(item, hidden) for name, item in value.items()}
    return value
