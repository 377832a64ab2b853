"""Compares what limits a value: bounds, lengths, patterns, dependencies."""

from __future__ import annotations

from fractions import Fraction

from nemogen.contract_form.keywords import IMPLIED_BOUNDS, LOWER_BOUNDS, UPPER_BOUNDS
from nemogen.diff.schema_pairs import Pair, Walk
from nemogen.document import Json

ANYTHING = frozenset({".*", "^.*$", "^.*", ".*$", ""})
"""Patterns that match any text."""


def compare_bounds(walk: Walk, pair: Pair) -> None:
    for keyword, name in (*UPPER_BOUNDS.items(), *LOWER_BOUNDS.items()):
        implied = IMPLIED_BOUNDS.get(keyword) if keyword != "minItems" else None
        old, new = pair.base.facts.get(keyword, implied), pair.revision.facts.get(keyword, implied)
        if old != new:
            note(walk, pair, f"{name}-{_direction(old, new)}", keyword, old, new)
    old, new = pair.base.facts.get("multipleOf"), pair.revision.facts.get("multipleOf")
    if old != new:
        if old is None or new is None:
            ending = "set" if old is None else "unset"
        else:
            ending = "generalized" if _divides(new, old) else "changed"
        note(walk, pair, f"multiple-of-{ending}", "multipleOf", old, new)


def _direction(old: float | None, new: float | None) -> str:
    if old is None or new is None:
        return "set" if old is None else "unset"
    return "increased" if new > old else "decreased"


def _divides(unit: float, value: float) -> bool:
    """Whether every multiple of `value` is one of `unit`, in decimals as they are written."""
    return unit != 0 and (Fraction(str(value)) / Fraction(str(unit))).denominator == 1


def compare_texts(walk: Walk, pair: Pair) -> None:
    base, revision = pair.base.facts, pair.revision.facts
    old, new = base.get("pattern"), revision.get("pattern")
    if old != new:
        ending = "added" if old is None else "removed" if new is None else "changed"
        if ending == "changed" and new in ANYTHING:
            ending = "generalized"
        note(walk, pair, f"pattern-{ending}", "pattern", old, new)
    if base.get("uniqueItems") != revision.get("uniqueItems"):
        note(walk, pair, "unique-items-set" if "uniqueItems" in revision else "unique-items-unset", "uniqueItems")
    for keyword, name in (("contentMediaType", "content-media-type"), ("contentEncoding", "content-encoding")):
        if base.get(keyword) != revision.get(keyword):
            note(walk, pair, f"{name}-changed", keyword, base.get(keyword), revision.get(keyword))


def compare_dependencies(walk: Walk, pair: Pair) -> None:
    base = pair.base.facts.get("dependentRequired", {})
    revision = pair.revision.facts.get("dependentRequired", {})
    for name in sorted(base.keys() | revision.keys()):
        old, new = base.get(name), revision.get(name)
        if old != new:
            ending = "added" if old is None else "removed" if new is None else "changed"
            places = pair.base.locate("dependentRequired"), pair.revision.locate("dependentRequired")
            walk.log.schema(
                f"dependent-required-{ending}",
                pair.context,
                *places,
                value=name,
                old=", ".join(old or ()),
                new=", ".join(new or ()),
            )


def note(walk: Walk, pair: Pair, change: str, keyword: str, old: Json = "", new: Json = "") -> None:
    places = pair.base.locate(keyword), pair.revision.locate(keyword)
    walk.log.schema(change, pair.context, *places, old=old, new=new)
