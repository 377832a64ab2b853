"""Compares what is for people and for vendors' tools only: it counts as docs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from nemogen import pointer
from nemogen.diff.collector import Context, Log
from nemogen.diff.side import Side
from nemogen.errors import Location
from nemogen.openapi.json_value import JsonObject, JsonValue
from nemogen.openapi.schema import NO_ANNOTATIONS, Annotations, Schema

RULES: Final[Mapping[str, str]] = {
    "description": "description-changed",
    "summary": "summary-changed",
    "title": "title-changed",
    "example": "example-changed",
    "examples": "example-changed",
    "externalDocs": "external-docs-changed",
    "$comment": "comment-changed",
}
UNORDERED: Final = frozenset({"type", "enum", "required", "allOf", "anyOf", "oneOf", "tags"})
"""Lists whose order says nothing."""

JUDGED: Final = frozenset({"x-sunset", "x-stability-level", "x-extensible-enum"})
"""Vendor extensions that rules of their own look at."""


def compare_prose(log: Log, base: Schema, revision: Schema, context: Context) -> None:
    """Note the differences of two schemas that are only prose or vendor extensions."""
    if base.annotations is revision.annotations:
        return
    old, new = _said(base.annotations), _said(revision.annotations)
    for key in _differing(old, new):
        keys = ("examples", "example") if key == "examples" else (key,)
        log.add(RULES.get(key, "extension-changed"), context, base.locate(*keys), revision.locate(*keys))


def _said(annotations: Annotations) -> dict[str, JsonValue]:
    if annotations is NO_ANNOTATIONS:
        return {}
    said: dict[str, JsonValue] = {
        "title": annotations.title,
        "description": annotations.description,
        "examples": annotations.examples,
        "externalDocs": annotations.external_docs,
        "$comment": annotations.comment,
    }
    return {**annotations.extensions, **{key: value for key, value in said.items() if value}}


def compare_part_prose(
    log: Log, base: tuple[Side, Location], revision: tuple[Side, Location], context: Context
) -> None:
    """As `compare_prose`, for other parts of a document, which are compared as they are written."""
    (old_side, old_location), (new_side, new_location) = base, revision
    old, new = _prose_of(old_side.raw_at(old_location)), _prose_of(new_side.raw_at(new_location))
    if old == new:
        return
    for key in _differing(old, new):
        locations = (
            Location(location.file, pointer.join(location.pointer, key)) if key in said else location
            for said, location in ((old, old_location), (new, new_location))
        )
        log.add(RULES.get(key, "extension-changed"), context._replace(path=""), *locations)


def without_prose(raw: JsonValue) -> JsonValue:
    """A part of a document without prose, examples, vendor extensions, and the order of lists that have none."""
    if isinstance(raw, Mapping):
        kept = {key: value for key, value in raw.items() if key not in RULES and not key.startswith("x-")}
        return {
            key: sorted(map(without_prose, value), key=json.dumps)
            if key in UNORDERED and isinstance(value, list)
            else without_prose(value)
            for key, value in kept.items()
        }
    return [without_prose(item) for item in raw] if isinstance(raw, list) else raw


def _prose_of(raw: JsonObject) -> dict[str, JsonValue]:
    return {key: value for key, value in raw.items() if key in RULES or key.startswith("x-")}


def _differing(old: Mapping[str, JsonValue], new: Mapping[str, JsonValue]) -> list[str]:
    # Names that nemogen's own extensions give are of the Python side, which has findings of its own.
    names = {name for name in {*old, *new} - JUDGED if not name.startswith("x-nemogen-")}
    return sorted(name for name in names if old.get(name) != new.get(name) or (name in old) != (name in new))
