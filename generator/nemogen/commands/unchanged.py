"""`generate` and `sync --offline` where nothing changed: the lock decides, and no engine is imported.

An API is regenerated unless everything says that the same files would come out and that nothing would have to be
reported: hashes of all inputs and files and the versions of the tools, as `check --offline` compares them;
releases.json, which no hash covers; the commit that a regeneration is measured against; and for a sync, that git holds
it all and that the recordings passed. Where the last generation had something that a user must act on, it is
regenerated and reported again.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from nemogen.assets import Assets, find_assets
from nemogen.commands.api import Api, read_api
from nemogen.commands.policy import Policy, policy_of
from nemogen.commands.source_tree import is_edited_since
from nemogen.commands.sync_options import SyncOptions
from nemogen.diff.versioning import changelog
from nemogen.errors import GitError, NemogenError
from nemogen.given_names import still_reserved
from nemogen.pin_names import PIN_NAMES
from nemogen.project import Project
from nemogen.publish.git import literal, run
from nemogen.publish.project_lock import PRIVATE
from nemogen.publish.transaction import half_done
from nemogen.report.model import ApiReport, Report, State, Subject
from nemogen.source.lock import Lock, compare_lock, file_hash
from nemogen.source.store import Release, dump_releases, hash_assets, read_disk

_WHY: Final = "nothing changed (--no-cache regenerates)"


def sync(project: Project, names: tuple[str, ...], options: SyncOptions, tell: Callable[[str], None]) -> Report:
    """What `sync.sync` reports, where only the APIs in which something changed are regenerated. Raises as it does."""
    assets, chosen = find_assets(project), project.select(names)
    found = {name: unchanged_report(project, name, assets, options) for name in chosen}
    changed = tuple(name for name, report in found.items() if report is None)
    if changed or not chosen:
        from nemogen.commands import sync as regeneration

        made = regeneration.sync(project, changed, options, tell)
        found |= {report.name: report for report in made.apis}
    return Report("sync", tuple(report for report in found.values() if report is not None))


def generate(project: Project, names: tuple[str, ...], options: SyncOptions, tell: Callable[[str], None]) -> Report:
    """As `sync`, with the options of `generate`."""
    return replace(sync(project, names, options, tell), command="generate")


def unchanged_report(project: Project, name: str, assets: Assets, options: SyncOptions) -> ApiReport | None:
    """The report of an API that needs no regeneration; None where it does, or where that has to say what is wrong."""
    how = options.delivery
    if not options.offline or not options.cache or how.force or how.push or not how.touches_checkout:
        return None
    try:
        if half_done(project.root):
            return None
        api = read_api(project, name)
        policy = policy_of(api)
        if api.lock is None or not _is_generated(api, api.lock, assets) or not _is_base(api):
            return None
        if how.commit and not _is_committed(api):
            return None
        if options.test and not _is_tested(api, api.lock, policy):
            return None
    except NemogenError:
        return None
    return ApiReport(name, (*_subjects(api, options), *policy.approvals_of_changes((), ())))


def _subjects(api: Api, options: SyncOptions) -> tuple[Subject, ...]:
    upstream, generated = Subject("upstream", State.SKIPPED, "offline"), Subject("generated", State.UP_TO_DATE, _WHY)
    if not options.test:
        return (upstream, generated)
    tested = Subject("recordings", State.UP_TO_DATE, "there are none")
    if api.lock is not None and api.lock.tested:
        tested = Subject("recordings", State.OK, "tested when the lock was written")
    return (upstream, tested, generated)


def _is_generated(api: Api, lock: Lock, assets: Assets) -> bool:
    """Whether a regeneration would write what lies there, and had nothing for a user to act on."""
    if lock.unused or lock.unused_settings or lock.ignored or api.other_pins() or api.names.conflicts:
        return False
    disk = read_disk(api.project, api.name, api.pin, *hash_assets(assets), api.settings.client.engine)
    if not compare_lock(lock, disk).in_step or not _is_released(api, lock):
        return False
    versions = [each.version for each in api.releases]
    if still_reserved(api.names, versions) != api.names:
        return False
    return not is_edited_since(api.paths.lock, api.project.root / PRIVATE, api.name)


def _is_released(api: Api, lock: Lock) -> bool:
    """Whether releases.json is as it was written, and the changelog and the package's provenance are made of it."""
    if not api.releases:
        return False
    written = api.paths.releases.read_bytes().replace(b"\r\n", b"\n")
    newest = api.releases[0]
    return (
        written == dump_releases(api.releases)
        and newest.version == lock.package_version
        and lock.files.get("CHANGELOG.md") == file_hash(changelog(api.releases).encode())
        and _is_provenance_of(api, newest)
    )


def _is_provenance_of(api: Api, newest: Release) -> bool:
    path = api.paths.generated / "src" / api.settings.package.module / "provenance.json"
    origin = newest.origin
    told = {} if origin is None else {name: getattr(origin, name) for name in origin.__slots__}
    try:
        found: object = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False
    return found == {"commit": newest.commit, **told}


def _is_base(api: Api) -> bool:
    """Whether the state that a regeneration is measured against (`baseline`) is the one on disk."""
    path = api.project.relative(api.paths.lock)
    try:
        committed = run(api.project.root, "cat-file", "blob", f"HEAD:./{path}")
    except GitError:
        return True
    return committed.status != 0 or _lines(committed.output) == _lines(api.paths.lock.read_bytes())


def _is_committed(api: Api) -> bool:
    """Whether a commit would hold nothing, and could be made."""
    paths, relative = api.paths, api.project.relative
    pins = (paths.pin.with_name(name) for name in PIN_NAMES)
    inputs = (paths.settings, paths.overlay, paths.names, paths.notes, paths.approvals, paths.severity)
    named = (*pins, *inputs, paths.recordings, paths.lock, paths.releases, paths.generated)
    options = ("--porcelain=v2", "--branch", "-z", "--untracked-files=all", "--no-renames")
    arguments = ("status", *options, "--", *(literal(relative(path)) for path in named))
    found = run(api.project.root, *arguments, environ={"GIT_OPTIONAL_LOCKS": "0"})
    lines = [line for line in found.text.split("\0") if line]
    is_clean = all(line.startswith("# ") for line in lines)
    has_branch = "# branch.head (detached)" not in lines and "# branch.oid (initial)" not in lines
    return found.status == 0 and is_clean and has_branch


def _is_tested(api: Api, lock: Lock, policy: Policy) -> bool:
    """Whether the recordings passed for this package, and no day can change that; or there are none."""
    limits = api.settings.check
    if policy.recordings or limits.max_age_days is not None:
        return False
    return lock.tested if "recordings" in lock.inputs else limits.min_coverage is None


def _lines(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n")
