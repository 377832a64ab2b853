"""Deprecation, sunset and stability, of operations, parameters and properties (as oasdiff reads `x-sunset` and
`x-stability-level`)."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from nemogen.diff.schema_pairs import Pair, Walk
from nemogen.diff.values import compare_extensible
from nemogen.document import Json

STABILITY = ("draft", "alpha", "beta", "stable")
UNSTABLE = ("draft", "alpha")
SUNSET = "x-sunset"
STABLE = "x-stability-level"


def sunset(raw: Mapping[str, Json]) -> datetime.date | str | None:
    """The sunset of a part of a document: its day, the text that is none, or None."""
    value = raw.get(SUNSET)
    if value is None:
        return None
    try:
        return datetime.date.fromisoformat(str(value).strip('"')[:10])
    except ValueError:
        return str(value)


def has_passed(day: datetime.date, today: datetime.date | None) -> bool:
    """Whether a sunset lies before today; one counts as ahead while today is not known."""
    return today is not None and day < today


def stability(raw: Mapping[str, Json]) -> int | None:
    """The rank of a stability level, `stable` where none is named; None for a word that is no level."""
    level = raw.get(STABLE, "stable")
    return STABILITY.index(level) if level in STABILITY else None


def is_unstable(raw: Mapping[str, Json]) -> bool:
    """Whether callers were warned that it may change at any time."""
    return raw.get(STABLE) in UNSTABLE


def stability_change(base: Mapping[str, Json], revision: Mapping[str, Json]) -> str | None:
    """The ending of the rule for two stability levels, or None where they are equal or no levels."""
    old, new = stability(base), stability(revision)
    if old is None or new is None or old == new:
        return None
    return "stability-decreased" if new < old else "stability-increased"


def compare_schema_lifecycle(walk: Walk, pair: Pair) -> None:
    """Note what became of the deprecation, stability and extensible enum of a schema."""
    base, revision, context = pair.base, pair.revision, pair.context
    was, is_ = "deprecated" in base.facts, "deprecated" in revision.facts
    if was != is_:
        day = sunset(revision.extensions)
        change = "reactivated"
        if is_:
            change = "deprecated" if day is None else "deprecated-with-sunset"
            if isinstance(day, str):
                change = "deprecated-sunset-invalid"
            elif day is not None and has_passed(day, walk.today):
                change = "sunset-date-too-small"
        walk.log.schema(change, context, base.locate("deprecated"), revision.locate("deprecated"), new=str(day or ""))
    change_ = stability_change(base.extensions, revision.extensions)
    if change_:
        values = {"old": base.extensions.get(STABLE, "stable"), "new": revision.extensions.get(STABLE, "stable")}
        walk.log.schema(change_, context, base.locate(STABLE), revision.locate(STABLE), **values)
    compare_extensible(walk, pair)
