"""Read access to a project's private folder, `.nemogen/`. Cheap to import: every check needs it."""

from __future__ import annotations

import json
import stat
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Final

PRIVATE: Final = ".nemogen"
SWAP: Final = "swap"
FORWARD: Final = "forward.json"
BACK: Final = "back.json"
WRITTEN: Final = "written"


def is_file(path: Path) -> bool:
    """Whether a regular file is there; not a link to one, nor a path below a file."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


def half_done(root: Path) -> bool:
    """Whether a write at `root` is unfinished, so that the tree may be between two states. Read-only."""
    return any(is_file(root / PRIVATE / SWAP / name) for name in (FORWARD, BACK))


def written_files(root: Path, beside: str | None = None) -> Mapping[str, str | None]:
    """What nemogen itself last wrote at each path of this checkout: sha256 in hex, None for a deletion.

    After a killed run, this identifies uncommitted changes that are nemogen's own. Empty if
    nothing was written yet. Of the API alone that the file `beside` belongs to, if it is given.
    """
    folder = root / PRIVATE / WRITTEN
    found: dict[str, str | None] = {}
    for path in sorted(folder.glob("*.json")) if beside is None else (folder / record_name(beside),):
        try:
            record = json.loads(path.read_bytes())
        except (OSError, ValueError):
            continue
        found |= record if isinstance(record, dict) else {}
    return found


def record_name(path: str) -> str:
    """The file in the folder WRITTEN that records the write of a path: one for each API, whose name its folders below
    specs/ and generated/ have. A write costs the same however many APIs there are."""
    folders = PurePosixPath(path).parts[:-1]
    return f"{sha256('/'.join(folders[1:2] or folders).encode(errors='surrogateescape')).hexdigest()}.json"
