"""git's index: a private one for a commit, and the user's, in which only nemogen's entries change.

git holds `index.lock` while hooks of a commit run, for minutes; if killed then, it leaves the lock behind, and no
other git works there. Here the user's index is changed in a copy next to it. The lock is made as a hard link to that
copy and renamed to the index: it lasts for an instant, and one left behind anyway is recognized as ours.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from nemogen.errors import GitError, Problem
from nemogen.light_dataclasses import dataclass
from nemogen.publish.files import at
from nemogen.publish.git import Repository, lock_problem

_PATIENCE = 2.0
"""Seconds that another git may hold a lock: most need milliseconds, as those of an editor do."""

_PAUSE = 0.05

_Stamp: TypeAlias = tuple[int, int, int] | None
"""What differs about a file after each change; None if there is no file."""


@dataclass(frozen=True, slots=True)
class Staged:
    """What a commit takes, as paths relative to the project: `present` as they are in the work tree (or missing
    there), `removed` whatever is there."""

    present: tuple[str, ...]
    removed: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        return (*self.present, *self.removed)


def prepare_private(repository: Repository, index: Path, head: str | None, staged: Staged) -> None:
    """Write a new index with the content of `head` (a commit, None before the first one) and what is staged on top.

    The user's cached stat data of unchanged files is kept, so that git need not read them again. Raises GitError.
    """
    _copy(find_index(repository), index)
    start = ("read-tree", "--reset", head) if head else ("read-tree", "--empty")
    repository.git(*start, environ=using(index), failure="git cannot read what was committed last")
    _stage(repository, index, staged)


def stage_in_users(repository: Repository, staged: Staged) -> bytes:
    """Stage the same in the user's index; returns what `restore_users` needs. Raises GitError."""

    def change(index: Path) -> bytes:
        before = _entries(repository, index, staged.paths)
        _stage(repository, index, staged)
        return before

    return _replace(repository, change)


def restore_users(repository: Repository, entries: bytes) -> None:
    """Restore entries of the user's index. Raises GitError."""

    def change(index: Path) -> bytes:
        failure = "git cannot restore the index"
        repository.git("update-index", "-z", "--index-info", stdin=entries, environ=using(index), failure=failure)
        return b""

    _replace(repository, change)


def find_index(repository: Repository) -> Path:
    """The path of this work tree's index."""
    path = repository.git("rev-parse", "--git-path", "index", failure="git does not report the path of its index").line
    return repository.project / path


def find_locks(repository: Repository) -> tuple[Problem, ...]:
    """git locks that block a commit and do not go away."""
    index = find_index(repository)
    _remove_own_lock(index, _copy_of(repository, index))
    branch = repository.git("symbolic-ref", "--quiet", "HEAD").line
    names = [f"{name}.lock" for name in ("HEAD", branch) if name]
    paths = repository.git("rev-parse", *(part for name in names for part in ("--git-path", name))).text.splitlines()
    locks = [_lock_of(index), *(repository.project / path for path in paths)]
    end = time.monotonic() + _PATIENCE
    while (present := [lock for lock in locks if os.path.lexists(lock)]) and time.monotonic() < end:
        time.sleep(_PAUSE)
    return tuple(lock_problem(str(lock)) for lock in present)


def _replace(repository: Repository, change: Callable[[Path], bytes]) -> bytes:
    """Run `change` on a copy of the user's index and replace the index by it; returns the result of `change`.

    If another git changes the index meanwhile, it is repeated on the new index.
    """
    index = find_index(repository)
    copy = _copy_of(repository, index)
    _remove_own_lock(index, copy)
    end = time.monotonic() + _PATIENCE
    try:
        while True:
            seen = _copy(index, copy)
            result = change(copy)
            if _take_place(copy, index, seen):
                return result
            if time.monotonic() > end:
                raise GitError.of((lock_problem(str(_lock_of(index))),))
            time.sleep(_PAUSE)
    finally:
        for path in (copy, _lock_of(copy)):
            path.unlink(missing_ok=True)


