"""`check` of one API that is read in full: what differs from the lock, and why."""

from __future__ import annotations

import ast
from dataclasses import replace
from functools import partial
from pathlib import Path

from nemogen.assets import Assets
from nemogen.commands.api import Api, read_api
from nemogen.commands.check_options import CheckOptions
from nemogen.commands.document_findings import names_in_conflict
from nemogen.commands.isolate import all_looked_at, failed, looked_at
from nemogen.commands.jobs import Desk, Jobs, run_each
from nemogen.commands.own_files import problems_of_kept
from nemogen.commands.policy import policy_of
from nemogen.errors import ConfigError, Location, NemogenError
from nemogen.findings import Finding, Level
from nemogen.project import Project
from nemogen.publish.private_folder import half_done, written_files
from nemogen.report.model import ApiReport, State, Subject
from nemogen.source.file_hashes import file_hash
from nemogen.source.lock import Lock, LockState, compare_lock
from nemogen.source.store import hash_assets, read_disk


def check_apis(
    project: Project, assets: Assets, options: CheckOptions, names: tuple[str, ...]
) -> tuple[ApiReport, ...]:
    """A report of each of these APIs with every subject, also where an earlier one failed."""
    jobs = Jobs(options.jobs)
    if options.full:
        from nemogen.client.engines import load_engines

        jobs = Jobs(options.jobs, partial(load_engines, assets))
    return run_each(names, "check", partial(_check_api, project, assets, options), Desk(), jobs)


def _check_api(project: Project, assets: Assets, options: CheckOptions, name: str, _: Desk) -> ApiReport:
    try:
        api = read_api(project, name)
        policy_of(api)
    except NemogenError as error:
        return ApiReport(name, (failed(_unreadable(error), error),))
    if half_done(project.root):
        why = "an interrupted write is half-done: the next nemogen command that writes puts it right"
        return ApiReport(name, (Subject("lock", State.NOT_CHECKED, why),))
    return ApiReport(name, (*_upstream(api, assets, options), *_local(api, assets, options)))


_SUBJECTS = {
    "api.toml": "settings",
    "openapi.json": "pin",
    "openapi.yaml": "pin",
    "overlay.yaml": "overlay",
    "names.toml": "names",
    "like.toml": "like",
    "lock.json": "lock",
    "releases.json": "lock",
    "approvals.toml": "approvals",
    "severity.toml": "severity",
}
"""What the files of an API are to a user, where one of them cannot even be read."""


def _unreadable(error: NemogenError) -> str:
    where = error.problems[0].where
    return _SUBJECTS.get(where.file.rpartition("/")[2] if where else "", "settings")


def _upstream(api: Api, assets: Assets, options: CheckOptions) -> tuple[Subject, ...]:
    if options.offline:
        return (Subject("upstream", State.SKIPPED, "--offline"), *policy_of(api).ended_approvals())
    from nemogen.commands import upstream

    return all_looked_at("upstream", partial(upstream.subjects, api, assets))


def _local(api: Api, assets: Assets, options: CheckOptions) -> tuple[Subject, ...]:
    if api.lock is None:
        why = f"lock.json is missing: run nemogen sync {api.name}"
        return (Subject("lock", State.MISSING, why), Subject("generated", State.MISSING, why))
    try:
        state = _compare(api, api.lock, assets)
    except NemogenError as error:
        return (failed("generated", error),)
    # A full check regenerates anyway, and where the input changed, other files say nothing of the engines.
    comparable = not (options.full or state.stale or state.tampered_pin or assets.refusal)
    engines = looked_at("engines", partial(_engines, api, api.lock, assets, state, comparable))
    subjects = (
        *_kept(api, api.lock),
        _lock(api, state),
        engines,
        _generated(api, state),
        looked_at("overlay", partial(_overlay, api, api.lock, state)),
        *_names(api),
        *_like(api),
        *_templates(api),
    )
    if options.full:
        from nemogen.commands import full_check

        return (*subjects, *full_check.subjects(api, assets))
    return (*subjects, looked_at("recordings", partial(_recordings, api, api.lock, state, assets)))


