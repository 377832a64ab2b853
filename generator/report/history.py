"""What upstream did over time: one frozen type, from which the table, the JSON document and the page are made."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.ir import Finding, Level
from generator.plain import plain
from generator.report.model import State, Subject, tally, worst


class Content(enum.StrEnum):
    """What lay at a path at a revision."""

    DOCUMENT = "document"
    OTHER_API = "another API"
    NO_OPENAPI = "no OpenAPI"
    REMOVED = "removed"
    NOT_READ = "not read"

    @property
    def is_openapi(self) -> bool:
        return self in (Content.DOCUMENT, Content.OTHER_API)


@dataclass(frozen=True, slots=True)
class Replay:
    """What a regeneration at a revision gave.

    `subjects` are what was looked at: generated, source, regenerated, imports, types, recordings. `version` is the
    package's, None where nothing was generated; `unused` counts the overlay's actions that fit nothing there.
    """

    subjects: tuple[Subject, ...]
    version: str | None = None
    unused: int = 0

    def state(self, name: str) -> State | None:
        """How a subject stands; None where it was not come to."""
        return next((subject.state for subject in self.subjects if subject.name == name), None)

    @property
    def failed(self) -> tuple[Subject, ...]:
        """The subjects of a package that does not work. Recordings are of today, so old documents may refuse them."""
        return tuple(subject for subject in self.subjects if subject.name in PACKAGE and subject.state not in _GOOD)


PACKAGE: Final = ("generated", "regenerated", "imports", "types")
_GOOD: Final = (State.DONE, State.IN_STEP, State.LEFT_OUT)


@dataclass(frozen=True, slots=True)
class Row:
    """One revision. `date` is UTC, None where the host named none; `size` in bytes, None where there is no file.

    `why` says why `content` is no document of this API. `changes` are the differences to the revision before, None
    where there is none to compare with; `faults` what is wrong with this document alone: references that lead nowhere.
    `moved_from` is the path before, where it was another.
    """

    commit: str
    date: datetime.datetime | None
    path: str
    content: Content
    size: int | None = None
    why: str = ""
    changes: tuple[Finding, ...] | None = None
    faults: tuple[Finding, ...] = ()
    moved_from: str | None = None
    replay: Replay | None = None

    @property
    def level(self) -> Level | None:
        """The worst level of all changes; None where there are none but notes."""
        return worst(self.changes or ())

    @property
    def dangling(self) -> int:
        """How many references lead nowhere."""
        return sum(fault.count for fault in self.faults)


@dataclass(frozen=True, slots=True)
class History:
    """The revisions of one API's document, oldest first.

    `source` is where they were read, `commit_url` what stands before a commit in the address of its page, if it has
    one. `incomplete` says why there may be more, empty where nothing is known to be missing.
    """

    api: str
    source: str
    rows: tuple[Row, ...]
    commit_url: str | None = None
    incomplete: str = ""


def exit_status(history: History) -> int:
    """4 where a revision could not be read, 1 where a replayed document gives no package that works, else 0."""
    if any(row.content is Content.NOT_READ for row in history.rows):
        return 4
    if any(_not_checked(row) for row in history.rows):
        return 4
    return 1 if any(row.replay and row.replay.failed for row in history.rows) else 0


def headline(row: Row) -> str:
    """The findings in one line: the worst in words, the others counted."""
    return plain("; ".join(filter(None, _clauses(row))))


def short_date(date: datetime.datetime | None) -> str:
    """To the minute, as `2025-01-28 16:58`."""
    return date.strftime("%Y-%m-%d %H:%M") if date else "no date"


def change(row: Row) -> str:
    """The level of change, or why there is none."""
    if row.changes is None:
        return "first" if row.content.is_openapi else ""
    return row.level or "same"


def told(finding: Finding, *, operation: bool) -> str:
    """A finding in words, with its operation where that is not clear."""
    return f"{finding.operation}: {finding.message}" if operation and finding.operation else finding.message


def _not_checked(row: Row) -> bool:
    return row.replay is not None and any(each.state is State.NOT_CHECKED for each in row.replay.failed)


def _clauses(row: Row) -> Iterator[str]:
    if row.content is not Content.DOCUMENT:
        yield f"{row.content}: {row.why}" if row.why else row.content
    if row.dangling:
        yield "1 reference leads nowhere" if row.dangling == 1 else f"{row.dangling} references lead nowhere"
    if row.moved_from is not None:
        yield f"moved from {row.moved_from}"
    changes = [finding for finding in row.changes or () if finding.level is not Level.NOTE]
    if changes and row.content.is_openapi:
        several = len({finding.operation for finding in changes if finding.operation}) > 1
        yield told(changes[0], operation=several)
        yield f"and {tally(changes[1:])} more" if changes[1:] else ""
    elif row.content is Content.DOCUMENT and row.changes is not None:
        yield "no change of meaning"
