"""The variants of unions in the path to a change: `choices[](Text).content`."""

from __future__ import annotations

import re
from typing import Final

_BRANCH: Final = re.compile(r"\([^()]*\)")


def without_branches(path: str) -> str:
    """The way without the branches that it takes."""
    return _BRANCH.sub("", path)
