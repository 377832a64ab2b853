"""`generate` and `sync --offline` where nothing changed: the lock decides, and no engine is imported.

An API is regenerated unless everything says that the same files would come out and that nothing would have to be
reported: hashes of all inputs and files and the versions of the tools, as `check --offline` compares them;
releases.json, which no hash covers; the commit that a regeneration is measured against; and for a sync, that git holds
it all and that the recordings passed. Where the last generation had something that a user must act on, it is
regenerated and reported again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import partial
from typing import Final

from nemogen.assets import Assets, find_assets
from nemogen.commands.as_locked import LockedApi, read_as_locked
from nemogen.commands.collecting import loading
from nemogen.commands.early_engine import lock_decides, start_engine, without_look
from nemogen.commands.source_tree import last_edit, last_generation
from nemogen.commands.spread import look_at_each
from nemogen.commands.sync_options import SyncOptions
from nemogen.diff.changelog import changelog
from nemogen.errors import GitError
from nemogen.light_dataclasses import dataclass
from nemogen.pin_names import PIN_NAMES, pin_name_for
from nemogen.project import Project
from nemogen.publish.git_process import literal, run
from nemogen.publish.private_folder import PRIVATE, half_done
from nemogen.report.model import ApiReport, Report, State, Subject
from nemogen.source.file_hashes import file_hash
from nemogen.source.store import Release, dump_releases, hash_assets, read_names

_WHY: Final = "nothing changed (--no-cache regenerates)"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all APIs of a run have in common, read once: a process of git for each would take most of the time.

    `hashes` are those of templates and runtime; `last_edit` is when a module of nemogen was edited last; `locks` maps
    the paths of all lock.json in the last commit to their blobs; `is_committed`: git holds all of specs/, generated/.
    """

    hashes: tuple[str, str]
    last_edit: int
    locks: Mapping[str, str]
    is_committed: bool


def look_around(project: Project, names: Iterable[str], assets: Assets, options: SyncOptions) -> Surroundings:
    """The surroundings as they are on disk. Raises CouldNot."""
    wanted = lock_decides(options)
    return Surroundings(
        hash_assets(assets),
        last_edit(),
        _committed_locks(project, names) if wanted else {},
        wanted and options.delivery.commit and _holds_all(project, ("specs", "generated")),
    )


def sync(project: Project, names: tuple[str, ...], options: SyncOptions, notify: Callable[[str], None]) -> Report:
    """What `sync.sync` reports, where only the APIs in which something changed are regenerated. Raises as it does."""
    assets, chosen = find_assets(project), project.select(names)
    known = without_look(project, chosen, options)
    found = dict.fromkeys(chosen) if len(known) == len(chosen) else _look(project, chosen, assets, options)
    changed = tuple(name for name, report in found.items() if report is None)
    if changed or not chosen:
        if min(len(changed), options.jobs) == 1:
            start_engine(project, changed[0])
        with loading():
            from nemogen.commands import sync as regeneration

        made = regeneration.sync(project, changed, options, notify)
        found |= {report.name: report for report in made.apis}
    return Report("sync", tuple(report for report in found.values() if report is not None))


def _look(
    project: Project, names: tuple[str, ...], assets: Assets, options: SyncOptions
) -> dict[str, ApiReport | None]:
    """The report of each API in which nothing changed; None for the others."""
    around = look_around(project, names, assets, options)
    return look_at_each(names, partial(unchanged_report, project, around=around, options=options), options.jobs)


def generate(project: Project, names: tuple[str, ...], options: SyncOptions, notify: Callable[[str], None]) -> Report:
    """As `sync`, with the options of `generate`."""
    return replace(sync(project, names, options, notify), command="generate")


def unchanged_report(project: Project, name: str, around: Surroundings, options: SyncOptions) -> ApiReport | None:
    """The report of an API that needs no regeneration; None where it does, or where that has to say what is wrong."""
    if not lock_decides(options):
        return None
    try:
        if half_done(project.root) or not project.paths(name).lock.exists():
            return None
        locked = read_as_locked(project, name, around.hashes)
        approvals: tuple[Subject, ...] = ()
        if locked is None:
            from nemogen.commands.read_locked import read_locked

            locked, approvals = read_locked(project, name, around.hashes)
        if locked is None or not _is_generated(locked, around) or not _is_base(locked, around):
            return None
        if options.delivery.commit and not (around.is_committed or _is_committed(locked)):
            return None
        if options.test and locked.recordings is None:
            return None
    except Exception:  # noqa: BLE001 - the regeneration reads the same files next, and reports what is wrong with them
        return None
    tested = (locked.recordings,) if options.test and locked.recordings else ()
    upstream, generated = Subject("upstream", State.SKIPPED, "offline"), Subject("generated", State.UP_TO_DATE, _WHY)
    return ApiReport(name, (upstream, *tested, generated, *approvals))


