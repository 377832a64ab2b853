"""Single changes, and the findings that they are told as: the same change in many places is one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.diff.source.rules import AREA, SOURCE_RULES, SourceRule
from generator.errors import Place
from generator.ir import Finding

_NAMED: Final = 3
_ASYNC = re.compile(r"\bAsync(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `name` is what callers write, `leaf` its last part: changes of one rule and leaf are one cause."""

    rule: str
    name: str
    leaf: str
    old: str = ""
    new: str = ""
    base: Place | None = None
    revision: Place | None = None

    @property
    def row(self) -> SourceRule:
        """The rule's row in the table."""
        return SOURCE_RULES[self.rule]


def findings(changes: Iterable[Change]) -> tuple[Finding, ...]:
    """The changes as findings. A sync and an async class that changed alike are one, and so are equal changes."""
    groups: dict[tuple[str, ...], list[Change]] = {}
    for change in changes:
        same = (change.rule, change.leaf, _ASYNC.sub("", change.old), _ASYNC.sub("", change.new))
        groups.setdefault(same, []).append(change)
    return tuple(_finding(sorted(group, key=_by_name_and_place)) for group in groups.values())


def _by_name_and_place(change: Change) -> tuple[int, str, str, int]:
    place = change.revision or change.base or Place("")
    return len(change.name), change.name, place.file, place.line or 0


def _finding(group: list[Change]) -> Finding:
    first = group[0]
    rule = first.row
    names = list(dict.fromkeys(change.name for change in group))
    spots = list(dict.fromkeys(place for change in group if (place := change.revision or change.base)))
    return Finding(
        id=rule.id,
        level=rule.level,
        message=rule.message.format(names=_listed(names), old=first.old, new=first.new, **_verbs(len(names))),
        area=AREA,
        direction=rule.direction,
        key=", ".join(names),
        base=first.base,
        revision=first.revision,
        places=tuple(place for place in spots if place not in (first.revision, first.base)),
        count=max(1, len(spots)),
    )


def _verbs(count: int) -> dict[str, str]:
    verbs = {"be": "is", "have": "has", "take": "takes", "inherit": "inherits"}
    return verbs if count == 1 else {verb: "are" if verb == "be" else verb for verb in verbs}


def _listed(names: list[str]) -> str:
    shown = [f"`{name}`" for name in names[:_NAMED]]
    if len(names) > _NAMED:
        return f"{', '.join(shown)} and {len(names) - _NAMED} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
