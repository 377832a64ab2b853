"""Compares what limits a value: bounds, lengths, patterns, dependencies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from nemogen.diff.count_keywords import COUNT_KEYWORDS
from nemogen.diff.schema_pairs import Pair, Walk
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.pattern_form import pattern_form
from nemogen.openapi.schema import Number, NumberBounds

ANY_LINE: Final = frozenset({"^.*$"})
"""Patterns that match any text without line breaks; those that match every text are no patterns to the reader."""


def compare_bounds(walk: Walk, pair: Pair) -> None:
    """Note bounds of numbers, lengths and counts that changed."""
    is_counted = pair.base.arrays.contains is not None and pair.revision.arrays.contains is not None
    for each in COUNT_KEYWORDS:
        if each.is_of_contains and not is_counted:
            continue  # without `contains` they mean nothing; adding or removing it is a change of its own
        old, new = each.value(pair.base), each.value(pair.revision)
        old, new = each.implied if old is None else old, each.implied if new is None else new
        if old != new:
            note(walk, pair, f"{each.name}-{_direction(old, new)}", each.keyword, old, new)
    was, is_ = pair.base.numbers, pair.revision.numbers
    if was == is_:
        return
    for lower in (True, False):
        _compare_bound(walk, pair, _Bound.of(was, lower=lower), _Bound.of(is_, lower=lower))
    _compare_multiple(walk, pair, was.multiple_of, is_.multiple_of)


@dataclass(frozen=True, slots=True)
class _Bound:
    """A lower or an upper bound of numbers."""

    value: Number
    is_exclusive: bool
    is_lower: bool

    @classmethod
    def of(cls, bounds: NumberBounds, *, lower: bool) -> _Bound | None:
        inclusive = bounds.minimum if lower else bounds.maximum
        exclusive = bounds.exclusive_minimum if lower else bounds.exclusive_maximum
        if exclusive is not None:
            return cls(exclusive, is_exclusive=True, is_lower=lower)
        return None if inclusive is None else cls(inclusive, is_exclusive=False, is_lower=lower)

    @property
    def name(self) -> str:
        return f"{'exclusive-' if self.is_exclusive else ''}{'min' if self.is_lower else 'max'}"

    @property
    def keywords(self) -> tuple[str, ...]:
        words = ("Minimum", "minimum") if self.is_lower else ("Maximum", "maximum")
        names = f"exclusive{words[0]}", words[1]
        return names if self.is_exclusive else names[::-1]

    def is_tighter(self, other: _Bound) -> bool:
        """Whether it allows less than the other one, of the other kind."""
        if self.value == other.value:
            return self.is_exclusive
        return (self.value > other.value) == self.is_lower


def _compare_bound(walk: Walk, pair: Pair, old: _Bound | None, new: _Bound | None) -> None:
    """Note a bound that changed; where an inclusive one became an exclusive one or the reverse, as one change."""
    if old == new:
        return
    named = new or old
    assert named is not None, "two bounds that differ are not both missing"
    was, is_ = None if old is None else old.value, None if new is None else new.value
    if old is None or new is None:
        change = f"{named.name}-{'set' if old is None else 'unset'}"
    elif old.is_exclusive == new.is_exclusive:
        change = f"{named.name}-{_direction(was, is_)}"
    elif new.is_tighter(old):
        change = f"{new.name}-set"
    else:
        change = f"{old.name}-unset"
    locations = (
        pair.base.locate(*(old or named).keywords),
        pair.revision.locate(*(new or named).keywords),
    )
    walk.log.schema(change, pair.context, *locations, old=was, new=is_)


def _compare_multiple(walk: Walk, pair: Pair, old: Number | None, new: Number | None) -> None:
    if old == new:
        return
    if old is None or new is None:
        ending = "set" if old is None else "unset"
    else:
        # Where values are sent, all that matters is that some are refused now.
        is_specialized = not pair.context.is_sent and _divides(old, new)
        ending = "generalized" if _divides(new, old) else "specialized" if is_specialized else "changed"
    note(walk, pair, f"multiple-of-{ending}", "multipleOf", old, new)


def _direction(old: Number | None, new: Number | None) -> str:
    if old is None or new is None:
        return "set" if old is None else "unset"
    return "increased" if new > old else "decreased"


def _divides(unit: Number, value: Number) -> bool:
    """Whether every multiple of `value` is one of `unit`, in decimals as they are written."""
    return unit != 0 and (Fraction(str(value)) / Fraction(str(unit))).denominator == 1


def compare_texts(walk: Walk, pair: Pair) -> None:
    """Note patterns, contents and uniqueness that changed."""
    base, revision = pair.base.strings, pair.revision.strings
    old, new = base.pattern, revision.pattern
    if old != new and (old is None or new is None or pattern_form(old) != pattern_form(new)):
        ending = "added" if old is None else "removed" if new is None else "changed"
        if ending == "changed" and new in ANY_LINE:
            ending = "generalized"
        note(walk, pair, f"pattern-{ending}", "pattern", old, new)
    if pair.base.arrays.unique_items != pair.revision.arrays.unique_items:
        change = "unique-items-set" if pair.revision.arrays.unique_items else "unique-items-unset"
        note(walk, pair, change, "uniqueItems")
    for keyword, name, was, is_ in (
        ("contentMediaType", "content-media-type", base.content_media_type, revision.content_media_type),
        ("contentEncoding", "content-encoding", base.content_encoding, revision.content_encoding),
    ):
        if was != is_:
            note(walk, pair, f"{name}-changed", keyword, was, is_)


def compare_dependencies(walk: Walk, pair: Pair) -> None:
    """Note properties that require others, where that changed."""
    base, revision = pair.base.objects.dependent_required, pair.revision.objects.dependent_required
    locations = [side.locate("dependentRequired", "dependencies") for side in (pair.base, pair.revision)]
    for name in sorted(base.keys() | revision.keys()):
        old, new = tuple(_needed(base, name)), tuple(_needed(revision, name))
        if old != new:
            ending = "added" if not old else "removed" if not new else "changed"
            change = f"dependent-required-{ending}"
            walk.log.schema(change, pair.context, *locations, value=name, old=old, new=new)


def _needed(required: Mapping[str, tuple[str, ...]], name: str) -> Iterator[str]:
    yield from sorted(required.get(name, ()))


def note(
    walk: Walk,
    pair: Pair,
    change: str,
    keyword: str,
    old: JsonValue = "",
    new: JsonValue = "",
    *,
    identity: str = "",
) -> None:
    """Note a change of one keyword, at its locations; `identity` distinguishes changes that have no name."""
    locations = pair.base.locate(keyword), pair.revision.locate(keyword)
    walk.log.schema(change, pair.context, *locations, old=old, new=new, identity=identity)
