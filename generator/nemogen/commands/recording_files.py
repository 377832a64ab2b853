"""Recordings from the file of another tool (HAR, a VCR cassette), and all recordings as such a file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from nemogen.commands.api import recordings_of
from nemogen.commands.recorder import (
    Progress,
    Recorder,
    RecordOptions,
    base_url_of,
    configured_url,
    read_recorder,
    refuse_existing,
    secrets_of_api,
    write_recordings,
)
from nemogen.errors import (
    Location,
    RecordingError,
)
from nemogen.findings import Finding, Level
from nemogen.project import Project
from nemogen.publish.write import locked, write_tree
from nemogen.report.model import ApiReport, Report, State, Subject
from nemogen.source.bounded_read import read_bounded

if TYPE_CHECKING:
    from nemogen.recordings.exchange import Exchange, Imported
    from nemogen.recordings.recording import Recording, Request


def import_file(project: Project, name: str, file: Path, options: RecordOptions, notify: Progress) -> Report:
    """Writes the exchanges of a HAR file or a VCR cassette as recordings `case-1`, `case-2` …, all or none.

    Without `options.operation` all operations are taken; without `options.case` the case is that of our own export,
    else the name of the file.
    Raises RecordingError where the file cannot be read, holds nothing of this API or a case that is there already, or
    where something is left that looks like a secret.
    """
    from nemogen.recordings.credentials import learnt
    from nemogen.recordings.own_hosts import of_own_hosts
    from nemogen.recordings.recording import Recording
    from nemogen.recordings.scrub import all_scrubbed
    from nemogen.recordings.store import path_of

    recorder, imported = read_recorder(project, name), _read_exchanges(file)
    urls = [url for url in (configured_url(recorder), recorder.server) if url]
    own, hosts = of_own_hosts(imported.exchanges, recorder.spec, urls, options.hosts)
    imported = replace(imported, exchanges=tuple(own))
    found, others = _taken_over(recorder, imported, options, file)
    all_of_file = (Recording("", "", each.request, each.response) for each in imported.exchanges)
    secrets = learnt(secrets_of_api(recorder), all_of_file)
    clean = all_scrubbed(found, secrets, recorder.spec)
    if not options.force:
        refuse_existing(recorder.api, [path_of(each.operation, each.case) for each in clean])
    write_recordings(recorder.api, clean, notify)
    nowhere = [f"{each.request.method} {secrets.clean(each.request.path)}" for each in others]
    notes = [_note(f"{each} is of no operation of the spec", Location(str(file))) for each in nowhere]
    notes += [_note(secrets.clean(each.what), each.where) for each in imported.skipped]
    notes += [
        _note(f"{each} is not a server of the API; --host {each} imports it", Location(str(file))) for each in hosts
    ]
    why = f"{len(clean)} imported" + (f", {len(notes)} skipped" if notes else "")
    return Report("record", (ApiReport(name, (Subject("recordings", State.DONE, why, tuple(notes)),)),))


def _taken_over(
    recorder: Recorder, imported: Imported, options: RecordOptions, file: Path
) -> tuple[Sequence[Recording], Sequence[Exchange]]:
    """The recordings that `options` select, not yet scrubbed, and the exchanges of no operation.

    Requests for tokens are neither: they are not recorded.
    """
    from nemogen.recordings.exchange import recordings_of as recordings_in
    from nemogen.recordings.operations import Operations

    known = Operations(recorder.spec)

    def operation_of(request: Request) -> str | None:
        met = known.find(request.method, request.path)
        return recorder.operations.get(met[0].label) if met else None

    default = re.sub(r"[^A-Za-z0-9_-]+", "-", file.name.partition(".")[0]).strip("-") or "imported"
    kept = [each for each in imported.exchanges if not _is_for_token(each.request)]
    found, others = recordings_in(kept, operation_of=operation_of, case=options.case, default=default)
    if options.operation:
        operation = recorder.method(options.operation)
        found = tuple(each for each in found if each.operation == operation)
    if not found:
        unread = f", and {len(imported.skipped)} of its entries cannot be read" if imported.skipped else ""
        what = f"no exchange in it is of {options.operation or 'an operation of the spec'}{unread}"
        raise RecordingError(what, where=Location(str(file)), remedy="Look at the methods and paths of its requests.")
    return found, others


def _is_for_token(request: Request) -> bool:
    from nemogen.recordings.bundled_tests.token_endpoint import grant_of
    from nemogen.recordings.recording import body_bytes, header

    content = body_bytes(request.body) if request.body is not None else b""
    return bool(grant_of(request.method, header(request.headers, "content-type"), content))


def export(project: Project, name: str, base_url: str | None) -> bytes:
    """All recordings of an API as a HAR file. Raises ConfigError where it is not known what server they are of."""
    from nemogen.recordings.har import write_har
    from nemogen.recordings.proxy import split_base, without_user

    recorder = read_recorder(project, name)
    server = without_user(
        split_base(base_url_of(recorder, base_url), sends_key=bool(recorder.spec.security_schemes))[0]
    )
    return write_har(recordings_of(recorder.api), server=server)


def save(content: bytes, file: Path, notify: Progress) -> None:
    """Writes an export to a file, whole or not at all. Raises WriteError."""
    with locked(file.absolute().parent, wait=60, on_wait=notify, transient=True) as checkout:
        write_tree({file.name: content}, checkout)


def _read_exchanges(file: Path) -> Imported:
    from nemogen.recordings.exchange import unpacked_file
    from nemogen.recordings.har import is_har, read_har
    from nemogen.recordings.vcr import read_cassette

    try:
        content = unpacked_file(read_bounded(file, str(file)))
    except ValueError as error:
        raise RecordingError(
            f"the file is packed, and {error}", where=Location(str(file)), remedy="Unpack it."
        ) from error
    return (read_har if is_har(content) else read_cassette)(content, str(file))


def _note(what: str, where: Location | None) -> Finding:
    return Finding("import-skipped", Level.NOTE, what, area="recordings", key=what, revision=where)
