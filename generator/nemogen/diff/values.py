"""Compares what values a schema lists: enum, const, and the vendor's extensible enum."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from nemogen.diff.schema_pairs import Pair, Walk
from nemogen.openapi.json_value import JsonValue, canonical_json
from nemogen.openapi.schema import EnumValue, Schema

KEYWORDS: Final = ("enum", "const", "oneOf", "anyOf")
EXTENSIBLE: Final = "x-extensible-enum"


def compare_values(walk: Walk, pair: Pair) -> None:
    """Note values that came and went. One value that became another one is one change, however they are spelt."""
    base, revision = pair.base, pair.revision
    if base.enum is None and revision.enum is None:
        return
    old, new = _by_key(base), _by_key(revision)
    places = base.locate(*KEYWORDS), revision.locate(*KEYWORDS)
    if base.enum is None or revision.enum is None:
        _came_or_went(walk, pair, [*old.values()], [*new.values()])
    elif len(old) == len(new) == 1 and old.keys() != new.keys() and not pair.context.has_other_values:
        walk.log.schema(
            "const-changed", pair.context, *places, old=listed_values(old.values()), new=listed_values(new.values())
        )
    else:
        for change, one, other in (("added", new, old), ("removed", old, new)):
            if values := [value for key, value in one.items() if key not in other]:
                kind = "known" if pair.context.has_other_values else "enum"
                walk.log.schema(f"{kind}-value-{change}", pair.context, *places, value=listed_values(values))


def _by_key(schema: Schema) -> dict[str, EnumValue]:
    return {value.key: value for value in schema.enum or ()}


def _came_or_went(walk: Walk, pair: Pair, old: Sequence[EnumValue], new: Sequence[EnumValue]) -> None:
    places = pair.base.locate(*KEYWORDS), pair.revision.locate(*KEYWORDS)
    if new:
        change = "const-added" if _is_constant(pair.revision) else "became-enum"
        walk.log.schema(change, pair.context, *places, value=listed_values(new), new=listed_values(new))
    elif old:
        change = "const-removed" if _is_constant(pair.base) else "became-not-enum"
        walk.log.schema(change, pair.context, *places, value=listed_values(old), old=listed_values(old))


def _is_constant(schema: Schema) -> bool:
    return schema.enum is not None and len(schema.enum) == 1


def compare_extensible(walk: Walk, pair: Pair) -> None:
    """Note values of `x-extensible-enum` that came and went; it says nothing where only one side has it."""
    old, new = (_listed(schema) for schema in (pair.base, pair.revision))
    if old is None or new is None or old.keys() == new.keys():
        return
    places = pair.base.locate(EXTENSIBLE), pair.revision.locate(EXTENSIBLE)
    for change, one, other in (("added", new, old), ("removed", old, new)):
        if values := [EnumValue(value) for key, value in one.items() if key not in other]:
            walk.log.schema(f"{EXTENSIBLE}-value-{change}", pair.context, *places, value=listed_values(values))


def _listed(schema: Schema) -> dict[str, JsonValue] | None:
    values = schema.annotations.extensions.get(EXTENSIBLE)
    return {canonical_json(value): value for value in values} if isinstance(values, list) else None


def listed_values(values: Iterable[EnumValue]) -> tuple[str, ...]:
    """The values for people, in order: strings without quotes."""
    ordered = sorted(values, key=lambda value: value.key)
    return tuple(value.value if isinstance(value.value, str) else value.key for value in ordered)
