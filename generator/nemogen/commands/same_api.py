"""Which revisions of a file are of one API: a wrong file that was pushed by mistake shares no operation with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from nemogen.diff.match_operations import pair_operations
from nemogen.diff.side import Side
from nemogen.document import JsonObject
from nemogen.errors import SpecError

_MOST_NAMES = 3


@dataclass(slots=True)
class _Family:
    """Revisions that share operations from one to the next; `newest` is what a later one is compared with."""

    newest: Side
    members: list[int] = field(default_factory=list)
    has_pin: bool = False

    def takes(self, side: Side) -> bool:
        paired = pair_operations(self.newest, side)
        return bool(paired.same or paired.moved)


class Kinship:
    """Is shown the revisions, oldest first; knows then which are of another API than most, or than the pin."""

    def __init__(self) -> None:
        self._families: list[_Family] = []

    def meet(self, at: int, spec: JsonObject) -> None:
        """Revision number `at` is this OpenAPI document. One without operations is no stranger to anybody."""
        side = _read(spec)
        if side is None or not side.document.operations:
            return
        family = self._family_of(side)
        family.newest = side
        family.members.append(at)

    def meet_pin(self, spec: JsonObject) -> None:
        """The pin, after all revisions: the family that it belongs to is the API."""
        side = _read(spec)
        for family in self._families:
            family.has_pin = side is not None and family.takes(side)

    def strangers(self) -> dict[int, str]:
        """The revisions of another API, with the operations that they have instead."""
        home = max(self._families, key=lambda each: (each.has_pin, len(each.members), each.members[-1]), default=None)
        return {
            at: f"it has {_names(family.newest)}, and no operation of the other revisions"
            for family in self._families
            if family is not home
            for at in family.members
        }

    def _family_of(self, side: Side) -> _Family:
        # The family met last goes first: most revisions are like the one before.
        for family in sorted(self._families, key=lambda each: -each.members[-1]):
            if family.takes(side):
                return family
        self._families.append(_Family(side))
        return self._families[-1]


def _read(spec: JsonObject) -> Side | None:
    try:
        return Side(spec, "")
    except SpecError:
        return None


def _names(side: Side) -> str:
    names = [operation.label for operation in side.document.operations]
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return ", ".join(names[:_MOST_NAMES]) + more
