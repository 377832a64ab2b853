"""Single files of the project: resolves paths safely, and writes in small durable steps."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from nemogen.errors import Location, WriteError
from nemogen.publish.private_folder import PRIVATE
from nemogen.publish.private_folder import is_file as is_file
from nemogen.publish.project_lock import write_error
from nemogen.text_safety import spelt

Changes = Mapping[str, bytes | None]
"""Path (relative to the project, with /) to its new content; None deletes the file."""

_RESERVED = {".git", PRIVATE}


def safe_target(root: Path, path: str, removed: Collection[str] = ()) -> Path:
    """The file at `path` (relative, with /) below `root`.

    Raises WriteError if it could be another file: absolute, `..`, `.git`, a symbolic link on the way; or if
    something that is not a regular file is in the way. Paths in `removed` count as removed.
    """
    *folders, name = _plain(path)
    target = _walk(root, folders, path, removed) / name
    mode = _mode(target)
    if mode is None or stat.S_ISREG(mode):
        return target
    if stat.S_ISLNK(mode):
        raise _refused(path, "is a symbolic link")
    if not stat.S_ISDIR(mode):
        raise _refused(path, "is not a regular file")
    if any(str(below.relative_to(root)) not in removed for below in _files_below(target)):
        raise _refused(path, "is a folder, expected a file")
    return target


def safe_folder(root: Path, path: str, removed: Collection[str] = ()) -> Path:
    """Like `safe_target`, for the path of a folder."""
    return _walk(root, _plain(path), path, removed)


def _plain(path: str) -> tuple[str, ...]:
    pure = PurePosixPath(path)
    if not _is_encodable(path) or pure.is_absolute() or not pure.parts or ".." in pure.parts or str(pure) != path:
        raise _refused(path, "is not a path inside the project")
    if any(part.lower() in _RESERVED for part in pure.parts):
        raise _refused(path, "is in a folder that nemogen must not write to")
    return pure.parts


def _is_encodable(path: str) -> bool:
    try:
        return b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        return False


def _walk(root: Path, parts: Sequence[str], path: str, removed: Collection[str]) -> Path:
    folder = root
    for index, part in enumerate(parts):
        folder /= part
        mode = _mode(folder)
        if mode is None or "/".join(parts[: index + 1]) in removed:
            break
        if stat.S_ISLNK(mode):
            raise _refused(path, f"leads through the symbolic link {spelt(part)}")
        if not stat.S_ISDIR(mode):
            raise _refused(path, f"cannot be written: {spelt(part)} is a file, expected a folder")
    return root.joinpath(*parts)


def _files_below(folder: Path) -> Iterator[Path]:
    for parent, _, names in os.walk(folder):
        yield from (Path(parent, name) for name in names)


def _mode(path: Path) -> int | None:
    try:
        return path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise write_error(error, spelt(str(path))) from error


def _refused(path: str, why: str) -> WriteError:
    return WriteError(
        f"the path {why}", where=Location(spelt(path)), remedy="Move away what is in the way, or rename it."
    )


@contextmanager
def at(path: str) -> Iterator[None]:
    """Turn an OSError of the block into a WriteError about `path`."""
    try:
        yield
    except OSError as error:
        raise write_error(error, spelt(path)) from error


def digest_of(path: Path) -> str | None:
    """sha256 (hex) of a regular file, None if there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if is_file(path) else None


def write_new(path: Path, content: bytes, mode: int | None = None) -> None:
    """Write a new file, which the disk need not have yet."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        if mode is not None:
            os.fchmod(file.fileno(), mode)


def make_room(path: Path) -> None:
    """Make the folder that `path` belongs in; empty folders at the path of the file are removed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir() and not path.is_symlink():
        for folder, _, _ in os.walk(path, topdown=False):
            Path(folder).rmdir()


def remove_file(path: Path) -> None:
    """Remove a regular file if there is one."""
    if is_file(path):
        path.unlink()


def remove_emptied_folders(root: Path, path: str) -> None:
    """Remove the folders that are empty since `path` was removed; the top-level one stays."""
    for folder in PurePosixPath(path).parents[:-2]:
        try:
            (root / folder).rmdir()
        except OSError:
            return