def _is_generated(locked: LockedApi, around: Surroundings) -> bool:
    """Whether a regeneration would write what is on disk. This checks what no hash of the lock covers."""
    paths, lock = locked.paths, locked.lock
    is_named = paths.pin.name == pin_name_for(lock.source.path or lock.source.url)
    if not is_named or not _is_released(locked) or _has_expired_names(locked):
        return False
    return around.last_edit < last_generation(paths.lock, locked.project.root / PRIVATE, locked.name)


def _has_expired_names(locked: LockedApi) -> bool:
    """Whether names.toml keeps a name of what disappeared, for more releases than it is reserved."""
    # Nearly always no line has a last version: then there is nothing to parse.
    if not locked.paths.names.exists() or b"last" not in locked.paths.names.read_bytes():
        return False
    from nemogen.given_names import still_reserved

    names = read_names(locked.project, locked.name)
    return still_reserved(names, [each.version for each in locked.releases]) != names


def _is_released(locked: LockedApi) -> bool:
    """Whether releases.json is as it was written, and the changelog and the package's provenance are made of it."""
    if not locked.releases:
        return False
    written = locked.paths.releases.read_bytes().replace(b"\r\n", b"\n")
    newest = locked.releases[0]
    return (
        written == dump_releases(locked.releases)
        and newest.version == locked.lock.package_version
        and locked.lock.files.get("CHANGELOG.md") == file_hash(changelog(locked.releases).encode())
        and _is_provenance_of(locked, newest)
    )


def _is_provenance_of(locked: LockedApi, newest: Release) -> bool:
    name = next((path for path in locked.lock.files if fnmatchcase(path, "src/*/provenance.json")), "")
    origin = newest.origin
    recorded = {} if origin is None else {name: getattr(origin, name) for name in origin.__slots__}
    try:
        found: object = json.loads((locked.paths.generated / name).read_bytes())
    except (OSError, ValueError):
        return False
    return found == {"commit": newest.commit, **recorded}


def _committed_locks(project: Project, names: Iterable[str]) -> Mapping[str, str]:
    """The path of each lock.json in the last commit, with the id of its blob; none without git or a commit."""
    try:
        listed = run(project.root, "ls-tree", "-z", "HEAD", "--", *(f"specs/{name}/lock.json" for name in names))
    except GitError:
        return {}
    rows = (row.partition("\t") for row in listed.text.split("\0") if row)
    return {path: entry.split(" ")[2] for entry, _, path in rows}


def _is_base(api: LockedApi, around: Surroundings) -> bool:
    """Whether the state that a regeneration is measured against (`baseline`) is the one on disk."""
    blob = around.locks.get(api.project.relative(api.paths.lock))
    content = api.paths.lock.read_bytes()
    return blob is None or blob in (_blob_id(content, blob), _blob_id(content.replace(b"\r\n", b"\n"), blob))


def _blob_id(content: bytes, like: str) -> str:
    """git's id of a file, by the algorithm of another id."""
    algorithm = "sha1" if len(like) == 40 else "sha256"
    return hashlib.new(algorithm, b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def _is_committed(api: LockedApi) -> bool:
    """Whether there is nothing to commit, and a commit would be possible."""
    paths, relative = api.paths, api.project.relative
    pins = (paths.pin.with_name(name) for name in PIN_NAMES)
    inputs = (paths.settings, paths.overlay, paths.names, paths.notes, paths.custom, paths.approvals, paths.severity)
    named = (*pins, *inputs, paths.recordings, paths.lock, paths.releases, paths.generated)
    return _holds_all(api.project, (relative(path) for path in named))


def _holds_all(project: Project, paths: Iterable[str]) -> bool:
    """Whether git holds all of these files and folders as they are, and a branch is there to commit to."""
    options = ("--porcelain=v2", "--branch", "-z", "--untracked-files=all", "--no-renames")
    arguments = ("status", *options, "--", *map(literal, paths))
    try:
        found = run(project.root, *arguments, environ={"GIT_OPTIONAL_LOCKS": "0"})
    except GitError:
        return False
    lines = [line for line in found.text.split("\0") if line]
    is_clean = all(line.startswith("# ") for line in lines)
    has_branch = "# branch.head (detached)" not in lines and "# branch.oid (initial)" not in lines
    return found.status == 0 and is_clean and has_branch
