"""What `explain` says of the ids of findings that are neither errors of nemogen nor rules of `diff`."""

from __future__ import annotations

from typing import Final

from nemogen.commands.finding_meaning import MAINTAINERS, Meaning, Meanings
from nemogen.commands.meanings_of_losses import LOSSES
from nemogen.commands.meanings_of_project import PROJECT
from nemogen.commands.meanings_of_recordings import RECORDINGS
from nemogen.commands.meanings_of_repairs import PARTS, SCHEMAS
from nemogen.commands.meanings_of_tool import TOOL_LOSSES

TABLES: Final[tuple[Meanings, ...]] = (PROJECT, PARTS, SCHEMAS, LOSSES, TOOL_LOSSES, RECORDINGS)
"""One for each topic; no id is in two of them."""

_STATES: Final[Meanings] = {
    "-at-fault": Meaning(
        "An input is at fault: the first part of the id says which.",
        MAINTAINERS,
        "Correct the file and line that the message names.",
    ),
    "-not-checked": Meaning(
        "Something kept nemogen from looking or acting: the first part of the id says at what.",
        MAINTAINERS,
        "Remove the cause that the message names, then run the command again.",
    ),
    "-internal-error": Meaning(
        "This is a bug in nemogen. The first part of the id says what it was doing.",
        MAINTAINERS,
        "The message names a log with the traceback: please report it.",
    ),
}
"""By the end of an id: such ids are made of a subject of the report and its state."""


def explain_finding(wanted: str) -> str | None:
    """What a finding means, or None where it is not one of these."""
    ends = (text for end, text in _STATES.items() if wanted.endswith(end) and _is_subject(wanted.removesuffix(end)))
    found = next((table[wanted] for table in TABLES if wanted in table), None) or next(ends, None)
    if found is None:
        return None
    return f"{wanted}: {found.what}\n\nWho is hit: {found.hit}\n\nWhat to do: {found.remedy}\n"


def finding_ids() -> tuple[str, ...]:
    """The ids that stand in the tables."""
    return tuple(each for table in TABLES for each in table)


def _is_subject(name: str) -> bool:
    """Whether a subject of a report may be called so: a command or what it looked at."""
    return name.replace(" ", "").replace("-", "").isalpha()
