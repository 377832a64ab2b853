"""Waits until written data is on disk (fsync), so that later writes cannot get there first."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Final

from nemogen.publish.files import at, write_new

_WAITING: Final = 16
"""Threads that wait. A file alone costs a commit of the filesystem's journal; those that wait at once share theirs."""


def write_synced(path: Path, content: bytes) -> None:
    """Write a new file and wait until the disk has it."""
    write_new(path, content)
    sync(path)


def sync(path: Path) -> None:
    """Wait until the disk has a file, or the entries of a folder."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_files(files: Mapping[str, Path]) -> None:
    """Wait until the disk has these files, by the path that a message names. Raises WriteError."""
    for path, synced in zip(files, _synced(files.values()), strict=True):
        with at(path):
            synced.result()


def sync_folders(folders: Iterable[Path]) -> None:
    """Flush the directory entries of these folders to disk, in any order."""
    for synced in _synced(folders):
        synced.result()


def _synced(paths: Iterable[Path]) -> list[Future[None]]:
    """What became of each `sync`, once all are over."""
    with ThreadPoolExecutor(_WAITING) as threads:
        return [threads.submit(sync, path) for path in paths]
