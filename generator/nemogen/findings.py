"""What a phase has to say to a user: the one type of all reports."""

from __future__ import annotations

import enum
import hashlib
import re
from typing import Final

from nemogen.errors import Location
from nemogen.light_dataclasses import dataclass

IN_BASE: Final = " (base)"
"""The suffix of the base's file name if the revision has the same name."""


_REMOVAL: Final = re.compile(r"-(?:removed|deleted|unset)(?:-|$)")
"""Rules of what is only in the base."""


class Level(enum.StrEnum):
    """How much a finding matters, worst first. `error`: an input or a response is broken; `note`: a repair."""

    ERROR = "error"
    BREAKING = "breaking"
    RISKY = "risky"
    ADDITIVE = "additive"
    DOCS = "docs"
    UNREACHABLE = "unreachable"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the worst level."""
        return list(Level).index(self)


class Direction(enum.StrEnum):
    """Who sends what a finding is about."""

    REQUEST = "request"
    RESPONSE = "response"
    BOTH = "both"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of any phase that is reported to a user.

    `id` is a stable kebab-case rule id. `base` and `revision` are its locations in the two documents (a finding about
    a single document uses `revision`). `locations` holds further ones with the same cause; `count` is the number of
    all of them. `key` says what the finding is about without wording (API names, not positions): approvals hang on it.
    `operations` are all that it is of, `paths` the ways from an argument or a response to what changed ("model",
    "choices[].message"), `values` the values that came or went, `before` and `after` the value that changed, as text.
    `used_by` are the lines of a caller's code that it is about; None where no code was looked at. `maybe_used_by` are
    those that may be: what they use is decided when the program runs. `help` says how to go on, where a person has to.
    `error` is the id of the error that the finding reports, if it reports one.
    """

    id: str
    level: Level
    message: str
    area: str = ""
    direction: Direction = Direction.NONE
    operation: str = ""
    key: str = ""
    base: Location | None = None
    revision: Location | None = None
    locations: tuple[Location, ...] = ()
    count: int = 1
    operations: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    used_by: tuple[Location, ...] | None = None
    maybe_used_by: tuple[Location, ...] = ()
    help: str = ""
    error: str = ""

    @property
    def shown_id(self) -> str:
        """The id that people see: of an error, that of the error itself, which says more than where it occurred."""
        return self.error or self.id

    @property
    def can_be_approved(self) -> bool:
        """Whether an approval may accept it: a change, or what is found in a recording."""
        return self.area == "recordings" or self.level not in (Level.ERROR, Level.NOTE)

    @property
    def advice(self) -> str:
        """The message followed by the help, for formats that have one text for both."""
        return f"{self.message.rstrip('.')}. {self.help}" if self.help else self.message

    @property
    def sides(self) -> tuple[Location, ...]:
        """Its locations in the documents that have it. For what was removed, the base comes first: the revision has
        nothing to show.
        """
        both = (self.base, self.revision) if _REMOVAL.search(self.id) else (self.revision, self.base)
        return tuple(side for side in both if side is not None)

    @property
    def openable_sides(self) -> tuple[Location, ...]:
        """Those of `sides` that a viewer can open: not the base's revision of the file that the revision is of."""
        new = self.revision.file if self.revision else None
        return tuple(
            side
            for side in self.sides
            if side is self.revision or (side.file != new and not side.file.endswith(IN_BASE))
        )

    @property
    def shown_at(self) -> Location | None:
        """Where a person looks first."""
        return next(iter(self.sides), None)

    @property
    def fingerprint(self) -> str:
        """12 hex digits that stay the same when the message is reworded or lines move.

        They are of the rule, the operations, the side, what changed and from what to what: another loss has others.
        """
        where = self.key or (self.revision or self.base or Location("")).pointer
        operations = ", ".join(self.operations) or self.operation
        text = f"{self.id}\n{operations}\n{self.direction}\n{where}"
        return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:12]
