"""`history`: what upstream did, revision by revision; with a replay, what nemogen would have made of each."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import CouldNot, Place, SpecError
from generator.ir import Finding, Json, JsonObject
from generator.pipeline.apis import Api, read_api
from generator.pipeline.attempt import could_not
from generator.pipeline.kinship import Kinship
from generator.pipeline.revisions import Archive, Stored, archive_of
from generator.pipeline.wire import Side, changes_between
from generator.project import Project
from generator.report.history import Content, History, Row

if TYPE_CHECKING:
    from generator.pipeline.replaying import Replayer

Progress = Callable[[str], None]

_LEADS_NOWHERE = "reference-"


@dataclass(frozen=True, slots=True)
class HistoryOptions:
    """What to look at. `since` is UTC, `limit` how many of the newest; `keep` is where a replay's repository stays."""

    clone: Path | None = None
    since: datetime.datetime | None = None
    limit: int | None = None
    replay: bool = False
    keep: Path | None = None


@dataclass(frozen=True, slots=True)
class _Seen:
    """A revision as it was read: `value` is None where it is no JSON or YAML, `spec` where it is no OpenAPI."""

    stored: Stored
    content: bytes | None = None
    value: Json = None
    spec: JsonObject | None = None
    kind: Content = Content.NOT_READ
    why: str = ""


def history(project: Project, name: str, options: HistoryOptions, tell: Progress) -> History:
    """The revisions of one API's document, oldest first, each as what it is: none stops the others.

    Differences are those of the documents as upstream wrote them; the overlay, which corrects today's, is applied by
    the replay alone. Raises ConfigError, NetworkError, GitError or ToolError where nothing can be looked at.
    """
    api = read_api(project, *project.select((name,)))
    with ExitStack() as stack:
        tell(f"{name}: listing the revisions")
        archive = stack.enter_context(archive_of(api, options.clone))
        replayer = stack.enter_context(_replayer(api, options)) if options.replay else None
        rows = tuple(_rows(api, archive, options, replayer, tell))
    return History(name, archive.source, rows, archive.commit_url, archive.incomplete)


def _replayer(api: Api, options: HistoryOptions) -> Replayer:
    from generator.pipeline.replaying import Replayer

    return Replayer(api, options.keep)


def _rows(
    api: Api, archive: Archive, options: HistoryOptions, replayer: Replayer | None, tell: Progress
) -> Iterator[Row]:
    """The rows asked for. The revision before the first of them is read too: that one is compared with it."""
    first = _first(archive.stored, options)
    before: _Seen | None = None
    rows: list[Row] = []
    kinship = Kinship()
    for at, stored in enumerate(archive.stored[max(first - 1, 0) :], max(first - 1, 0)):
        tell(f"{api.name}: {stored.commit[:8]}, {at + 1} of {len(archive.stored)}")
        seen = _read(stored)
        kinship.meet(len(rows) if at >= first else None, seen.spec)
        if at >= first:
            row = _row(seen, before, archive.stored[at - 1] if at else None)
            rows.append(replace(row, replay=replayer.replay(stored, seen.content)) if _replays(replayer, seen) else row)
        before = seen if seen.content is not None else before
    ...
