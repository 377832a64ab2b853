"""Changes many files as one: staged copies, a journal, and a way to complete or undo it at every moment.

The folder `.nemogen/swap/` holds the new content of each path (in `new/`), the old one (in `old/`, a hard link), what
`.nemogen/written/` will say of these paths (in `written/`), and the journal. The journal's name decides what a process
that finds it must do:

- no journal: the swap never began or is over; the folder can be removed.
- `forward.json`: everything was staged and is on the disk; finish the swap.
- `back.json`: the swap failed; undo it.

Both can be repeated from any point, so the next process recovers one that dies during recovery.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from errno import ENOTDIR
from functools import cached_property
from pathlib import Path, PurePosixPath

from nemogen.light_dataclasses import dataclass
from nemogen.publish.durable import sync_files, sync_folders, write_synced
from nemogen.publish.files import (
    Changes,
    at,
    is_file,
    make_room,
    remove_emptied_folders,
    remove_file,
    write_new,
)
from nemogen.publish.private_folder import BACK, FORWARD, PRIVATE, SWAP, WRITTEN, record_name, written_files
from nemogen.publish.project_lock import Checkout


@dataclass(frozen=True, slots=True)
class Entry:
    """One path that changes: sha256 (hex) of its content before and after, None if there is no file."""

    path: str
    old: str | None
    new: str | None

    @property
    def name(self) -> str:
        """The name of its copies in the swap's folders, safe for any path."""
        return hashlib.sha256(self.path.encode(errors="surrogateescape")).hexdigest()


@dataclass(frozen=True)
class Swap:
    """A staged change. `made` are the folders that it creates, parents first."""

    checkout: Checkout
    entries: tuple[Entry, ...]
    made: tuple[str, ...]

    @cached_property
    def folder(self) -> Path:
        return self.checkout.private / SWAP

    def target(self, entry: Entry) -> Path:
        return self.checkout.root / entry.path

    def staged(self, entry: Entry) -> Path:
        """The new content; it no longer exists once moved to its path."""
        return self.folder.joinpath("new", entry.name)

    def kept(self, entry: Entry) -> Path:
        """The old content; it no longer exists once restored."""
        return self.folder.joinpath("old", entry.name)

    def begin(self) -> None:
        """Write the journal: from here on the swap will be completed or undone, even after a crash."""
        record = {"entries": [asdict(entry) for entry in self.entries], "made": self.made}
        draft = self.folder / "draft.json"
        write_synced(draft, json.dumps(record).encode())
        sync_folders([self.folder / "new", self.folder / "old", self.folder / WRITTEN])
        draft.replace(self.folder / FORWARD)
        sync_folders([self.folder, self.checkout.private, self.checkout.root])

    def forward(self) -> None:
        """Bring every path to its new content. Raises WriteError at the first failure."""
        for entry in self.entries:
            if entry.new is None:
                with at(entry.path):
                    remove_file(self.target(entry))
                remove_emptied_folders(self.checkout.root, entry.path)
        for entry in self.entries:
            if entry.new is not None:
                self._move(self.staged(entry), entry)
        self._sync_parents()

    def turn_back(self) -> None:
        """Record that the swap is to be undone, by this process or the next."""
        with at(PRIVATE):
            (self.folder / FORWARD).replace(self.folder / BACK)

    def back(self) -> None:
        """Bring every path to its old content. Raises WriteError at the first failure."""
        for entry in self.entries:
            if entry.old is None and not is_file(self.staged(entry)):
                with at(entry.path):
                    remove_file(self.target(entry))
        for folder in reversed(self.made):
            with suppress(OSError):
                (self.checkout.root / folder).rmdir()
        for entry in self.entries:
            if entry.old is not None:
                self._move(self.kept(entry), entry)
        self._sync_parents()

    def end(self, *, completed: bool) -> None:
        """Remove the journal: the swap is over. A completed one is recorded as written by nemogen."""
        with at(PRIVATE):
            if completed:
                for record in sorted((self.folder / WRITTEN).glob("*.json")):
                    record.replace(self.checkout.private / WRITTEN / record.name)
            (self.folder / (FORWARD if completed else BACK)).unlink()

    def _move(self, source: Path, entry: Entry) -> None:
        if is_file(source):
            with at(entry.path):
                make_room(self.target(entry))
                source.replace(self.target(entry))

    def _sync_parents(self) -> None:
        """All the way up: a created or removed folder changes its parent."""
        folders = _folders_above(self.entries)
        with at(PRIVATE):
            sync_folders(path for path in sorted(self.checkout.root / folder for folder in folders) if path.is_dir())


def stage(checkout: Checkout, entries: tuple[Entry, ...], contents: Changes) -> Swap:
    """Stage copies of all new and old contents outside the tree and begin the swap; the tree is not touched.

    Raises WriteError; nothing is left behind then.
    """
    swap = Swap(checkout, entries, _missing_folders(checkout.root, entries))
    try:
        with at(PRIVATE):
            for folder in (swap.folder, swap.folder / "new", swap.folder / "old", swap.folder / WRITTEN):
                folder.mkdir()
        for entry in entries:
            with at(entry.path):
                _stage_one(swap, entry, contents[entry.path])
        sync_files({entry.path: swap.staged(entry) for entry in entries if entry.new is not None})
        with at(PRIVATE):
            _record(swap)
            swap.begin()
    except BaseException:  # also an interrupt: staged copies are removed, and nothing in the tree was changed
        discard(checkout)
        raise
    return swap


def _record(swap: Swap) -> None:
    """Stage the records of what is written, each with what it has said before."""
    folder = swap.checkout.private / WRITTEN
    if folder.is_symlink():
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR), str(folder))
    folder.mkdir(exist_ok=True)
    records: dict[str, dict[str, str | None]] = {}
    for entry in swap.entries:
        name = record_name(entry.path)
        if name not in records:
            records[name] = dict(written_files(swap.checkout.root, entry.path))
        records[name][entry.path] = entry.new
    for name, record in records.items():
        write_synced(swap.folder / WRITTEN / name, json.dumps(record).encode())


def _stage_one(swap: Swap, entry: Entry, content: bytes | None) -> None:
    mode = None
    if entry.old is not None:
        _link_or_copy(swap.target(entry), swap.kept(entry))
        mode = stat.S_IMODE(swap.target(entry).stat().st_mode)
    if content is not None:
        write_new(swap.staged(entry), content, mode)


def _link_or_copy(source: Path, target: Path) -> None:
    try:
        target.hardlink_to(source)
    except OSError:
        shutil.copy2(source, target)


def _missing_folders(root: Path, entries: Iterable[Entry]) -> tuple[str, ...]:
    folders = _folders_above(entry for entry in entries if entry.new is not None)
    return tuple(str(folder) for folder in sorted(folders) if not (root / folder).is_dir())


def _folders_above(entries: Iterable[Entry]) -> set[PurePosixPath]:
    """Every folder on the way to these paths, the project's own (`.`) too. Most files share theirs with others."""
    folders = {PurePosixPath(entry.path).parent for entry in entries}
    return {above for folder in folders for above in (folder, *folder.parents)}


def discard(checkout: Checkout) -> None:
    """Remove staged files. The next `locked` removes what could not be removed."""
    shutil.rmtree(checkout.private / SWAP, ignore_errors=True)
