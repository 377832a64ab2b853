"""Conflict markers that git left in a file. Cheap to import: `check` looks for them in each file that it reads."""

from __future__ import annotations

import re
from typing import Final

from nemogen.errors import Location, MergeConflict

_CONFLICT: Final = re.compile(rb"^<{7} [^\n]*$.*?^={7}\r?$.*?^>{7} [^\n]*$", re.MULTILINE | re.DOTALL)


def refuse_merge_conflict(content: bytes, file: str) -> None:
    """Raise MergeConflict, with the line of the first marker, where `content` holds a whole set of them."""
    if b"<<<<<<< " not in content:
        return
    found = _CONFLICT.search(content)
    if found:
        line = content.count(b"\n", 0, found.start()) + 1
        remedy = "Resolve it with git. For a generated file, take either side and run nemogen generate."
        raise MergeConflict("unresolved merge conflict", where=Location(file, line=line), remedy=remedy)
