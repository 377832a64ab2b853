"""Which revisions of a file are of one API: a wrong file that was pushed by mistake shares no operation with it."""

from __future__ import annotations

from dataclasses import field

from nemogen.diff.match_operations import pair_operations
from nemogen.diff.side import Side
from nemogen.document import JsonObject
from nemogen.errors import SpecError
from nemogen.light_dataclasses import dataclass

_MOST_NAMES = 3


@dataclass(slots=True)
class _Group:
    """Revisions that share operations from one to the next; `newest` is what a later one is compared with."""

    newest: Side
    members: list[int] = field(default_factory=list)
    has_pin: bool = False

    def takes(self, side: Side) -> bool:
        paired = pair_operations(self.newest, side)
        return bool(paired.same or paired.moved)


class RevisionGroups:
    """Groups revisions that share operations. They are added oldest first; then the groups of other APIs are known."""

    def __init__(self) -> None:
        self._groups: list[_Group] = []

    def add(self, at: int, spec: JsonObject) -> None:
        """Add revision number `at`, an OpenAPI document. One without operations is in no group."""
        side = _read(spec)
        if side is None or not side.document.operations:
            return
        group = self._group_of(side)
        group.newest = side
        group.members.append(at)

    def add_pin(self, spec: JsonObject) -> None:
        """The pin, after all revisions: the group that it belongs to is the API."""
        side = _read(spec)
        for group in self._groups:
            group.has_pin = side is not None and group.takes(side)

    def other_apis(self) -> dict[int, str]:
        """The revisions of another API, with the operations that they have instead."""
        home = max(self._groups, key=lambda each: (each.has_pin, len(each.members), each.members[-1]), default=None)
        return {
            at: f"it has {_names(group.newest)}, and no operation of the other revisions"
            for group in self._groups
            if group is not home
            for at in group.members
        }

    def _group_of(self, side: Side) -> _Group:
        # The newest group is tried first: most revisions are like the one before.
        for group in sorted(self._groups, key=lambda each: -each.members[-1]):
            if group.takes(side):
                return group
        self._groups.append(_Group(side))
        return self._groups[-1]


def _read(spec: JsonObject) -> Side | None:
    try:
        return Side(spec, "")
    except SpecError:
        return None


def _names(side: Side) -> str:
    names = [operation.label for operation in side.document.operations]
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return ", ".join(names[:_MOST_NAMES]) + more
