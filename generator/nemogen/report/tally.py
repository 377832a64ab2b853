"""How many findings there are, by level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from nemogen.findings import Finding, Level


def tally(findings: Iterable[Finding]) -> str:
    """`3 breaking, 1 docs`: how many of each level, worst first; empty if there are none."""
    counts = Counter(finding.level for finding in findings)
    return ", ".join(f"{counts[level]} {_counted(level, counts[level])}" for level in Level if counts[level])


def _counted(level: Level, count: int) -> str:
    """ "error" and "note" are nouns with a plural; all other levels are adjectives."""
    return f"{level}s" if level in (Level.ERROR, Level.NOTE) and count != 1 else str(level)
