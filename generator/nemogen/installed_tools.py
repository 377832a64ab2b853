"""The versions of installed distributions. Cheap to import: `nemogen --version` does."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from functools import cache
from typing import Final

_RECORDED: Final = ".dist-info"


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
    for folder in path:
        try:
            entries = os.listdir(folder or os.curdir)  # noqa: PTH208 - no need of a Path for each
        except OSError:  # Python's own path names a zip file, and folders that need not exist
            continue
        for entry in entries:
            if entry.endswith(_RECORDED):
                name, _, version = entry.removesuffix(_RECORDED).partition("-")
                found.setdefault(re.sub(r"[-_.]+", "-", name).lower(), version)
    return found
