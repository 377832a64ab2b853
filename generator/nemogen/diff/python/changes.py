"""Single changes, and the findings that report them: the same change in several locations is one finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from nemogen.diff.python.rules import AREA, SOURCE_RULES, VERBS, SourceRule
from nemogen.diff.python.surface import CLIENT
from nemogen.errors import Location
from nemogen.findings import Finding
from nemogen.light_dataclasses import dataclass
from nemogen.listing import list_names

_NAMED: Final = 40
_IN_ALPHABET: Final = ("python-name-added", "python-name-removed")
"""Rules of many unrelated names, classes mostly, in which a reader looks for one."""
_ASYNC = re.compile(r"\bAsync(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `name` is what callers write, `leaf` its last part: equal changes of one leaf are one cause."""

    rule: str
    name: str
    leaf: str
    old: str = ""
    new: str = ""
    base: Location | None = None
    revision: Location | None = None

    @property
    def values(self) -> tuple[str, str]:
        """What was, and what is."""
        return self.old, self.new

    @property
    def row(self) -> SourceRule:
        """The rule's row in the table."""
        return SOURCE_RULES[self.rule]


def findings(changes: Iterable[Change]) -> tuple[Finding, ...]:
    """The changes as findings: changes of several names with the same message are one.

    So a sync and an async method with the same change are one, and so are a parameter and the key of its model.
    """
    groups: dict[tuple[str, ...], list[Change]] = {}
    for change in changes:
        row = change.row
        same = (row.message, row.level, change.leaf, *(_ASYNC.sub("", each) for each in change.values))
        groups.setdefault(same, []).append(change)
    return tuple(_finding(sorted(group, key=_for_callers)) for group in groups.values())


def _for_callers(change: Change) -> tuple[bool, int, str, str, int]:
    """Methods of the client first, then the shortest name."""
    place = change.revision or change.base or Location("")
    return not change.name.startswith(f"{CLIENT}."), len(change.name), change.name, place.file, place.line or 0


def _finding(group: list[Change]) -> Finding:
    first = group[0]
    rule = first.row
    names = list(dict.fromkeys(change.name for change in group))
    is_list = first.rule in _IN_ALPHABET and not any("." in name for name in names)
    # The key keeps the order: it is fingerprinted.
    shown = [f"`{name}`" for name in (sorted(names) if is_list else names)]
    listed = list_names(shown, _NAMED)
    spots = list(dict.fromkeys(place for change in group if (place := change.revision or change.base)))
    return Finding(
        id=rule.id,
        level=rule.level,
        message=rule.message.format(names=listed, old=first.old, new=first.new, **_verbs(len(names))),
        area=AREA,
        direction=rule.direction,
        key=", ".join(names),
        base=first.base,
        revision=first.revision,
        locations=tuple(place for place in spots if place not in (first.revision, first.base)),
        count=max(1, len(spots)),
    )


def _verbs(count: int) -> Mapping[str, str]:
    return VERBS if count == 1 else {verb: "are" if verb == "be" else verb for verb in VERBS}
