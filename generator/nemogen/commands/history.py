"""`history`: what upstream did, revision by revision; with a replay, what nemogen would have made of each."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from nemogen.commands.api import Api, read_api
from nemogen.commands.python_side import NO_SPEC, PlannedSpec, compare_specs, plan_spec
from nemogen.commands.revisions import Archive, Stored, archive_of
from nemogen.commands.same_api import RevisionGroups
from nemogen.commands.spec_changes import Side, changes_between, place_findings
from nemogen.document import Json, JsonObject, Provenance
from nemogen.errors import GitError, Location, NetworkError, SpecError, WriteError
from nemogen.findings import Finding
from nemogen.light_dataclasses import dataclass
from nemogen.project import Project
from nemogen.report.history import Content, History, Row
from nemogen.report.model import in_order

if TYPE_CHECKING:
    from nemogen.commands.history_replay import Replayer

Progress = Callable[[str], None]

_LEADS_NOWHERE = ("reference-dangling", "reference-relative-to-schema", "reference-outside", "reference-circular")


@dataclass(frozen=True, slots=True)
class HistoryOptions:
    """The revisions to show: `since` is UTC (also without a zone), `limit` the number of the newest.

    `keep` is the folder in which the repository of a replay stays.
    """

    clone: Path | None = None
    since: datetime.datetime | None = None
    limit: int | None = None
    replay: bool = False
    keep: Path | None = None


@dataclass(frozen=True, slots=True)
class _Seen:
    """A revision as it was read: `side` is None if there is no file, `spec` if it is not an OpenAPI document;
    `planned` is the plan of its package."""

    content: Content
    why: str = ""
    side: Side | None = None
    spec: JsonObject | None = None
    planned: PlannedSpec = NO_SPEC


def history(project: Project, name: str, options: HistoryOptions, notify: Progress) -> History:
    """The revisions of one API's document, oldest first; an error in one does not stop the others.

    Differences are those of the documents as upstream wrote them, and of the packages that they give under today's
    settings and names; the overlay, which corrects today's document, is applied by the replay alone. Raises
    ConfigError, NetworkError, GitError or ToolError where nothing can be looked at.
    """
    api = read_api(project, *project.select((name,)))
    with ExitStack() as stack:
        notify(f"{name}: listing the revisions")
        archive = stack.enter_context(archive_of(api, options.clone))
        replayer = _replayer(api, options, stack) if options.replay else None
        rows = _rows(api, archive, _first(archive.stored, options), replayer, notify)
    return History(name, archive.source, rows, archive.commit_url, archive.incomplete)


def save(text: str, file: Path) -> None:
    """Writes what was rendered to a file, whole or not at all. Raises WriteError."""
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        try:
            beside.write_text(text, encoding="utf-8")
            beside.replace(file)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise WriteError(
            f"cannot be written: {error.strerror}", where=Location(str(file)), remedy="Correct --output."
        ) from None


def _replayer(api: Api, options: HistoryOptions, stack: ExitStack) -> Replayer:
    from nemogen.commands.history_replay import replaying

    return stack.enter_context(replaying(api, options.keep))


def _first(stored: Sequence[Stored], options: HistoryOptions) -> int:
    """The index of the oldest revision to show."""
    since = options.since and options.since.replace(tzinfo=options.since.tzinfo or datetime.UTC)
    recent = [at for at, each in enumerate(stored) if since is None or (each.date is not None and each.date >= since)]
    first = recent[0] if recent else len(stored)
    return first if options.limit is None else max(first, len(stored) - options.limit)


def _rows(api: Api, archive: Archive, first: int, replayer: Replayer | None, notify: Progress) -> tuple[Row, ...]:
    """The rows from `first` on. The newest document before is read too: the first row is compared with it.

    What is not OpenAPI is a gap: the revision after it is compared with the last document, if one was read.
    """
    rows: dict[int, Row] = {}
    groups = RevisionGroups()
    before = _document_before(api, archive, first, groups, notify)
    versions = {each.commit: each.version for each in reversed(api.releases)}
    for at, stored in list(enumerate(archive.stored))[first:]:
        notify(f"{api.name}: {stored.commit[:8]}, {at + 1} of {len(archive.stored)}")
        seen = _seen(api, stored, before.planned if before else NO_SPEC)
        if seen.spec is not None:
            groups.add(at, seen.spec)
        row = _row(api, seen, before, stored, archive.stored[at - 1] if at else None)
        row = replace(row, version=versions.get(stored.commit))
        rows[at] = _replayed(row, seen, stored, archive, replayer)
        is_gap = seen.spec is None and before is not None and before.spec is not None
        if seen.side is not None and not is_gap:
            before = replace(seen, planned=_with_memory(seen.planned, before.planned if before else NO_SPEC))
    return _with_other_apis(api, rows, groups)


def _document_before(api: Api, archive: Archive, first: int, groups: RevisionGroups, notify: Progress) -> _Seen | None:
    """The newest revision before `first` that is OpenAPI; without one, the last of anything that can be read."""
    newest: _Seen | None = None
    for at in reversed(range(first)):
        stored = archive.stored[at]
        notify(f"{api.name}: {stored.commit[:8]}, {at + 1} of {len(archive.stored)}")
        seen = _seen(api, stored, NO_SPEC)
        if seen.spec is not None:
            groups.add(at, seen.spec)
            return seen
        newest = newest or (seen if seen.side is not None else None)
    return newest


def _with_other_apis(api: Api, rows: Mapping[int, Row], groups: RevisionGroups) -> tuple[Row, ...]:
    """The rows, with those of another API marked: that shows only when all have been seen."""
    pin = _parsed(api.pin, api.pin_file)[1] if api.pin is not None else None
    if pin is not None:
        groups.add_pin(pin)
    other_apis = groups.other_apis()
    return tuple(
        replace(row, content=Content.OTHER_API, why=other_apis[at]) if at in other_apis else row
        for at, row in rows.items()
    )


def _with_memory(planned: PlannedSpec, before: PlannedSpec) -> PlannedSpec:
    """What is planned for a revision, with what the last one that could be planned hands on where this one cannot."""
    return replace(planned, names=planned.names or before.names, document=planned.document or before.document)


def _seen(api: Api, stored: Stored, before: PlannedSpec) -> _Seen:
    try:
        content = stored.read()
    except (NetworkError, GitError) as error:
        return _Seen(Content.NOT_READ, error.problems[0].what)
    if content is None:
        return _Seen(Content.REMOVED)
    value, spec, why = _parsed(content, stored.path)
    side = Side(stored.path, content, value)
    if spec is None:
        return _Seen(Content.NO_OPENAPI, why, side)
    return _Seen(Content.DOCUMENT, why, side, spec, plan_spec(api, side, before))


def _parsed(content: bytes, file: str) -> tuple[Json, JsonObject | None, str]:
    """The value (None if it is not JSON or YAML), the same value if it is OpenAPI, and the reason if it is not."""
    from nemogen.source.load import load, require_openapi

    value = None
    try:
        loaded = load(content, file)
        value = loaded.value
        return value, require_openapi(loaded), ""
    except SpecError as error:
        return value, None, error.problems[0].what


def _row(api: Api, seen: _Seen, before: _Seen | None, stored: Stored, earlier: Stored | None) -> Row:
    side = seen.side
    changes, python = _changes(api, before, seen, stored.date)
    return Row(
        commit=stored.commit,
        date=stored.date,
        path=stored.path,
        content=seen.content,
        size=len(side.content) if side else None,
        why=seen.why,
        changes=changes,
        python_unknown=python,
        faults=_faults(side, seen.spec) if side and seen.spec is not None else (),
        moved_from=earlier.path if earlier and earlier.path != stored.path else None,
        is_first=earlier is None,
    )


def _changes(
    api: Api, before: _Seen | None, seen: _Seen, at: datetime.datetime | None
) -> tuple[tuple[Finding, ...] | None, str]:
    """What differs from the last revision that is OpenAPI, on the wire and for callers of the package; and why the
    latter is not known. None where there is nothing to compare. Whether a sunset had passed, the day of the revision
    decides."""
    if before is None or before.side is None or seen.side is None:
        return None, ""
    wire = changes_between(before.side, seen.side, at.date() if at else None, api.settings.policy)
    if before.side.content == seen.side.content or seen.spec is None:
        return wire, ""
    found = compare_specs(before.planned, seen.planned, wire)
    return in_order((*wire, *place_findings(found.changes, before.side, seen.side))), found.why


def _faults(side: Side, spec: JsonObject) -> tuple[Finding, ...]:
    """The references of a document that lead nowhere, found by comparing it with an empty document."""
    nothing = {"openapi": spec["openapi"], "info": {"title": "", "version": ""}, "paths": {}}
    found = changes_between(Side("nothing", b"", nothing), side)
    return tuple(each for each in found if each.id in _LEADS_NOWHERE)


def _replayed(row: Row, seen: _Seen, stored: Stored, archive: Archive, replayer: Replayer | None) -> Row:
    if replayer is None or seen.side is None or seen.spec is None:
        return row
    url = f"{archive.commit_url}{stored.commit}" if archive.commit_url else stored.path
    source = Provenance(url, path=stored.path, commit=stored.commit)
    return replace(row, replay=replayer.replay(seen.side.content, source, stored.date))
