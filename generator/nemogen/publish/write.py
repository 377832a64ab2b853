"""The only module that writes files: a set of files changes as one.

What is guaranteed, on any filesystem with atomic rename:

- An error, or Ctrl-C before the last step (the removal of the journal): every file is unchanged.
- A process killed at any moment, or a power cut: each single file holds its old or its new content, never a part; and
  after the next `locked` or `recover` all files are old, or all are new. Between the two, `half_done` reports it
  to read-only commands.
- Files that are not in the set, and files whose content is unchanged, are not touched: content, mode and mtime.
- A folder that a deletion empties is removed; top-level folders stay.

New contents are written to `.nemogen/`, flushed to disk and recorded in a journal (transaction.py)
before the first path is renamed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from nemogen.errors import Location, Problem, WriteError
from nemogen.interrupts import deferred
from nemogen.light_dataclasses import dataclass
from nemogen.publish import transaction as transactions
from nemogen.publish.files import Changes, at, digest_of, safe_target
from nemogen.publish.private_folder import half_done as half_done
from nemogen.publish.private_folder import written_files as written_files
from nemogen.publish.project_lock import Checkout, hold
from nemogen.publish.recovery import Recovery, await_orphans, repair
from nemogen.publish.transaction import Entry, Swap
from nemogen.temporary_folders import sweep_temporary
from nemogen.text_safety import spelt

__all__ = [
    "Changes",
    "Checkout",
    "Recovery",
    "Written",
    "half_done",
    "locked",
    "recover",
    "write_tree",
    "writing",
    "written_files",
]


@dataclass(frozen=True, slots=True)
class Written:
    """What a write changed, as paths relative to the project, sorted."""

    created: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        return tuple(sorted((*self.created, *self.updated, *self.deleted)))


@contextmanager
def locked(
    root: Path,
    *,
    wait: float = 0.0,
    on_wait: Callable[[str], None] | None = None,
    on_recovery: Callable[[Recovery], None] | None = None,
    transient: bool = False,
) -> Iterator[Checkout]:
    """Lock `root` for writing; an interrupted write is repaired first and reported to `on_recovery`.

    `wait` is in seconds; `transient` leaves no `.nemogen/` behind, for output folders that are not projects. Temporary
    folders of killed processes are removed.
    Raises WriteError: another process holds the lock, or the repair fails.
    """
    with hold(root, wait=wait, on_wait=on_wait, transient=transient) as checkout:
        sweep_temporary()
        await_orphans(checkout, wait, on_wait)
        recovery = repair(checkout)
        if recovery and on_recovery:
            on_recovery(recovery)
        yield checkout


def recover(root: Path) -> Recovery | None:
    """Complete or undo the write that a killed process left unfinished at `root`; None if there is none.

    Costs two lookups if there is nothing to do. Raises WriteError if it is impossible, or another process is
    running.
    """
    if not half_done(root):
        return None
    with hold(root) as checkout:
        return repair(checkout)


def write_tree(changes: Changes, checkout: Checkout) -> Written:
    """Bring every path of `changes` to its content, all or none. Raises WriteError."""
    with writing(changes, checkout) as written:
        return written


@contextmanager
def writing(changes: Changes, checkout: Checkout) -> Iterator[Written]:
    """Like `write_tree`, and if the block raises (a hook rejects the commit), every file is restored.

    If the process is killed inside the block, the next command keeps the new files.
    """
    entries = _plan(changes, checkout.root)
    if not entries:
        yield Written()
        return
    swap = transactions.stage(checkout, entries, changes)
    try:
        swap.forward()
        written = _written(entries)
        yield written
        with deferred():
            swap.end(completed=True)
            checkout.effects.append(_count(written.paths))
    except BaseException as error:  # also an interrupt, and whatever the block raises: every file is restored
        if half_done(checkout.root):
            _undo(swap, error)
        raise
    transactions.discard(checkout)


def _undo(swap: Swap, cause: BaseException) -> None:
    try:
        swap.turn_back()
        swap.back()
        swap.end(completed=False)
        transactions.discard(swap.checkout)
    except WriteError as error:
        raise WriteError(
            f"{cause}\nand the files that were already written could not be restored: {error}",
            where=Location(str(swap.checkout.root)),
            remedy="Fix the cause; the next nemogen command repairs them first.",
        ) from cause


def _plan(changes: Changes, root: Path) -> tuple[Entry, ...]:
    """The paths whose content changes, sorted. Raises WriteError with every rejected path."""
    deleted = frozenset(path for path, content in changes.items() if content is None)
    entries: list[Entry] = []
    problems: list[Problem] = []
    for path in sorted(changes):
        try:
            _refuse_file_and_folder(path, changes)
            target = safe_target(root, path, deleted)
            with at(path):
                old = digest_of(target)
        except WriteError as error:
            problems.extend(error.problems)
            continue
        content = changes[path]
        new = None if content is None else hashlib.sha256(content).hexdigest()
        if old != new:
            entries.append(Entry(path, old, new))
    if problems:
        raise WriteError.of(problems)
    return tuple(entries)


def _refuse_file_and_folder(path: str, changes: Changes) -> None:
    if changes[path] is None:
        return
    folder = path
    while folder := folder.rpartition("/")[0]:
        if changes.get(folder) is not None:
            raise WriteError(
                f"both this file and {spelt(folder)} would be written, one inside the other",
                where=Location(spelt(path)),
                remedy="Rename one of them.",
            )


def _count(paths: tuple[str, ...]) -> str:
    return f"wrote {paths[0]}" if len(paths) == 1 else f"wrote {len(paths)} files, the first of them {paths[0]}"


def _written(entries: tuple[Entry, ...]) -> Written:
    return Written(
        created=tuple(entry.path for entry in entries if entry.old is None),
        updated=tuple(entry.path for entry in entries if entry.old is not None and entry.new is not None),
        deleted=tuple(entry.path for entry in entries if entry.new is None),
    )
