"""`check`: says whether everything is in step, and why not. Writes nothing.

Hashes against the lock come first: when nothing changed since the lock was written, no engine is even imported.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.errors import NemogenError, Place
from generator.ir import Finding, Level
from generator.look import Look, find_look
from generator.pipeline.apis import Api, read_api
from generator.project import Project
from generator.publish.swap import half_done
from generator.report.model import ApiReport, Report, State, Subject, subject_of_error
from generator.spec.lock import LockState, compare_lock, hash_all, hash_folder
from generator.spec.store import read_disk


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """`full` regenerates, and lets Python import and mypy check what lies on disk; `strict` fails on any change."""

    offline: bool = False
    full: bool = False
    strict: bool = False
    fail_on: Level | None = Level.ADDITIVE


def check(project: Project, names: tuple[str, ...], options: CheckOptions) -> Report:
    """A report with every subject of every API, also where an earlier one failed."""
    look = find_look(project)
    fail_on = Level.UNREACHABLE if options.strict else options.fail_on
    return Report("check", tuple(_api(project, name, look, options) for name in project.select(names)), fail_on)


def _api(project: Project, name: str, look: Look, options: CheckOptions) -> ApiReport:
    try:
        api = read_api(project, name)
    except NemogenError as error:
        return ApiReport(name, (subject_of_error("settings", error),))
    if half_done(project.root):
        why = "an interrupted write is half-done: the next nemogen command that writes puts it right"
        return ApiReport(name, (Subject("lock", State.NOT_CHECKED, why),))
    subjects = [_upstream(api, options)]
    try:
        subjects += _local(api, look, options)
    except NemogenError as error:
        subjects.append(subject_of_error("generated", error))
    return ApiReport(name, tuple(subjects))


def _upstream(api: Api, options: CheckOptions) -> Subject:
    if options.offline:
        return Subject("upstream", State.LEFT_OUT, "offline: upstream was not looked at")
    from generator.pipeline import upstream

    return upstream.subject(api)


def _local(api: Api, look: Look, options: CheckOptions) -> tuple[Subject, ...]:
    if api.lock is None:
        why = f"there is no lock: nemogen sync {api.name} writes it"
        return (Subject("lock", State.MISSING, why), Subject("generated", State.MISSING, why))
    disk = read_disk(api.project, api.name, hash_all(hash_folder(look.templates)), hash_all(hash_folder(look.runtime)))
    state = compare_lock(api.lock, disk)
    subjects = [_lock(api, state), _engines(state), _generated(api, state), _overlay(api)]
    if options.full:
        from generator.pipeline import full

        return (*subjects, *full.subjects(api, look))
    return (*subjects, _recordings(api, state))


def _lock(api: Api, state: LockState) -> Subject:
    if state.tampered_pin:
        why = f"{api.pin_file} is not the document that the lock is of"
        return Subject("lock", State.TAMPERED, why, (_finding("pin-tampered", why, api.pin_file),))
    return Subject("lock", State.HOLDS)


def _engines(state: LockState) -> Subject:
    if state.tools:
        return Subject("engines", State.OTHER_VERSION, "; ".join(state.tools))
    return Subject("engines", State.IN_STEP)


def _generated(api: Api, state: LockState) -> Subject:
    """The worst of what the lock tells of the package, with a finding a file."""
    folder = api.project.relative(api.paths.generated)
    rows = (
        (State.EDITED, "file-edited", "edited by hand", [f"{folder}/{path}" for path in state.edited]),
        (State.MISSING, "file-missing", "missing", [f"{folder}/{path}" for path in state.missing]),
        (State.EXTRA, "file-extra", "not written by nemogen", [f"{folder}/{path}" for path in state.extra]),
        (State.STALE, "input-changed", "changed since the package was generated", list(state.stale)),
    )
    findings = tuple(_finding(rule, f"{name}: {words}", name) for _, rule, words, names in rows for name in names)
    found = next(((which, words, names) for which, _, words, names in rows if names), None)
    if found is None:
        return Subject("generated", State.IN_STEP)
    which, words, names = found
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return Subject("generated", which, f"{', '.join(names[:3])}{more}: {words}", findings)


def _overlay(api: Api) -> Subject:
    """Actions that matched nothing when the lock was written: upstream may have mended what they correct."""
    unused = api.lock.unused if api.lock else ()
    file = api.project.relative(api.paths.overlay)
    if not unused:
        return Subject("overlay", State.IN_STEP)
    findings = tuple(_finding("overlay-action-unused", f"matches nothing: {target}", file) for target in unused)
    return Subject("overlay", State.BROKEN, f"{len(unused)} actions match nothing", findings)


def _recordings(api: Api, state: LockState) -> Subject:
    """Known from the lock where nothing changed since it was written; else looked at now."""
    if api.lock is not None and state.in_step and api.lock.tested:
        return Subject("recordings", State.HOLD, "tested when the lock was written")
    from generator.pipeline import recordings

    try:
        return recordings.from_disk(api)
    except NemogenError as error:
        return subject_of_error("recordings", error)


def _finding(rule: str, message: str, file: str) -> Finding:
    return Finding(rule, Level.ERROR, message, area="check", revision=Place(file), key=file)
