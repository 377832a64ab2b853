"""SHA-256 of a project's files and folders. Cheap to import: `check` hashes all files first."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

from nemogen.errors import CouldNot, Location

_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_BLOCK: Final = 1 << 16
_IGNORED_FOLDERS: Final = frozenset(
    ("__pycache__", "build", "dist", ".venv", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis", ".git")
)


def sha256(content: bytes) -> str:
    """In hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def file_hash(content: bytes) -> str:
    """The hash of a file of the project: a checkout with CRLF line endings (core.autocrlf) is not an edit."""
    return sha256(content.replace(b"\r\n", b"\n") if b"\r" in content else content)


def is_sha256(value: Any) -> bool:
    """Whether it is such a hash, in hexadecimal."""
    return isinstance(value, str) and _SHA256.fullmatch(value) is not None


def hash_folder(folder: Path) -> dict[str, str]:
    """Relative path (with /) to hash of each file below `folder`; {} if it does not exist.

    Caches, virtual environments and build leftovers are skipped. A symbolic link is not followed: its
    hash is that of its target path. Raises CouldNot.
    """
    try:
        return dict(sorted(_hashes(str(folder), "")))
    except OSError as error:
        where = Location(str(error.filename or folder))
        raise CouldNot(f"cannot be read: {error.strerror}", where=where, remedy="Fix its permissions.") from error


def hash_all(files: Mapping[str, str]) -> str:
    """One hash for many files: of their sorted paths and hashes."""
    return sha256("".join(f"{path}\0{files[path]}\n" for path in sorted(files)).encode())


def _hashes(folder: str, prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    try:
        entries = os.scandir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return found
    # Entries know their kind: to ask for it, or to make a Path of each, would cost more than the hashes.
    with entries:
        for entry in entries:
            path = f"{prefix}{entry.name}"
            if entry.is_symlink():
                found.append((path, sha256(f"link to {Path(entry.path).readlink()}".encode())))
            elif entry.is_dir():
                if entry.name not in _IGNORED_FOLDERS and not entry.name.endswith(".egg-info"):
                    found += _hashes(entry.path, f"{path}/")
            elif not entry.name.endswith(".pyc"):
                found.append((path, file_hash(_content(entry.path))))
    return found


def _content(path: str) -> bytes:
    """A whole file, in the fewest calls of the system: most of a check is to read files."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return b"".join(iter(partial(os.read, descriptor, _BLOCK), b""))
    finally:
        os.close(descriptor)
