"""The findings of reading: one place that decides how much each matters."""

from __future__ import annotations

from typing import Final

from nemogen.errors import Location as Location
from nemogen.findings import Finding, Level

COSTLY_RULES: Final = frozenset(
    {
        "document-part-malformed",
        "parameter-unreadable",
        "path-unreadable",
        "response-unreadable",
        "security-scheme-unreadable",
        "security-undefined",
    }
)
"""Rules that cost a caller an operation, an argument, a response or a credential: shown without --verbose."""


def finding(rule: str, message: str, location: Location, *, is_costly: bool = False) -> Finding:
    """What reading has to report at a location: a note, or RISKY where it costs a caller something."""
    level = Level.RISKY if is_costly or rule in COSTLY_RULES else Level.NOTE
    return Finding(rule, level, message, area="spec", revision=location, key=location.pointer)
