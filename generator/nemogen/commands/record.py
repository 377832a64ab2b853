"""`record call`: new recordings from the live API, and those there are once more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nemogen.commands.api import recordings_of
from nemogen.commands.isolate import failed
from nemogen.commands.recorder import (
    Progress,
    Recorder,
    RecordOptions,
    live_api,
    read_recorder,
    refuse_existing,
    require_key,
    write_recordings,
)
from nemogen.commands.spec_changes import recorded_files
from nemogen.errors import (
    Location,
    NemogenError,
    NetworkError,
)
from nemogen.findings import Finding, Level
from nemogen.project import Project
from nemogen.report.model import ApiReport, Report, State, Subject
from nemogen.source.positions import with_positions

if TYPE_CHECKING:
    from nemogen.recordings.record import Live
    from nemogen.recordings.recording import Recording


def record_call(project: Project, name: str, options: RecordOptions, base_url: str | None, notify: Progress) -> Report:
    """Calls the live API through the generated client and writes the exchange, scrubbed.

    `base_url` None: that of the client, as its users have it. Raises NetworkError or CouldNot where the call is not
    made, RecordingError where something is left that looks like a secret or the case is there already, and whatever is
    wrong with an input.
    """
    from nemogen.recordings.record import record
    from nemogen.recordings.store import path_of

    recorder = read_recorder(project, name)
    operation = recorder.method(options.operation)
    path = path_of(operation, options.case)
    if not options.force:
        refuse_existing(recorder.api, [path])
    live = live_api(recorder, base_url)
    require_key(recorder, {operation})
    notify(f"{name}: calling {operation} at {live.secrets.clean(live.base_url)}")
    recording = record(live, operation, options.case, options.arguments, check=not options.unchecked)
    (written,) = write_recordings(recorder.api, [recording], notify)
    why = f"{written}: {recording.response.status}"
    return Report("record", (ApiReport(name, (Subject("recordings", State.DONE, why),)),))


def rerecord(project: Project, name: str, options: RecordOptions, base_url: str | None, notify: Progress) -> Report:
    """Re-records live recordings: all, or those of the operation or the case in `options`. Reports what changed in
    their shape.

    Each is written at once. What fails for one does not stop the others, unless the API is not reached.
    """
    recorder = read_recorder(project, name)
    operation = recorder.method(options.operation) if options.operation else ""
    chosen = [
        each
        for each in recordings_of(recorder.api)
        if each.origin == "live" and operation in ("", each.operation) and options.case in ("", each.case)
    ]
    live = live_api(recorder, base_url)
    require_key(recorder, {each.operation for each in chosen})
    changed: list[Finding] = []
    failures: list[Subject] = []
    taken = 0
    for at, old in enumerate(chosen, 1):
        notify(f"{name}: {old.name}, {at} of {len(chosen)}")
        try:
            changed += _retake(recorder, live, old, notify)
            taken += 1
        except NemogenError as error:
            failures.append(failed(old.name, error))
            if isinstance(error, NetworkError):
                break
    found = with_positions(changed, recorded_files(recorder.api, tuple(changed)))
    state = State.DONE if taken else State.SKIPPED
    done = Subject("recordings", state, f"{taken} of {len(chosen)} re-recorded", found)
    return Report("record", (ApiReport(name, (done, *failures)),))


def _retake(recorder: Recorder, live: Live, old: Recording, notify: Progress) -> Iterator[Finding]:
    from nemogen.recordings.record import retake

    new, changes = retake(live, old, recorder.spec, ends=recorder.api.ends())
    write_recordings(recorder.api, [new], notify)
    for change in changes:
        message, where = f"{old.name}: {change}", Location(old.file, "/response")
        yield Finding(
            "recording-shape-changed", Level.RISKY, message, area="recordings", key=message, revision=where
        )  # fmt: skip
