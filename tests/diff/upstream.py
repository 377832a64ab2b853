"""Real data, which is not part of the project: NEMOGEN_UPSTREAM tells where it lies; tests that need it skip else."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

FOLDER = os.environ.get("NEMOGEN_UPSTREAM")
UPSTREAM = Path(FOLDER) if FOLDER else Path("/nonexistent")
needs_upstream = pytest.mark.skipif(not FOLDER, reason="NEMOGEN_UPSTREAM is not set: no real data to compare")


def files(pattern: str) -> list[Path]:
    """The files of the real data by pattern, in the order of their names; none where there is no data."""
    return sorted(UPSTREAM.glob(pattern)) if FOLDER else []


def load(path: Path) -> Any:
    """One parsed document."""
    return json.loads(path.read_bytes())
