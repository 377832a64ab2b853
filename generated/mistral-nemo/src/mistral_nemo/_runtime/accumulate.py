"""Assembles the chunks of a stream into the response that a call without streaming returns."""

from __future__ import annotations

import json
from collections.abc import Mapping

from .json_value import Json, JsonObject
from .operation import Accumulate

_MOST_PENDING = 1 << 20


class Accumulator:
    """Collects the JSON of chunks. They are parsed on demand, or once a megabyte has accumulated."""

    def __init__(self, rule: Accumulate) -> None:
        self._rule = rule
        self._pending: list[bytes] = []
        self._size = 0
        self._response: JsonObject = {}
        self._items: dict[int, JsonObject] = {}

    def add(self, chunk: bytes) -> None:
        """One chunk that is valid JSON."""
        self._pending.append(chunk)
        self._size += len(chunk)
        if self._size > _MOST_PENDING:
            self._merge_pending()

    @property
    def finished(self) -> bool:
        """True when there are items, and each of them has a finish reason."""
        self._merge_pending()
        key = self._rule.finished
        return key is not None and bool(self._items) and all(item.get(key) for item in self._items.values())

    def document(self) -> JsonObject | None:
        """The response so far, as parsed JSON; None before the first chunk."""
        self._merge_pending()
        if not self._response and not self._items:
            return None
        rule, response = self._rule, dict(self._response)
        for name, (_, value) in rule.constants.items():
            response[name] = value
        response[rule.items] = [_clean(self._items[index], rule) for index in sorted(self._items)]
        return response

    def _merge_pending(self) -> None:
        chunks, self._pending, self._size = self._pending, [], 0
        for chunk in chunks:
            document: Json = json.loads(chunk)
            self._merge(document)

    def _merge(self, chunk: Json) -> None:
        if not isinstance(chunk, dict):
            return
        rule = self._rule
        for name, value in chunk.items():
            if name != rule.items and (value not in (None, "") or name not in self._response):
                self._response[name] = value
        items = chunk.get(rule.items)
        for item in items if isinstance(items, list) else []:
            if isinstance(item, dict):
                self._merge_item(item)

    def _merge_item(self, piece: Mapping[str, Json]) -> None:
        rule = self._rule
        index = piece.get(rule.index) if rule.index else 0
        item = self._items.setdefault(index if isinstance(index, int) else 0, {})
        for name, value in piece.items():
            if name == rule.delta:
                whole = item.setdefault(rule.becomes, {})
                if not isinstance(whole, dict):
                    item[rule.becomes] = whole = {}
                _merge_delta(whole, value if isinstance(value, dict) else {}, rule)
            elif isinstance(value, dict) and isinstance(before := item.get(name), dict):
                _merge_delta(before, value, rule)
            elif value is not None or name not in item:
                item[name] = value


def _merge_delta(whole: JsonObject, delta: Mapping[str, Json], rule: Accumulate) -> None:
    """Texts are appended, except for those that name something; lists are merged entry by entry; null adds nothing."""
    for name, value in delta.items():
        before = whole.get(name)
        if value is None or before is None:
            if before is None:
                whole[name] = _start(value, rule)
        elif isinstance(value, str) and isinstance(before, str):
            whole[name] = (value or before) if name in rule.whole else before + value
        elif isinstance(value, dict) and isinstance(before, dict):
            _merge_delta(before, value, rule)
        elif isinstance(value, list) and isinstance(before, list):
            _merge_entries(before, value, rule)
        else:
            whole[name] = value


def _start(value: Json, rule: Accumulate) -> Json:
    if isinstance(value, dict):
        return dict(value)
    if isinstance(value, list):
        entries: list[Json] = []
        _merge_entries(entries, value, rule)
        return entries
    return value


def _merge_entries(entries: list[Json], pieces: list[Json], rule: Accumulate) -> None:
    """A fragment belongs to the entry with its index; without one, to the entry with its identity, or to the last
    entry.

    A fragment with neither and without a previous entry is a new entry, and so is a value that is not an object.
    """
    for piece in pieces:
        if not isinstance(piece, dict):
            entries.append(piece)
        elif (entry := _entry_of(entries, piece, rule)) is None:
            entries.append(dict(piece))
        else:
            _merge_delta(entry, piece, rule)


def _entry_of(entries: list[Json], piece: Mapping[str, Json], rule: Accumulate) -> JsonObject | None:
    objects = [entry for entry in entries if isinstance(entry, dict)]
    keys = [key for key in (rule.index, rule.identity) if key]
    for key in keys:
        if piece.get(key) not in (None, ""):
            return next((entry for entry in objects if entry.get(key) == piece[key]), None)
    is_distinct = any(key in entry for entry in objects[-1:] for key in keys)
    return objects[-1] if is_distinct else None


def _clean(item: Mapping[str, Json], rule: Accumulate) -> JsonObject:
    """An item without the index that its tool calls had while they were streamed."""
    whole = dict(item)
    message = whole.get(rule.becomes)
    calls = message.get(rule.calls) if isinstance(message, dict) and rule.calls else None
    if isinstance(message, dict) and isinstance(calls, list):
        bare = [
            {k: v for k, v in call.items() if k != rule.index} if isinstance(call, dict) else call for call in calls
        ]
        whole[rule.becomes] = {**message, str(rule.calls): bare}
    return whole


def as_chunk(response: Mapping[str, Json], rule: Accumulate) -> JsonObject:
    """A complete response as a single chunk, for servers that do not stream."""
    chunk = dict(response)
    for name, (value, _) in rule.constants.items():
        chunk[name] = value
    items = response.get(rule.items)
    chunk[rule.items] = [
        {(rule.delta if name == rule.becomes else name): value for name, value in item.items()}
        for item in (items if isinstance(items, list) else [])
        if isinstance(item, dict)
    ]
    return chunk
