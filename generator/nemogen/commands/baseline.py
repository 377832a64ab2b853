"""What a regeneration is compared with: the last state that was committed, or else what is on disk."""

from __future__ import annotations

from pathlib import Path

from nemogen.commands.api import Api
from nemogen.commands.build import Baseline
from nemogen.commands.source_changes import is_code
from nemogen.errors import GitError
from nemogen.kept_files import is_kept
from nemogen.pin_names import PIN_NAMES
from nemogen.publish.committed_files import read_files
from nemogen.publish.git import Repository
from nemogen.source.file_hashes import file_hash, hash_folder, sha256
from nemogen.source.lock import Lock, parse_lock
from nemogen.source.store import parse_releases


def baseline(api: Api, repository: Repository | None) -> Baseline:
    """The committed state where there is one (so that generating twice raises the version once), else the disk's.

    Raises LockError where what was committed cannot be read.
    """
    committed = _committed_lock(api, repository) if repository else None
    here = on_disk(api)
    if repository is None or committed is None or (committed == api.lock and _is_intact(here)):
        return here
    return _committed(api, repository, committed)


def find_repository(api: Api) -> Repository | None:
    """The git repository of the project; None if there is none, or no git."""
    try:
        return Repository.find(api.project.root)
    except GitError:
        return None


def on_disk(api: Api) -> Baseline:
    """The state that the lock on disk describes; without a lock, that of all files of the newest release."""
    lock, folder = api.lock, api.paths.generated
    keep = api.settings.package.keep
    if lock is not None:
        pin, paths = api.pin if api.pin is not None and sha256(api.pin) == lock.pin else None, tuple(lock.files)
    else:
        found = (path for path in hash_folder(folder) if not is_kept(path, keep))
        pin, paths = (api.pin, tuple(found)) if api.releases else (None, ())
    files = {path: _read(folder / path) for path in paths if (folder / path).is_file()}
    return Baseline(pin, lock, api.releases, files)


def _read(path: Path) -> bytes:
    """A generated file with the line endings that it was written with, whatever git made of them."""
    return path.read_bytes().replace(b"\r\n", b"\n")


def _is_intact(here: Baseline) -> bool:
    """Whether pin and package are as the lock says: a newly fetched pin or an edited file is not a baseline."""
    assert here.lock is not None
    return (
        here.pin is not None and {path: file_hash(content) for path, content in here.files.items()} == here.lock.files
    )


def _committed_lock(api: Api, repository: Repository) -> Lock | None:
    try:
        return parse_lock(repository.show("HEAD", api.project.relative(api.paths.lock)), "HEAD:lock.json")
    except GitError:
        return None


def _committed(api: Api, repository: Repository, lock: Lock) -> Baseline:
    project = api.project
    releases = project.relative(api.paths.releases)
    folder = project.relative(api.paths.generated)
    modules = {f"{folder}/{path}": path for path in lock.files if is_code(path)}
    pins = tuple(project.relative(api.paths.pin.with_name(name)) for name in PIN_NAMES)
    found = read_files(repository, "HEAD", (*pins, releases, *modules))
    committed = (found[path] for path in pins if path in found)
    return Baseline(
        next((pin for pin in committed if sha256(pin) == lock.pin), None),
        lock,
        parse_releases(found[releases], f"HEAD:{releases}") if releases in found else (),
        {modules[path]: content for path, content in found.items() if path in modules},
    )
