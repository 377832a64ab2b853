"""Compares what values a schema lists: enum, const, and the vendor's extensible enum."""

from __future__ import annotations

import json

from nemogen.contract_form.schema import Node
from nemogen.contract_form.values import canonical
from nemogen.diff.schema_pairs import Pair, Walk
from nemogen.document import Json

KEYWORDS = ("enum", "const")
EXTENSIBLE = "x-extensible-enum"


def compare_values(walk: Walk, pair: Pair) -> None:
    """Note values that came and went. A const is an enum of one; both spelt as const, it is one changed value."""
    base, revision = pair.base, pair.revision
    old, new = base.facts.get("enum"), revision.facts.get("enum")
    if old == new:
        return
    places = base.locate(*KEYWORDS), revision.locate(*KEYWORDS)
    if old is None or new is None:
        _came_or_went(walk, pair, old, new)
    elif base.is_const and revision.is_const:
        walk.log.schema("const-changed", pair.context, *places, old=_text(old), new=_text(new))
    else:
        if added := sorted(set(new) - set(old)):
            walk.log.schema("enum-value-added", pair.context, *places, value=_text(added))
        if removed := sorted(set(old) - set(new)):
            walk.log.schema("enum-value-removed", pair.context, *places, value=_text(removed))


def _came_or_went(walk: Walk, pair: Pair, old: list[str] | None, new: list[str] | None) -> None:
    places = pair.base.locate(*KEYWORDS), pair.revision.locate(*KEYWORDS)
    if new is not None:
        change = "const-added" if pair.revision.is_const else "became-enum"
        walk.log.schema(change, pair.context, *places, value=_text(new), new=_text(new))
    elif old is not None:
        change = "const-removed" if pair.base.is_const else "became-not-enum"
        walk.log.schema(change, pair.context, *places, value=_text(old), old=_text(old))


def compare_extensible(walk: Walk, pair: Pair) -> None:
    """Note values of `x-extensible-enum` that came and went; it says nothing where only one side has it."""
    old, new = (_listed(node) for node in (pair.base, pair.revision))
    if old is None or new is None or old == new:
        return
    places = pair.base.locate(EXTENSIBLE), pair.revision.locate(EXTENSIBLE)
    for change, values in (("added", new - old), ("removed", old - new)):
        if values:
            walk.log.schema(f"{EXTENSIBLE}-value-{change}", pair.context, *places, value=_text(sorted(values)))


def _listed(node: Node) -> set[str] | None:
    values: Json = node.extensions.get(EXTENSIBLE)
    return {canonical(value) for value in values} if isinstance(values, list) else None


def _text(values: list[str]) -> str:
    """Canonical values for people: strings without quotes."""
    return ", ".join(value if not value.startswith('"') else json.loads(value) for value in values)
