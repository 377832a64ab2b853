"""The history of upstream: one frozen type, from which the table, the JSON document and the page are made."""

from __future__ import annotations

import datetime
import enum
from collections import Counter
from collections.abc import Iterator
from typing import Final

from nemogen.errors import InternalError
from nemogen.findings import Finding, Level
from nemogen.light_dataclasses import dataclass
from nemogen.report.model import State, Subject, worst
from nemogen.text_safety import clip, plain


class Content(enum.StrEnum):
    """What was at a path at a revision."""

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
    """The result of a regeneration at a revision.

    `subjects` are what was checked: generated, source, regenerated, imports, types, recordings. `version` is the
    package's, None if nothing was generated; `unused` counts the overlay's actions that match nothing there.
    """

    subjects: tuple[Subject, ...]
    version: str | None = None
    unused: int = 0

    def state(self, name: str) -> State | None:
        """The state of a subject; None if it was not reached."""
        return next((subject.state for subject in self.subjects if subject.name == name), None)

    @property
    def failed(self) -> tuple[Subject, ...]:
        """The subjects that decide whether a package works. Recordings are current, so old specs may reject them."""
        return tuple(subject for subject in self.subjects if subject.name in PACKAGE and subject.state not in _GOOD)


_CLAUSE: Final = 90
PACKAGE: Final = ("generated", "regenerated", "imports", "types")
_GOOD: Final = (State.DONE, State.UP_TO_DATE, State.SKIPPED)


@dataclass(frozen=True, slots=True)
class Row:
    """One revision. `date` is UTC, None if the host gave none; `size` in bytes, None if there is no file.

    `why` is the reason that `content` is not a document of this API. `changes` are the differences to the previous
    revision, None if there is none; `faults` are the problems of this document alone: dangling references.
    `moved_from` is the previous path, if it differs; `is_first`: there is no previous revision.
    `python_unknown` is the reason that only changes on the wire are known, else empty; `version` is that of
    the package which was released from it, if one was.
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
    is_first: bool = False
    python_unknown: str = ""
    version: str | None = None
    replay: Replay | None = None

    @property
    def level(self) -> Level | None:
        """The worst level of all changes; None if there are only notes."""
        return worst(self.changes or ())

    @property
    def document_size(self) -> int | None:
        """The size of an OpenAPI document; None if the file is anything else."""
        return self.size if self.content.is_openapi else None

    @property
    def dangling(self) -> int:
        """The number of dangling references."""
        return sum(fault.count for fault in self.faults)


@dataclass(frozen=True, slots=True)
class History:
    """The revisions of one API's document, oldest first.

    `source` is where they were read, `commit_url` the URL prefix of a commit's page, if it has
    one. `incomplete` is the reason that there may be more, empty if nothing is known to be missing.
    """

    api: str
    source: str
    rows: tuple[Row, ...]
    commit_url: str | None = None
    incomplete: str = ""


def exit_status(history: History) -> int:
    """70 for a bug of nemogen, 4 if a revision could not be checked, 1 if a document gives no package that
    works, else 0."""
    failed = [subject for row in history.rows if row.replay for subject in row.replay.failed]
    states = [subject.state for subject in failed]
    if State.INTERNAL_ERROR in states:
        return InternalError.exit_code
    if State.NOT_CHECKED in states or any(row.content is Content.NOT_READ for row in history.rows):
        return 4
    return 1 if states else 0


def change(row: Row) -> str:
    """One word: the level of change, or what is there instead of a document; empty if nothing was compared."""
    if row.content is not Content.DOCUMENT:
        return row.content
    if row.changes is None:
        return "first" if row.is_first else ""
    return row.level or "same"


def headline(row: Row) -> str:
    """The findings in one line: the worst one in words, the others counted."""
    return plain("; ".join(filter(None, _clauses(row))))


def describe_finding(finding: Finding) -> str:
    """A finding in words, with its operation."""
    return f"{finding.operation}: {finding.message}" if finding.operation else finding.message


def totals(history: History) -> str:
    """The number of revisions of each kind, and the result of the replay."""
    rows = history.rows
    contents = Counter[Content](row.content for row in rows if row.content is not Content.DOCUMENT)
    levels = Counter(row.level for row in rows if row.content is Content.DOCUMENT)
    parts = [f"{len(rows)} revisions" if len(rows) != 1 else "1 revision"]
    parts += [f"{levels[level]} {level}" for level in Level if levels[level]]
    parts += [f"{contents[content]} {content}" for content in Content if contents[content]]
    replays = [row.replay for row in rows if row.replay]
    if replays:
        parts.append(f"{sum(not each.failed for each in replays)} of {len(replays)} replays give a package that works")
    return ", ".join(parts)


def short_date(date: datetime.datetime | None) -> str:
    """To the minute, as `2025-01-28 16:58`."""
    return date.strftime("%Y-%m-%d %H:%M") if date else "no date"


def _clauses(row: Row) -> Iterator[str]:
    if row.why:
        yield row.why
    if row.dangling:
        yield "1 dangling reference" if row.dangling == 1 else f"{row.dangling} dangling references"
    if row.moved_from is not None:
        yield f"moved from {row.moved_from}"
    if row.content.is_openapi and row.changes is not None:
        yield from _changes(tuple(each for each in row.changes if each.level is not Level.NOTE))
    if row.python_unknown:
        yield "Python side: not examined"


def _changes(changes: tuple[Finding, ...]) -> Iterator[str]:
    if not changes:
        yield "the same contract as before"
        return
    first, *others = changes
    several = len({finding.operation for finding in changes if finding.operation}) > 1
    yield clip(describe_finding(first) if several or first.area in ("paths", "webhooks") else first.message, _CLAUSE)
    yield f"{len(others)} more" if others else ""
