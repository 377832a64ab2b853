"""Collects the strings of recorded responses by property name, to make fake responses readable."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from nemogen.document import Json
from nemogen.recordings.bundled_tests.sse import read_events
from nemogen.recordings.recording import JsonBody, Recording, StreamBody

_LONGEST = 200
_MOST = 20


def known_texts(recordings: Iterable[Recording]) -> Mapping[str, tuple[str, ...]]:
    """Up to 20 texts a property, in the order of the recordings; long ones and those of errors are skipped.

    Complete responses come before stream chunks, whose strings mean little on their own.
    """
    bodies = [each.response.body for each in recordings if each.response.status < 400]
    whole = _collected(body.value for body in bodies if isinstance(body, JsonBody))
    chunks = _collected(event for body in bodies if isinstance(body, StreamBody) for event in _events(body))
    return {**chunks, **whole}


def _collected(answers: Iterable[Json]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for name, text in (each for answer in answers for each in _texts(answer)):
        if 0 < len(text) <= _LONGEST:
            found.setdefault(name, {})[text] = None
    return {name: tuple(texts)[:_MOST] for name, texts in found.items()}


def _events(body: StreamBody) -> Iterator[Json]:
    for event in read_events(body.chunks):
        try:
            yield json.loads(event.data)
        except (ValueError, RecursionError):
            continue


def _texts(value: Json) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for name, each in value.items():
            if isinstance(each, str):
                yield name, each
            else:
                yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
