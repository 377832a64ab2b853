"""Allows one nemogen at a time on a checkout: the private folder `.nemogen/` and its lock."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import field
from pathlib import Path

from nemogen.errors import Interrupted, Location, WriteError
from nemogen.light_dataclasses import dataclass
from nemogen.publish.private_folder import PRIVATE as PRIVATE

_LOCK = "lock"
_PAUSE = 0.05


@dataclass(frozen=True, slots=True)
class Checkout:
    """A project folder that only this process writes to, as long as the `hold` that made it lasts.

    `effects` collects what cannot be undone, a line each, to be reported if Ctrl-C ends the command.
    """

    root: Path
    effects: list[str] = field(default_factory=list, compare=False)

    @property
    def private(self) -> Path:
        """The folder of unfinished work: on the filesystem of the project, ignored by git."""
        return self.root / PRIVATE


@contextmanager
def hold(
    root: Path,
    *,
    wait: float = 0.0,
    on_wait: Callable[[str], None] | None = None,
    transient: bool = False,
) -> Iterator[Checkout]:
    """Hold the lock of the project at `root`; it ends with the block, or with the process in any case.

    If another process holds it, `on_wait` is called once, and the lock is tried for `wait` seconds. `transient`
    removes `.nemogen/` at the end: for folders that are not projects. Raises WriteError when the time is up or the
    folder cannot be written, and Interrupted instead of KeyboardInterrupt if something was done that cannot be undone.
    """
    checkout = Checkout(root)
    try:
        descriptor = _acquire(checkout, wait, on_wait)
    except OSError as error:
        raise write_error(error, PRIVATE) from error
    try:
        yield checkout
    except KeyboardInterrupt as error:
        if checkout.effects:
            raise Interrupted(*checkout.effects) from error
        raise
    finally:
        if transient:
            with suppress(OSError):
                _remove_private(checkout.private)
        # A child process may have the file open too: closing it only here would not unlock it.
        # If even that fails, the end of the process unlocks it.
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_UN)
        os.close(descriptor)


def _acquire(checkout: Checkout, wait: float, on_wait: Callable[[str], None] | None) -> int:
    deadline = time.monotonic() + wait
    has_notified = False
    while True:
        descriptor, holder = _try_lock(checkout)
        if descriptor is not None:
            return descriptor
        if time.monotonic() >= deadline:
            raise WriteError(
                f"{holder} is running in this project",
                where=Location(str(checkout.root)),
                remedy="Wait until it has finished, then run the command again. Nothing was written.",
            )
        if on_wait and not has_notified:
            on_wait(f"Waiting for {holder}, which is running in this project")
            has_notified = True
        time.sleep(_PAUSE)


def make_private(root: Path) -> Path:
    """The private folder of the project at `root`, created if missing. Raises OSError."""
    private = root / PRIVATE
    with suppress(FileExistsError):
        private.mkdir(parents=True)
    if not stat.S_ISDIR(private.lstat().st_mode):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    descriptor = os.open(private / ".gitignore", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o666)
    try:
        if not os.fstat(descriptor).st_size:
            os.write(descriptor, b"*\n")
    finally:
        os.close(descriptor)
    return private


def _try_lock(checkout: Checkout) -> tuple[int | None, str]:
    """The locked descriptor, or None and the holder."""
    path = checkout.private / _LOCK
    try:
        make_private(checkout.root)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o666)
    except FileNotFoundError:
        # A transient holder is about to remove the folder.
        return None, "another nemogen"
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # A lock on a file that a transient holder has removed meanwhile excludes nobody.
        if os.path.samestat(os.fstat(descriptor), path.stat()):
            _sign(descriptor)
            return descriptor, ""
        holder = "another nemogen"
    except (BlockingIOError, FileNotFoundError):
        holder = _holder(descriptor)
    except BaseException:  # also an interrupt: an open descriptor would keep the lock
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None, holder


def _sign(descriptor: int) -> None:
    # Only for messages: a full disk must not prevent a repair.
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)


def _holder(descriptor: int) -> str:
    pid = os.pread(descriptor, 20, 0)
    return f"another nemogen (process {pid.decode()})" if pid.isdigit() else "another nemogen"


def _remove_private(private: Path) -> None:
    """The lock is removed last: after it, nothing that the next holder may have made is removed."""
    for path in private.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        elif path.name != _LOCK:
            path.unlink(missing_ok=True)
    (private / _LOCK).unlink()
    private.rmdir()


_CAUSES = {
    errno.ENOSPC: ("the disk is full", "Free some space, then run the command again."),
    errno.EDQUOT: ("the disk quota is exceeded", "Free some space, then run the command again."),
    errno.EFBIG: ("the file would be larger than this process may write", "Raise the limit (ulimit -f)."),
    errno.EACCES: ("no permission to write here", "Give yourself write access to it."),
    errno.EPERM: ("no permission to write here", "Give yourself write access to it."),
    errno.EROFS: ("the filesystem is read-only", "Work on a writable copy."),
    errno.ENOTDIR: ("a file is where a folder belongs", "Move it away."),
    errno.EISDIR: ("a folder is where a file belongs", "Move it away."),
    errno.ELOOP: ("a symbolic link is where a file or folder belongs", "Replace it with its target."),
    errno.ENAMETOOLONG: ("the name is too long for this filesystem", "Move the project to a shorter path."),
}


def write_error(error: OSError, path: str) -> WriteError:
    """The error for a user: `path` is the target as the user knows it, not its staged copy."""
    cause, remedy = _CAUSES.get(error.errno or 0, (error.strerror or str(error), "Fix that, then retry."))
    return WriteError(cause, where=Location(path), remedy=remedy)
