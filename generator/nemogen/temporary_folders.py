"""Temporary folders; the next run of nemogen removes those of a killed process.

Next to each folder is a file with its name and the suffix .lock. Its owner holds a lock on it (flock), and so do the
programs that inherit it. The system releases the lock when the last of them has ended for whatever reason. This works
across containers that share the folder, unlike process ids. So a folder whose lock can be acquired has no owner any
more. A folder without such a file is not nemogen's.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from nemogen.light_dataclasses import dataclass

_PREFIX = "nemogen-"
_SUFFIX = ".lock"


@dataclass(frozen=True, slots=True)
class Held:
    """A temporary folder; a program that gets `descriptor` keeps it from being swept after its owner has ended."""

    path: Path
    descriptor: int


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A new folder where the system keeps temporary files, removed after the block. Raises OSError."""
    sweep_temporary()
    with held_folder(Path(tempfile.gettempdir())) as held:
        yield held.path


@contextmanager
def held_folder(parent: Path) -> Iterator[Held]:
    """A new folder in `parent`, removed after the block. Raises OSError."""
    lock, descriptor = _acquire(parent)
    folder = lock.with_suffix("")
    try:
        folder.mkdir(mode=0o700)
        yield Held(folder, descriptor)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        lock.unlink(missing_ok=True)
        os.close(descriptor)


def sweep_temporary() -> None:
    """Remove the folders of `temporary_folder` that dead processes of this user left."""
    with suppress(OSError):
        sweep(Path(tempfile.gettempdir()))


def sweep(parent: Path) -> tuple[Path, ...]:
    """Remove the folders in `parent` that dead processes of this user left; the folders that are still in use.

    What cannot be removed stays for another time.
    """
    try:
        locks = sorted(parent.glob(f"{_PREFIX}*{_SUFFIX}"))
    except OSError:
        return ()
    return tuple(lock.with_suffix("") for lock in locks if _is_in_use(lock))


def _acquire(parent: Path) -> tuple[Path, int]:
    """A new lock file, locked. A sweep that comes between making and locking it has it first; then there is another."""
    while True:
        descriptor, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=parent)
        if _is_locked(descriptor, Path(name)):
            return Path(name), descriptor
        os.close(descriptor)


def _is_locked(descriptor: int, lock: Path) -> bool:
    """Lock the open file; whether that succeeded, and it still is the one with this name."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.path.samestat(os.fstat(descriptor), lock.lstat())
    except (BlockingIOError, FileNotFoundError):
        return False


def _is_in_use(lock: Path) -> bool:
    """Whether a process holds the lock; if not, its folder is removed. Files of other users are not touched."""
    with suppress(OSError):
        # A pipe of this name must not make us wait for whoever opens its other end.
        descriptor = os.open(lock, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            if not _is_own(os.fstat(descriptor), stat.S_ISREG):
                return False
            if not _is_locked(descriptor, lock):
                return lock.exists()
            _remove(lock.with_suffix(""))
            lock.unlink(missing_ok=True)
        finally:
            os.close(descriptor)
    return False


def _remove(folder: Path) -> None:
    with suppress(OSError):
        if _is_own(folder.lstat(), stat.S_ISDIR):
            shutil.rmtree(folder, ignore_errors=True)


def _is_own(found: os.stat_result, of_kind: Callable[[int], bool]) -> bool:
    return of_kind(found.st_mode) and found.st_uid == os.geteuid()
