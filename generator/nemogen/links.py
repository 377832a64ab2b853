"""Symbolic links that lead out of a project: their targets are not the project's, and are not read. Cheap to import."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from nemogen.errors import ConfigError, Location

_NOT_READ: Final = frozenset(
    ("__pycache__", "build", "dist", ".venv", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis", ".git")
)
"""Folders of other tools, which may link to wherever they like."""


def refuse_links(root: Path, *paths: Path) -> None:
    """Raises ConfigError for a symbolic link that leads out of `root`: on the way to one of `paths`, or anywhere below.

    `root` is absolute and without symbolic links; a path that does not exist is fine.
    """
    for path in paths:
        for link in (*_on_the_way(root, path), *_below(root, path, set())):
            if not _real(link).is_relative_to(root):
                where = Location(link.relative_to(root).as_posix())
                what = "is a symbolic link that leads outside the project, and is not read"
                raise ConfigError(what, where=where, remedy="Put the file itself in its place.")


def _on_the_way(root: Path, path: Path) -> Iterator[Path]:
    parts = path.relative_to(root).parts
    return (link for at in range(len(parts)) if (link := root.joinpath(*parts[: at + 1])).is_symlink())


def _below(root: Path, folder: Path, seen: set[Path]) -> Iterator[Path]:
    """The links below a folder, and below the folders of the project that they lead to."""
    real = _real(folder)
    if real in seen or not real.is_relative_to(root):
        return
    seen.add(real)
    folders = [str(real)]
    while folders:
        for entry in _entries(folders.pop()):
            if _is_folder(entry) and (entry.name in _NOT_READ or entry.name.endswith(".egg-info")):
                continue
            if entry.is_symlink():
                yield Path(entry.path)
                yield from _below(root, Path(entry.path), seen)
            elif _is_folder(entry):
                folders.append(entry.path)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """What is in a folder, each knowing its kind; nothing where it is a file, or cannot be read."""
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # links in a circle
        return False


def _real(path: Path) -> Path:
    # Not Path.resolve, which raises for links in a circle.
    return Path(os.path.realpath(path))
