"""Where a caller's code uses what changed, in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from nemogen.findings import Finding

NOT_USED: Final = "not used"


def used_at(finding: Finding, most: int | None = None, show: Callable[[str], str] = str) -> str:
    """`used at a.py:3 and 2 more; maybe used at b.py:7`, with at most `most` places of either; `show` writes a place.

    Empty where no code was looked at.
    """
    if finding.used_by is None:
        return ""
    parts = []
    for word, lines in (("used at", finding.used_by), ("maybe used at", finding.maybe_used_by)):
        shown = lines[:most]
        more = f" and {len(lines) - len(shown)} more" if len(shown) < len(lines) else ""
        if lines:
            parts.append(f"{word} {', '.join(show(f'{line.file}:{line.line}') for line in shown)}{more}")
    return "; ".join(parts) or NOT_USED
