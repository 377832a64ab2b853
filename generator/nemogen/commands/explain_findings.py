"""The explanations of findings that are neither errors of nemogen nor rules of `diff`."""

from __future__ import annotations

from typing import Final

from nemogen.commands.finding_meaning import Meanings
from nemogen.commands.meanings_of_losses import LOSSES
from nemogen.commands.meanings_of_project import PROJECT
from nemogen.commands.meanings_of_recordings import RECORDINGS
from nemogen.commands.meanings_of_repairs import PARTS, SCHEMAS
from nemogen.commands.meanings_of_states import explain_state
from nemogen.commands.meanings_of_tool import TOOL_LOSSES

TABLES: Final[tuple[Meanings, ...]] = (PROJECT, PARTS, SCHEMAS, LOSSES, TOOL_LOSSES, RECORDINGS)
"""One for each topic; no id is in two of them."""


def explain_finding(wanted: str) -> str | None:
    """What a finding means, or None where it is not one of these."""
    found = next((table[wanted] for table in TABLES if wanted in table), None) or explain_state(wanted)
    if found is None:
        return None
    return f"{wanted}: {found.what}\n\nWho is hit: {found.hit}\n\nWhat to do: {found.remedy}\n"


def finding_ids() -> tuple[str, ...]:
    """The ids in the tables."""
    return tuple(each for table in TABLES for each in table)
