"""Deprecation, sunset and stability, of operations, parameters and properties (as oasdiff reads `x-sunset` and
`x-stability-level`)."""

from __future__ import annotations

import datetime
from typing import Final

from nemogen.change_policy import STABILITY
from nemogen.diff.collector import Context
from nemogen.diff.schema_pairs import Pair, Walk
from nemogen.diff.values import compare_extensible
from nemogen.openapi.json_value import JsonObject

SUNSET = "x-sunset"
STABLE = "x-stability-level"


def sunset(raw: JsonObject) -> datetime.date | str | None:
    """The sunset of a part of a document: its day, the text that is none, or None."""
    value = raw.get(SUNSET)
    if value is None:
        return None
    try:
        return datetime.date.fromisoformat(str(value).strip('"')[:10])
    except ValueError:
        return str(value)


def is_too_soon(day: datetime.date, today: datetime.date | None, days: int) -> bool:
    """Whether a sunset leaves less than so many days; one is far enough ahead while today is not known."""
    return today is not None and (day - today).days < days


def deprecation_change(walk: Walk, raw: JsonObject, level: int | None) -> str:
    """The ending of the rule for what is newly deprecated: what its `x-sunset` says, and the policy asks for."""
    day, days = sunset(raw), walk.policy.days_of(level)
    if isinstance(day, str):
        return "sunset-invalid"
    if day is None:
        return "sunset-missing" if days else ""
    return "sunset-too-soon" if is_too_soon(day, walk.today, days) else "with-sunset"


def has_passed(day: datetime.date, today: datetime.date | None) -> bool:
    """Whether a sunset has come: its day begins it. One counts as ahead while today is not known."""
    return today is not None and day <= today


def stability(raw: JsonObject) -> int | None:
    """The rank of a stability level, `stable` where none is named; None for a word that is no level."""
    level = raw.get(STABLE, "stable")
    return STABILITY.index(level) if level in STABILITY else None


def stability_change(base: JsonObject, revision: JsonObject) -> str | None:
    """The ending of the rule for two stability levels, or None where they are equal or no levels."""
    old, new = stability(base), stability(revision)
    if old is None or new is None or old == new:
        return None
    return "stability-decreased" if new < old else "stability-increased"


_DEPRECATED: Final = {
    "": "deprecated",
    "with-sunset": "deprecated-with-sunset",
    "sunset-invalid": "deprecated-sunset-invalid",
    "sunset-missing": "deprecated-sunset-missing",
    "sunset-too-soon": "sunset-date-too-small",
}
"""The change of a schema that is newly deprecated, by what `deprecation_change` says."""


def _level_of(raw: JsonObject, context: Context) -> int | None:
    """The stability of a schema: its own, or that of an unstable operation around it."""
    return 0 if context.is_unstable and STABLE not in raw else stability(raw)


def _compare_sunset(walk: Walk, pair: Pair) -> None:
    """Note that a sunset is earlier than before, or was removed, for something that stays deprecated."""
    base, revision = pair.base, pair.revision
    old, new = sunset(base.annotations.extensions), sunset(revision.annotations.extensions)
    if old is None and isinstance(new, datetime.date):
        level = _level_of(revision.annotations.extensions, pair.context)
        if is_too_soon(new, walk.today, walk.policy.days_of(level)):
            places = base.locate("deprecated"), revision.locate(SUNSET)
            walk.log.schema(_DEPRECATED["sunset-too-soon"], pair.context, *places, new=str(new))
        return
    if not isinstance(old, datetime.date) or isinstance(new, str) or (new is not None and new >= old):
        return
    change = "sunset-cleared" if new is None else "sunset-moved-earlier"
    places = base.locate(SUNSET), revision.locate(SUNSET if new else "deprecated")
    walk.log.schema(change, pair.context, *places, old=str(old), new=str(new or ""))


def compare_schema_lifecycle(walk: Walk, pair: Pair) -> None:
    """Note changes of the deprecation, stability and extensible enum of a schema."""
    base, revision, context = pair.base, pair.revision, pair.context
    old, new = base.annotations, revision.annotations
    if old is new:
        return
    if old.deprecated != new.deprecated:
        day = sunset(new.extensions)
        change = "reactivated"
        if new.deprecated:
            change = _DEPRECATED[deprecation_change(walk, new.extensions, _level_of(new.extensions, context))]
        walk.log.schema(change, context, base.locate("deprecated"), revision.locate("deprecated"), new=str(day or ""))
    elif new.deprecated:
        _compare_sunset(walk, pair)
    stability_changed = stability_change(old.extensions, new.extensions)
    if stability_changed:
        was, is_ = (side.extensions.get(STABLE, "stable") for side in (old, new))
        walk.log.schema(stability_changed, context, base.locate(STABLE), revision.locate(STABLE), old=was, new=is_)
    compare_extensible(walk, pair)
