"""The private folder of a project, `.nemogen/`, as one who only looks reads it. Light: every check does."""

from __future__ import annotations

import json
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Final

PRIVATE: Final = ".nemogen"
SWAP: Final = "swap"
FORWARD: Final = "forward.json"
BACK: Final = "back.json"
WRITTEN: Final = "written.json"


def is_file(path: Path) -> bool:
    """Whether a regular file is there; not a link to one, nor a path below a file."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


def half_done(root: Path) -> bool:
    """Whether a write at `root` is unfinished, so that the tree may be between two states. Read-only."""
    return any(is_file(root / PRIVATE / SWAP / name) for name in (FORWARD, BACK))


def written_files(root: Path) -> Mapping[str, str | None]:
    """What nemogen itself last wrote at each path of this checkout: sha256 in hex, None for a deletion.

    After a killed run, this identifies uncommitted changes that are nemogen's own. Empty if
    nothing was written yet.
    """
    try:
        record = json.loads((root / PRIVATE / WRITTEN).read_bytes())
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}
