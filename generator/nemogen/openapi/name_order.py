"""A document in the order of its names, so that the order of upstream's maps does not change the package.

Maps are sorted by key; the methods of a path have a fixed order, in which an API is usually learned. Lists keep
their order here, so that JSON Pointers lead where they led.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from nemogen.openapi.json_value import JsonObject, JsonValue

_METHODS: Final = ("get", "post", "put", "patch", "delete", "head", "options", "trace")
_PATHS: Final = ("paths", "webhooks", "x-webhooks")
_DEEPEST: Final = 200
"""What is nested deeper keeps its order: no document that people write is."""


def in_name_order(document: JsonValue) -> JsonValue:
    """`document` with all its maps in the order of their names; equal to it, and no copy of its texts."""
    ordered = _ordered(document, {}, 0)
    if not isinstance(ordered, Mapping):
        return ordered
    paths = {key: _with_methods(ordered[key]) for key in _PATHS if key in ordered}
    return {**ordered, **paths}


def ordered_value(value: JsonValue) -> JsonValue:
    """Data of a document with all its maps in the order of their names."""
    return _ordered(value, {}, 0)


def ordered_object(value: JsonObject) -> JsonObject:
    """As `ordered_value`, for an object."""
    return _ordered_map(value, {}, 0) if value else value


def _ordered(value: JsonValue, done: dict[int, JsonValue], depth: int) -> JsonValue:
    """`done` has what YAML aliases share, by id: a few lines of them can stand for more than any memory holds."""
    # What is a scalar is told first: to tell that it is no map takes ten times as long.
    if isinstance(value, str | int | float | None) or not isinstance(value, Mapping | Sequence) or depth > _DEEPEST:
        return value
    if id(value) not in done:
        done[id(value)] = (
            _ordered_map(value, done, depth)
            if isinstance(value, Mapping)
            else [_ordered(each, done, depth + 1) for each in value]
        )
    return done[id(value)]


def _ordered_map(value: JsonObject, done: dict[int, JsonValue], depth: int) -> JsonObject:
    return {key: _ordered(value[key], done, depth + 1) for key in sorted(value, key=str)}


def _with_methods(paths: JsonValue) -> JsonValue:
    if not isinstance(paths, Mapping):
        return paths
    return {path: _methods_in_order(item) for path, item in paths.items()}


def _methods_in_order(item: JsonValue) -> JsonValue:
    if not isinstance(item, Mapping):
        return item
    order = {method: index for index, method in enumerate(_METHODS)}
    return {key: item[key] for key in sorted(item, key=lambda key: order.get(key, len(order)))}