def _take_place(copy: Path, index: Path, seen: _Stamp) -> bool:
    """Rename the copy to the index under git's lock, if the lock is free and the index has not changed since."""
    lock = _lock_of(index)
    with at(str(lock)):
        try:
            ours = _make_lock(copy, lock)
        except FileExistsError:
            return False
        try:
            if _stamp(index) != seen:
                return False
            lock.replace(index)
        finally:
            # After the renaming, a lock of this name is another git's.
            if _is_file(lock, ours):
                lock.unlink()
    return True


def _make_lock(copy: Path, lock: Path) -> os.stat_result:
    """Create a lock with the copy's content, if there is none. A filesystem without hard links gets a separate file,
    which is not recognized as ours after a kill."""
    try:
        lock.hardlink_to(copy)
    except FileExistsError:
        raise
    except OSError:
        with lock.open("xb") as file:
            file.write(copy.read_bytes())
    return lock.lstat()


def _remove_own_lock(index: Path, copy: Path) -> None:
    """A lock that is the same file as our copy was left by a killed nemogen: nobody else can make one."""
    with suppress(OSError):
        if _is_file(_lock_of(index), copy.lstat()):
            _lock_of(index).unlink()


def _copy(index: Path, copy: Path) -> _Stamp:
    """Copy an index with its mtime: git decides by it which files to read again."""
    seen = _stamp(index)
    with at(str(copy)):
        # After a kill, the copy may be a hard link to the index itself, and its lock blocks git.
        for left in (copy, _lock_of(copy)):
            left.unlink(missing_ok=True)
        with suppress(FileNotFoundError):
            shutil.copy2(index, copy)
    return seen


def _stamp(index: Path) -> _Stamp:
    try:
        found = index.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def _is_file(path: Path, other: os.stat_result) -> bool:
    try:
        return os.path.samestat(path.lstat(), other)
    except FileNotFoundError:
        return False


def _stage(repository: Repository, index: Path, staged: Staged) -> None:
    steps = ((("--add", "--remove", "--replace"), staged.present), (("--force-remove",), staged.removed))
    for options, paths in steps:
        if paths:
            stdin = "".join(f"{path}\0" for path in paths).encode(errors="surrogateescape")
            arguments = ("update-index", *options, "-z", "--stdin")
            repository.git(*arguments, stdin=stdin, environ=using(index), failure="git cannot stage the files")


def _entries(repository: Repository, index: Path, paths: Collection[str]) -> bytes:
    """What an index has for these paths, as git-update-index(1) --index-info reads it. Removals come
    first: a folder may become a file."""
    listing = repository.git(
        "ls-files", "--stage", "-z", environ=using(index), failure="git cannot list its index"
    ).text
    lines = (line.split("\t", 1) for line in listing.split("\0") if line)
    wanted = set(paths)
    found = {path: entry for entry, path in lines if path in wanted}
    width = 64 if repository.git("rev-parse", "--show-object-format").line == "sha256" else 40
    absent = (f"0 {'0' * width}\t{repository.prefix}{path}\0" for path in paths if path not in found)
    present = (f"{entry}\t{repository.prefix}{path}\0" for path, entry in found.items())
    return "".join((*absent, *present)).encode(errors="surrogateescape")


def using(index: Path) -> Mapping[str, str]:
    """The variables that make git use another index than the user's."""
    return {"GIT_INDEX_FILE": str(index)}


def _lock_of(index: Path) -> Path:
    return index.with_name(f"{index.name}.lock")


def _copy_of(repository: Repository, index: Path) -> Path:
    """One for each project of a repository: only the nemogen that holds the project's lock uses it."""
    name = hashlib.sha256(repository.prefix.encode(errors="surrogateescape")).hexdigest()[:12]
    return index.with_name(f"nemogen-{name}.index")
