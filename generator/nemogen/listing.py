"""Names listed in a sentence."""

from __future__ import annotations

from collections.abc import Sequence


def list_names(names: Sequence[str], most: int) -> str:
    """`a, b and c`; of more than `most` names the first ones, and how many more there are."""
    shown = list(names[:most])
    if len(names) > most:
        return f"{', '.join(shown)} and {len(names) - most} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))
