"""Compares which schemas stand below a schema, and hands the pairs to the walk."""

from __future__ import annotations

from nemogen.contract_form.keywords import SINGLE_KIDS
from nemogen.contract_form.places import Spot
from nemogen.diff.bounds import note
from nemogen.diff.schema_pairs import Pair, Walk

STEPS = {"items": "[]", "additionalProperties": "{}"}
"""How people are shown the way to a schema below."""


def compare_kids(walk: Walk, pair: Pair) -> None:
    """Compare everything below but properties and the branches of unions."""
    present = {*pair.base.single, *pair.revision.single, *pair.base.facts, *pair.revision.facts} & SINGLE_KIDS.keys()
    for keyword in sorted(present):
        if keyword == "additionalProperties":
            _compare_additional(walk, pair)
        elif keyword == "not":
            _compare_not(walk, pair)
        else:
            _compare_single(walk, pair, keyword, SINGLE_KIDS[keyword])
    for keyword, name in (("patternProperties", "pattern-property"), ("dependentSchemas", "dependent-schema")):
        _compare_named(walk, pair, keyword, name)
    _compare_tuple(walk, pair)


def _compare_single(walk: Walk, pair: Pair, keyword: str, name: str) -> None:
    old, new = pair.base.single.get(keyword), pair.revision.single.get(keyword)
    if old and new:
        walk.later(old, new, pair.context.below(STEPS.get(keyword, f"({keyword})")))
        return
    was, is_ = _strength(old, keyword in pair.base.facts), _strength(new, keyword in pair.revision.facts)
    if was != is_:
        note(walk, pair, f"{name}-added" if is_ > was else f"{name}-removed", keyword)


def _strength(spot: Spot | None, is_false: bool) -> int:
    """0 where nothing is said, 1 for a schema, 2 for false, which nothing matches."""
    return 2 if is_false else 1 if spot else 0


def _compare_additional(walk: Walk, pair: Pair) -> None:
    keyword = "additionalProperties"
    old, new = pair.base.single.get(keyword), pair.revision.single.get(keyword)
    if old and new:
        walk.later(old, new, pair.context.below("{}"))
        return
    was_closed, is_closed = keyword in pair.base.facts, keyword in pair.revision.facts
    if is_closed != was_closed:
        note(walk, pair, f"additional-properties-{'closed' if is_closed else 'opened'}", keyword)
    elif old or new:
        note(walk, pair, f"additional-properties-{'typed' if new else 'untyped'}", keyword)


def _compare_not(walk: Walk, pair: Pair) -> None:
    old, new = pair.base.single.get("not"), pair.revision.single.get("not")
    if old and new:
        if not walk.matcher.same(old, new):
            note(walk, pair, "not-changed", "not")
    elif old or new:
        note(walk, pair, "not-added" if new else "not-removed", "not")


def _compare_named(walk: Walk, pair: Pair, keyword: str, name: str) -> None:
    base, revision = pair.base.named.get(keyword, {}), pair.revision.named.get(keyword, {})
    for key in (*base, *(key for key in revision if key not in base)):
        old, new = base.get(key), revision.get(key)
        if old and new:
            walk.later(old, new, pair.context.below(f"({keyword} {key})"))
        else:
            places = (
                old.pointer if old else pair.base.locate(keyword),
                new.pointer if new else pair.revision.locate(keyword),
            )
            walk.log.schema(f"{name}-{'added' if new else 'removed'}", pair.context, *places, value=key)


def _compare_tuple(walk: Walk, pair: Pair) -> None:
    old, new = pair.base.tuple_items, pair.revision.tuple_items
    for index, (left, right) in enumerate(zip(old, new, strict=False)):
        walk.later(left, right, pair.context.below(f"[{index}]"))
    if len(old) != len(new):
        change = "prefix-items-added" if len(new) > len(old) else "prefix-items-removed"
        note(walk, pair, change, "prefixItems", len(old), len(new))