def _compare(api: Api, lock: Lock, assets: Assets) -> LockState:
    engine, keep = api.settings.client.engine, api.settings.package.keep
    return compare_lock(lock, read_disk(api.project, api.name, api.pin, *hash_assets(assets), engine, keep))


def _lock(api: Api, state: LockState) -> Subject:
    if not state.tampered_pin:
        return Subject("lock", State.OK, findings=api.lock_notes())
    if api.pin is None:
        why = f"{api.pin_file} is missing: run nemogen fetch {api.name}"
        return Subject("lock", State.MISSING, why, (_finding("pin-missing", why, api.pin_file),))
    if _is_fetched(api):
        why = f"{api.pin_file} is newer than the package: run nemogen sync {api.name}"
        return Subject("lock", State.OUTDATED, why, (_finding("pin-fetched", why, api.pin_file),))
    why = f"{api.pin_file} is not the spec that lock.json was written for"
    return Subject("lock", State.TAMPERED, why, (_finding("pin-tampered", why, api.pin_file),))


def _is_fetched(api: Api) -> bool:
    """Whether the pin is just what `nemogen fetch` wrote here."""
    from nemogen.source.file_hashes import sha256

    return api.pin is not None and written_files(api.project.root, api.pin_file).get(api.pin_file) == sha256(api.pin)


def _engines(api: Api, lock: Lock, assets: Assets, state: LockState, comparable: bool) -> Subject:
    """Another version of a tool matters where it writes other files: that is found out by writing them, in memory."""
    if not state.tools:
        return Subject("engines", State.UP_TO_DATE)
    versions = "; ".join(state.tools)
    notes = tuple(Finding("engine-version", Level.NOTE, each, "check", key=each.split(" ")[0]) for each in state.tools)
    if not comparable or api.pin is None:
        return Subject("engines", State.UP_TO_DATE, f"not compared: {versions}", notes)
    from nemogen.commands.build import remake

    files = remake(api, api.pin, lock, assets)
    made = {path: file_hash(content) for path, content in files.items()}
    folder = api.project.relative(api.paths.generated)
    paths = sorted(path for path in made.keys() | lock.files.keys() if made.get(path) != lock.files.get(path))
    if not paths:
        return Subject("engines", State.UP_TO_DATE, f"they write the same files: {versions}", notes)
    if any(each.startswith("ruff ") for each in state.tools) and all(
        _is_layout(api.paths.generated / path, lock.files.get(path), files.get(path)) for path in paths
    ):
        return Subject("engines", State.UP_TO_DATE, f"they write the same code in another layout: {versions}", notes)
    found = (
        _finding("engine-output", f"{folder}/{path}: written in another way", f"{folder}/{path}") for path in paths
    )
    return Subject("engines", State.OUTDATED, f"they write other files: {versions}", (*found, *notes))


def _is_layout(path: Path, locked: str | None, made: bytes | None) -> bool:
    """Whether a module on disk, which is as the lock says, and the one that is made now are the same but for layout: so
    another formatter wrote it, and nothing is outdated."""
    if path.suffix != ".py" or made is None or not path.is_file():
        return False
    content = path.read_bytes()
    return file_hash(content) == locked and ast.dump(ast.parse(content)) == ast.dump(ast.parse(made))


def _generated(api: Api, state: LockState) -> Subject:
    """The most severe state of the package's files according to the lock, with one finding per file."""
    folder = api.project.relative(api.paths.generated)
    outdated = frozenset[str]()
    if state.edited:
        from nemogen.commands.earlier_packages import files_of_earlier_locks

        outdated = files_of_earlier_locks(api, state.edited)
    edited = [f"{folder}/{path}" for path in state.edited if path not in outdated]
    if not edited and (outdated or (state.missing and not api.paths.generated.is_dir())):
        what = "is of an earlier lock" if outdated else "is missing"
        why = f"{folder} {what}: run nemogen generate {api.name}"
        return Subject("generated", State.OUTDATED, why, (_finding("package-outdated", why, folder),))
    rows = (
        (State.MODIFIED, "file-edited", "modified by hand", edited),
        (State.MISSING, "file-missing", "missing", [f"{folder}/{path}" for path in state.missing]),
        (State.EXTRA, "file-extra", "not written by nemogen", [f"{folder}/{path}" for path in state.extra]),
        (State.OUTDATED, "input-changed", "changed since the package was generated", list(state.stale)),
    )
    findings = tuple(
        replace(_finding(rule, f"{name}: {words}", name), revision=Location(_file_of(api, name)))
        for _, rule, words, names in rows
        for name in names
    )
    found = next(((which, words, names) for which, _, words, names in rows if names), None)
    if found is None:
        return Subject("generated", State.UP_TO_DATE)
    which, words, names = found
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return Subject("generated", which, f"{', '.join(names[:3])}{more}: {words}", findings)


