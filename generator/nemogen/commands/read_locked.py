"""The same as `as_locked`, of an API that has to be read: one with approvals or levels of its own."""

from __future__ import annotations

from nemogen.commands.api import read_api
from nemogen.commands.as_locked import LockedApi, recordings_as_locked
from nemogen.commands.own_files import problems_of_kept
from nemogen.commands.policy import policy_of
from nemogen.project import Project
from nemogen.report.model import Subject
from nemogen.source.lock import compare_lock
from nemogen.source.store import read_disk


def read_locked(project: Project, name: str, hashes: tuple[str, str]) -> tuple[LockedApi | None, tuple[Subject, ...]]:
    """The API if nothing in it changed and its lock had nothing to report, with the subject of its approvals.

    Raises what reading it raises.
    """
    api = read_api(project, name)
    policy, lock = policy_of(api), api.lock
    if lock is None or lock.unused or lock.unused_settings or lock.ignored or api.other_pins() or api.names.conflicts:
        return None, ()
    disk = read_disk(project, name, api.pin, *hashes, api.settings.client.engine, api.settings.package.keep)
    if not compare_lock(lock, disk).in_step or problems_of_kept(api, lock.files):
        return None, ()
    limits = api.settings.check
    # Approvals end: what they accept is looked at each time.
    recordings = None if policy.recordings else recordings_as_locked(lock, limits.max_age_days, limits.min_coverage)
    locked = LockedApi(name, project, api.paths, lock, api.releases, recordings)
    return locked, policy.approvals_of_changes((), ())
