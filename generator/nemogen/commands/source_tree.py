"""nemogen run from its source tree, where an edit leaves the version as it is: whether it was edited since it ran."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

_TREE: Final = Path(__file__).resolve().parents[1]
_MARKERS: Final = "regenerated"


def last_edit() -> int:
    """When a module was edited last, in nanoseconds; 0 for an installed nemogen, which has a version."""
    return max(_times(str(_TREE))) if _is_source_tree() else 0


def last_generation(lock: Path, private: Path, api: str) -> int:
    """When the API's lock was written, or its package proved to be the same (`mark_regenerated`)."""
    return max(_time_of(lock), _time_of(private / _MARKERS / api))


def mark_regenerated(private: Path, api: str) -> None:
    """Remember in the project's own folder `private` that the package is what the modules as they are now write."""
    if not _is_source_tree():
        return
    with suppress(OSError):  # without the marker the next run only takes longer
        (private / _MARKERS).mkdir(exist_ok=True)
        (private / _MARKERS / api).write_bytes(b"")


def _is_source_tree() -> bool:
    return (_TREE.parents[1] / "pyproject.toml").is_file()


def _time_of(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _times(folder: str) -> Iterator[int]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _times(entry.path)
            elif entry.name.endswith(".py"):
                yield entry.stat().st_mtime_ns