def _file_of(api: Api, name: str) -> str:
    """The file of an input, by its name in the lock; any other name is that of a file."""
    files = {"overlay": api.paths.overlay, "settings": api.paths.settings, "names": api.paths.names}
    return api.project.relative(files[name]) if name in files else name


def _overlay(api: Api, lock: Lock, state: LockState) -> Subject:
    """Actions that matched nothing when the lock was written: upstream may have fixed what they correct. One that was
    edited since is applied to the pinned spec. Raises SpecError or OverlayError."""
    findings = _unused_now(api) if "overlay" in state.stale else _unused_then(api, lock)
    if not findings:
        return Subject("overlay", State.UP_TO_DATE)
    count = "1 action matches" if len(findings) == 1 else f"{len(findings)} actions match"
    return Subject("overlay", State.UNUSED, f"{count} nothing", findings)


def _unused_then(api: Api, lock: Lock) -> tuple[Finding, ...]:
    file = api.project.relative(api.paths.overlay)
    return tuple(_finding("overlay-action-unused", f"matches nothing: {target}", file) for target in lock.unused)


def _unused_now(api: Api) -> tuple[Finding, ...]:
    if api.pin is None or api.overlay is None:
        return ()
    from nemogen.commands.api import overlaid

    _, findings = overlaid(api, api.pin, api.pin_file)
    return tuple(each for each in findings if each.id == "overlay-action-unused")


def _kept(api: Api, lock: Lock) -> tuple[Subject, ...]:
    """Entries of `[package] keep` that name none of the user's files, or generated ones."""
    problems = problems_of_kept(api, lock.files)
    return (failed("settings", ConfigError.of(problems)),) if problems else ()


def _names(api: Api) -> tuple[Subject, ...]:
    """Lines of names.toml that two branches brought and that contradict each other."""
    findings = tuple(replace(each, level=Level.ERROR) for each in names_in_conflict(api.names))
    if not findings:
        return ()
    lines = "1 line contradicts" if len(findings) == 1 else f"{len(findings)} lines contradict"
    return (Subject("names", State.FAILED, f"{lines} another: nemogen generate {api.name}", findings),)


def _like(api: Api) -> tuple[Subject, ...]:
    """How the names compare with those of another client, where they were taken from one."""
    if not api.paths.like.is_file():
        return ()
    from nemogen.commands.like import like_subjects

    return all_looked_at("like", partial(like_subjects, api))


def _templates(api: Api) -> tuple[Subject, ...]:
    """What the project's own templates were made from, where it has some."""
    if not (api.project.root / "templates").is_dir():
        return ()
    from nemogen.commands.templates import subject_of_templates

    return subject_of_templates(api.project)


def _recordings(api: Api, lock: Lock, state: LockState, assets: Assets) -> Subject:
    """The state of the recordings: from the lock if nothing changed since it was written, and no maximum age applies;
    otherwise they are validated."""
    may_age = api.settings.check.max_age_days is not None or policy_of(api).recordings
    if state.in_step and lock.tested and "recordings" in lock.inputs and not may_age:
        return Subject("recordings", State.OK, "tested when the lock was written")
    from nemogen.commands import recordings

    return recordings.from_disk(api, recordings.ContractOptions(replay=assets.project_code))


def _finding(rule: str, message: str, file: str) -> Finding:
    return Finding(rule, Level.ERROR, message, area="check", revision=Location(file), key=file)
