"""The versions of installed distributions. Light: `nemogen --version` imports it."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path


def tool_versions(names: tuple[str, ...]) -> dict[str, str]:
    """Versions of the installed distributions; one that is not installed is left out. Imports none of them.

    Read from the names of the .dist-info folders (the specification of recorded installations fixes them), as
    importlib.metadata takes longer than all the rest of a check.
    """
    found = _installed(tuple(sys.path))
    return {name: found[name] for name in names if name in found}


@cache
def _installed(path: tuple[str, ...]) -> Mapping[str, str]:
    """Every version by name, read once a process."""
    found: dict[str, str] = {}
    for folder in map(Path, path):
        for entry in folder.glob("*.dist-info"):
            name, _, version = entry.stem.partition("-")
            found.setdefault(re.sub(r"[-_.]+", "-", name).lower(), version)
    return found
