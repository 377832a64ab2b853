"""What a regeneration is measured against: the last state that was committed, or else what lies on disk."""

from __future__ import annotations

from contextlib import suppress

from generator.errors import GitError
from generator.ir import Files
from generator.pipeline.apis import Api
from generator.pipeline.making import Baseline
from generator.publish.git import Repository
from generator.spec.lock import Lock, parse_lock, sha256
from generator.spec.store import parse_releases


def baseline(api: Api, repository: Repository | None) -> Baseline:
    """The committed state where there is one (so that generating twice raises the version once), else the disk's."""
    committed = _committed(api, repository) if repository else None
    if committed is None or committed.lock == api.lock:
        return on_disk(api)
    return committed


def find_repository(api: Api) -> Repository | None:
    """The git repository that the project lies in; None where there is none, or no git."""
    try:
        return Repository.find(api.project.root)
    except GitError:
        return None


def on_disk(api: Api) -> Baseline:
    """The state that the lock on disk describes."""
    lock = api.lock
    pin = api.pin if lock and api.pin is not None and sha256(api.pin) == lock.pin else None
    folder = api.paths.generated
    files = {path: (folder / path).read_bytes() for path in (lock.files if lock else ()) if (folder / path).is_file()}
    return Baseline(pin, lock, api.releases, files)


def _committed(api: Api, repository: Repository) -> Baseline | None:
    project = api.project
    try:
        lock = parse_lock(repository.show("HEAD", project.relative(api.paths.lock)), "HEAD:lock.json")
        pin = repository.show("HEAD", api.pin_file)
        releases = parse_releases(repository.show("HEAD", project.relative(api.paths.releases)), "HEAD:releases.json")
    except GitError:
        return None
    return Baseline(pin if sha256(pin) == lock.pin else None, lock, releases, _package_at_head(api, lock, repository))


def _package_at_head(api: Api, lock: Lock, repository: Repository) -> Files:
    """The modules that callers see, as they were committed: private ones say nothing about the surface."""
    folder = api.project.relative(api.paths.generated)
    found: dict[str, bytes] = {}
    for path in lock.files:
        if path.startswith("src/") and path.endswith(".py") and "/_runtime/" not in path:
            with suppress(GitError):
                found[path] = repository.show("HEAD", f"{folder}/{path}")
    return found
