"""The shape of a response: its locations and their types, without the values."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from nemogen.document import Json
from nemogen.recordings.bundled_tests.sse import read_events
from nemogen.recordings.recording import JsonBody, Recording, StreamBody, essence_of, header
from nemogen.recordings.validate_exchange import chunks_of
from nemogen.recordings.values import type_of
from nemogen.recordings.violation import ValuePath

Shape: TypeAlias = Mapping[str, frozenset[str]]
"""Maps a location (`choices[].message`) to the JSON types found there."""


def shape_of(recording: Recording) -> Shape:
    """The shape of a recorded response; events of a stream are merged; data that is not JSON is skipped."""
    body = recording.response.body
    shape: dict[str, frozenset[str]] = {}
    if isinstance(body, JsonBody):
        _add(body.value, ValuePath(), shape)
    elif isinstance(body, StreamBody):
        for event in read_events(chunks_of(body)):
            with contextlib.suppress(ValueError, RecursionError):
                _add(json.loads(event.data), ValuePath(), shape)
    return shape


def shape_changes(old: Recording, new: Recording) -> tuple[str, ...]:
    """The differences between two responses to one request, apart from values: status, media type, locations, types."""
    return tuple(_changes(old, new))


def _changes(old: Recording, new: Recording) -> Iterator[str]:
    was, now = old.response, new.response
    if was.status != now.status:
        yield f"status was {was.status}, is {now.status}"
    types = [essence_of(header(response.headers, "content-type")) for response in (was, now)]
    if types[0] != types[1]:
        yield f"media type was {types[0] or 'none'}, is {types[1] or 'none'}"
    before, after = shape_of(old), shape_of(new)
    yield from (
        f"{place or 'the response'} is missing ({_list_types(before[place])})" for place in _outermost(before, after)
    )
    yield from (
        f"{place or 'the response'} is new ({_list_types(after[place])})" for place in _outermost(after, before)
    )
    for place in (place for place in before if place in after):
        if before[place] != after[place]:
            yield f"{place or 'the response'} was {_list_types(before[place])}, is {_list_types(after[place])}"


def _outermost(shape: Shape, other: Shape) -> list[str]:
    """The locations that only `shape` has, without those inside another of them."""
    only = [place for place in shape if place not in other]
    return [place for place in only if not any(place.startswith((f"{outer}.", f"{outer}[")) for outer in only)]


def _list_types(types: frozenset[str]) -> str:
    return " or ".join(sorted(types))


def _add(value: Json, path: ValuePath, shape: dict[str, frozenset[str]]) -> None:
    kind = "number" if type_of(value) == "integer" else type_of(value)
    shape[path.text] = shape.get(path.text, frozenset()) | {kind}
    if isinstance(value, Mapping):
        for name, item in value.items():
            _add(item, path.member(name), shape)
    elif isinstance(value, list):
        for at, item in enumerate(value):
            _add(item, path.item(at), shape)
