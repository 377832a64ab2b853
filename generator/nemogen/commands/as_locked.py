"""An API that is, byte for byte, as its lock says: files with the hash of the lock are not parsed. Cheap to import.

`check --offline`, `generate` and `sync` ask here first. The same tools read the same settings, names, custom code and
pinned spec when they wrote the lock, and had nothing to report that the lock would have to say again: reading it all
once more would find the same. What no hash covers is read: releases.json, and the limits of the check, as days pass.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final

from nemogen.light_dataclasses import dataclass
from nemogen.pin_names import PIN_NAMES
from nemogen.project import ApiPaths, Project
from nemogen.report.model import State, Subject
from nemogen.source.lock import TOOLS, Lock, compare_lock
from nemogen.source.store import Release, read_disk, read_lock, read_pin, read_releases

NO_RECORDINGS: Final = Subject("recordings", State.UP_TO_DATE, "there are none")
TESTED: Final = Subject("recordings", State.OK, "tested when the lock was written")


@dataclass(frozen=True, slots=True)
class LockedApi:
    """An API in which nothing changed since its lock was written.

    `recordings` is their state; None if they have to be read, as they have a maximum age or were not tested.
    """

    name: str
    project: Project
    paths: ApiPaths
    lock: Lock
    releases: tuple[Release, ...]
    recordings: Subject | None


def recordings_as_locked(lock: Lock, max_age_days: object, min_coverage: object) -> Subject | None:
    """The state of recordings that are those of the lock, under these limits of the settings."""
    if "recordings" not in lock.inputs:
        return NO_RECORDINGS if min_coverage is None else None
    return TESTED if lock.tested and max_age_days is None else None


def read_as_locked(project: Project, name: str, hashes: tuple[str, str]) -> LockedApi | None:
    """The API `name` if nothing in it changed; None if something did, or if only reading all of it can decide.

    `hashes` are those of templates and runtime (`hash_assets`). Nothing is raised: the full check, which follows, meets
    the same error or bug and reports it as the state of this API.
    """
    try:
        project.refuse_links(name)
        return _read(project, name, hashes)
    except Exception:  # noqa: BLE001 - the full check reads the same files next, and reports what is wrong with them
        return None


def _read(project: Project, name: str, hashes: tuple[str, str]) -> LockedApi | None:
    paths = project.paths(name)
    # Approvals end, levels change what was reported, and names are compared with those of another client each time.
    if any(map(os.path.lexists, (paths.approvals, paths.severity, paths.like))):
        return None
    lock = read_lock(project, name)
    has_two_pins = all(os.path.lexists(paths.folder / each) for each in PIN_NAMES)
    if lock is None or lock.unused or lock.unused_settings or lock.ignored or has_two_pins:
        return None
    engine = next((engine for engine, tools in TOOLS.items() if lock.tools.keys() == {*tools}), None)
    if engine is None:
        return None
    disk = read_disk(project, name, read_pin(project, name, lock), *hashes, engine)
    if not compare_lock(lock, disk).in_step:
        return None
    settings = _settings_beyond_hashes(paths.settings.read_text(encoding="utf-8"))
    if "keep" in settings.get("package", {}):
        # The files that it names come and go, and no hash covers them.
        return None
    limits = settings.get("check", {})
    recordings = recordings_as_locked(lock, limits.get("max_age_days"), limits.get("min_coverage"))
    return LockedApi(name, project, paths, lock, read_releases(project, name), recordings)


def _settings_beyond_hashes(settings: str) -> Mapping[str, Mapping[str, object]]:
    """The tables of api.toml that may have a limit of the check or `keep`. A text without these keys and escapes
    is not parsed."""
    if not any(sign in settings for sign in ("check", "keep", "\\")):
        return {}
    from nemogen.toml_text import parse_toml

    found: Mapping[str, object] = parse_toml(settings)
    return {name: table for name, table in found.items() if isinstance(table, Mapping)}
