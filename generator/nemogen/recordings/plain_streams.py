"""Makes a stream of one plain chunk: its text is split over several, and only the last one is marked as finished."""

from __future__ import annotations

import copy
from collections.abc import Collection, Mapping
from typing import Any, Final, cast

from nemogen.config import Stream
from nemogen.findings import Direction
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.schema import SchemaNode
from nemogen.recordings.judge_value import ValueJudge
from nemogen.recordings.violation import ValuePath

_MOST: Final = 3
_SPEAKER: Final = "role"
"""The member that streams of messages send once, in the first chunk."""


def names_in(stream: Stream | None) -> list[str]:
    """The members that a chunk has although they are optional: those that its text is found by, and who says it."""
    if stream is None or not stream.delta:
        return []
    items, _, delta = stream.delta.partition("[].")
    return [name for name in (items, delta, stream.text, stream.finished, _SPEAKER) if name]


def spread(
    chunk: JsonValue, stream: Stream | None, node: SchemaNode, judge: ValueJudge, *, at_end: Collection[str] = ()
) -> list[JsonValue]:
    """One chunk with the whole text, split into several valid chunks; the chunk itself if it has no text.

    The members in `at_end` come once, in a chunk of their own after the text if the schema allows one without items.
    """
    items, _, delta = (stream.delta if stream and stream.delta else "").partition("[].")
    texts = _pieces(chunk, items, delta, stream.text or "") if stream else []
    if not texts or stream is None or not isinstance(chunk, Mapping):
        return [chunk]

    def is_valid(value: JsonValue) -> bool:
        return not list(judge.judge(value, node, Direction.RESPONSE, ValuePath()))

    found: list[JsonValue] = []
    rest = {name: value for name, value in chunk.items() if name not in at_end}
    for number, text in enumerate(texts):
        part = _Part(items, delta, stream.text or "", stream.finished or "", text)
        lean = part.of(rest, number == 0, number == len(texts) - 1)
        found.append(lean if is_valid(lean) else part.of(chunk, True, True))
    if len(rest) < len(chunk):
        last: JsonValue = {**chunk, items: []}
        return [*found, last] if is_valid(last) else [*found[:-1], {**chunk, **cast("dict[str, JsonValue]", found[-1])}]
    return found


def _pieces(chunk: JsonValue, items: str, delta: str, text: str) -> list[str]:
    """The text of the first item, word by word, in three parts at most."""
    entries: Any = chunk.get(items) if isinstance(chunk, Mapping) else None
    first = entries[0] if isinstance(entries, list) and entries else None
    whole = (first.get(delta) or {}).get(text) if isinstance(first, Mapping) else None
    if not isinstance(whole, str) or not whole:
        return []
    words = whole.split(" ")
    size = -(-len(words) // _MOST)
    groups = [" ".join(words[at : at + size]) for at in range(0, len(words), size)]
    return [f"{group} " for group in groups[:-1]] + groups[-1:]


class _Part:
    """One part of the text, and its location in a chunk."""

    def __init__(self, items: str, delta: str, text: str, finished: str, piece: str) -> None:
        self._items, self._delta, self._text, self._finished, self._piece = items, delta, text, finished, piece

    def of(self, chunk: JsonValue, is_first: bool, is_last: bool) -> JsonValue:
        """The chunk with this part: the first has what is sent once, the last says that it is finished."""
        made: Any = copy.deepcopy(chunk)
        for item in made[self._items]:
            others = item.get(self._delta) or {} if is_first else {}
            item[self._delta] = {**others, self._text: self._piece}
            if not is_last and self._finished in item:
                item[self._finished] = None
        return cast(JsonValue, made)
