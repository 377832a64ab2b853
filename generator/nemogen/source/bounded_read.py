"""Reads files of a bounded size. Cheap to import, so that `check` can use it first."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from nemogen.errors import CouldNot, Location, SpecError
from nemogen.merge_conflicts import refuse_merge_conflict

MAX_BYTES: Final = 64 << 20
"""Default limit of a document."""


def read_bounded(path: Path, name: str, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file of at most `limit` bytes; `name` is the path for messages.

    Raises SpecError when it is missing, not a regular file or too large (before reading), MergeConflict when git
    left conflict markers in it, CouldNot when the system denies it.
    """
    where = Location(name)
    try:
        if not path.is_file():
            raise SpecError("no such file", where=where, remedy="Fix the path.")
        size = path.stat().st_size
        if size > limit:
            raise too_large(where, limit)
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        raise CouldNot(f"cannot be read: {error.strerror}", where=where, remedy="Fix its permissions.") from error
    if len(content) > limit:
        raise too_large(where, limit)
    refuse_merge_conflict(content, name)
    return content


def too_large(where: Location, limit: int) -> SpecError:
    """The error for a document of more than `limit` bytes."""
    return SpecError(f"larger than {limit:,} bytes", where=where, remedy="Use a smaller document.")
