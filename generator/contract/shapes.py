"""The shape of an answer: which places it has and of which types, without the values."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from generator.contract.deviation import Spot
from generator.contract.exchange import pieces_of
from generator.contract.recording import JsonBody, Recording, StreamBody, essence_of, header
from generator.contract.shipped.sse import read_events
from generator.contract.values import type_of
from generator.ir import Json

Shape: TypeAlias = Mapping[str, frozenset[str]]
"""General place (`choices[].message`) to the JSON types met there."""


def shape_of(recording: Recording) -> Shape:
    """The shape of a recorded answer; the events of a stream are laid together."""
    body = recording.response.body
    shape: dict[str, frozenset[str]] = {}
    if isinstance(body, JsonBody):
        _add(body.value, Spot(), shape)
    elif isinstance(body, StreamBody):
        for event in read_events(pieces_of(body)):
            try:
                _add(json.loads(event.data), Spot(), shape)
            except (ValueError, RecursionError):
                shape[""] = shape.get("", frozenset()) | {"text"}
    return shape


def shape_changes(old: Recording, new: Recording) -> tuple[str, ...]:
    """What differs between two answers to one request, apart from values: status, media type, places and types."""
    return tuple(_changes(old, new))


def _changes(old: Recording, new: Recording) -> Iterator[str]:
    was, now = old.response, new.response
    if was.status != now.status:
        yield f"status was {was.status}, is {now.status}"
    types = [essence_of(header(response.headers, "content-type")) for response in (was, now)]
    if types[0] != types[1]:
        yield f"media type was {types[0] or 'none'}, is {types[1] or 'none'}"
    before, after = shape_of(old), shape_of(new)
    for place in dict.fromkeys((*before, *after)):
        first, second = before.get(place), after.get(place)
        if first is None and second is not None:
            yield f"{place} is new ({_told(second)})"
        elif second is None and first is not None:
            yield f"{place} is gone ({_told(first)})"
        elif first is not None and second is not None and first != second:
            yield f"{place or 'the answer'} was {_told(first)}, is {_told(second)}"


def _told(types: frozenset[str]) -> str:
    return " or ".join(sorted(types))


def _add(value: Json, spot: Spot, shape: dict[str, frozenset[str]]) -> None:
    kind = "number" if type_of(value) == "integer" else type_of(value)
    shape[spot.place] = shape.get(spot.place, frozenset()) | {kind}
    if isinstance(value, Mapping):
        for name, item in value.items():
            _add(item, spot.member(name), shape)
    elif isinstance(value, list):
        for at, item in enumerate(value):
            _add(item, spot.item(at), shape)
