"""Explanations of the ids that consist of a subject of the report and its state: `lock-missing`."""

from __future__ import annotations

from typing import Final

from nemogen.commands.finding_meaning import CALLERS, MAINTAINERS, Meaning
from nemogen.report.model import State

_READ_WHY: Final = "Follow the report's line for this subject."
_CHANGED: Final = (
    "The first part of the id says where: in upstream's spec, in the pinned spec or in the Python surface."
)
_READ_CHANGES: Final = "Read the findings of the subject: nemogen explain knows their ids, too."

STATES: Final[dict[State, Meaning]] = {
    State.AT_FAULT: Meaning(
        "An input is at fault: the first part of the id says which.",
        MAINTAINERS,
        "Correct the file and line that the message names.",
    ),
    State.NOT_CHECKED: Meaning(
        "Something kept nemogen from looking or acting: the first part of the id says at what.",
        MAINTAINERS,
        "Remove the cause that the message names, then run the command again.",
    ),
    State.INTERNAL_ERROR: Meaning(
        "This is a bug in nemogen. The first part of the id says what it was doing.",
        MAINTAINERS,
        "The message names a log with the traceback: please report it.",
    ),
    State.MISSING: Meaning(
        "What the first part of the id names is missing: it was deleted, or not yet written.",
        MAINTAINERS,
        "Restore it from git, or run the command that the message names.",
    ),
    State.OUTDATED: Meaning(
        "What the first part of the id names is not what the current inputs give.",
        MAINTAINERS,
        "Run the command that the message names, read the difference, and commit it.",
    ),
    State.MODIFIED: Meaning(
        "Generated files are not as nemogen wrote them.",
        "Whoever made the edit: the next generation would lose it, and so it is refused.",
        "Move the edit to an overlay, a template or a module of your own; then run nemogen generate --force.",
    ),
    State.EXTRA: Meaning(
        "Files below generated/ were not written by nemogen.",
        MAINTAINERS,
        "Delete them, move them elsewhere, or name them under keep of [package] in specs/<api>/api.toml.",
    ),
    State.TAMPERED: Meaning(
        "What the first part of the id names is not what lock.json was written for.",
        MAINTAINERS,
        "Restore it from git. Put corrections of the spec into specs/<api>/overlay.yaml.",
    ),
    State.MOVED: Meaning(
        "The spec is no longer at its path; the repository has it at another.",
        MAINTAINERS,
        "To follow it, set path under [source] in specs/<api>/api.toml.",
    ),
    State.REMOVED: Meaning(
        "The spec is no longer at its source.",
        MAINTAINERS,
        "Correct [source] in specs/<api>/api.toml. With --offline, the pinned spec is used.",
    ),
    State.NOT_A_SPEC: Meaning(
        "The source now gives something that is not an OpenAPI document.",
        MAINTAINERS,
        "Look at what the source gives. The pinned spec and the package stay as they are.",
    ),
    State.FAILED: Meaning("A test of what the first part of the id names failed.", MAINTAINERS, _READ_WHY),
    State.BROKEN: Meaning("What the first part of the id names has errors.", MAINTAINERS, _READ_WHY),
    State.UNUSED: Meaning("Entries of a file match nothing.", MAINTAINERS, "Correct or remove them."),
    State.OLD: Meaning(
        "Recordings are older than max_age_days allows.",
        MAINTAINERS,
        "Record them again: nemogen record take API --refresh.",
    ),
    State.LOW_COVERAGE: Meaning(
        "Recordings cover fewer operations than min_coverage or --min-coverage asks for.",
        MAINTAINERS,
        "Record the operations that the message names.",
    ),
    State.BREAKING: Meaning(f"A change breaks callers. {_CHANGED}", CALLERS, _READ_CHANGES),
    State.RISKY: Meaning(f"A change may break callers. {_CHANGED}", CALLERS, _READ_CHANGES),
    State.ADDITIVE: Meaning(f"Something was added. {_CHANGED}", CALLERS, _READ_CHANGES),
    State.DOCS_ONLY: Meaning(f"Descriptions changed. {_CHANGED}", CALLERS, _READ_CHANGES),
    State.UNREACHABLE: Meaning(f"A part that no operation uses changed. {_CHANGED}", CALLERS, _READ_CHANGES),
}
"""By the state, which is the end of the id."""

SUBJECTS: Final = frozenset(
    {
        *("apis", "approvals", "breaking", "check", "commit", "custom code", "distribution", "document", "engine"),
        *("engines", "exported", "files", "generated", "git", "imports", "kept", "like", "line endings", "lock"),
        *("merge request", "mypy", "names", "new spec", "overlay", "pin", "project", "proposals", "pull request"),
        *("pull requests", "push", "python", "recordings", "regenerated", "release", "settings", "source", "tag"),
        *("templates", "tokens", "types", "upstream", "wire", "workflows"),
    }
)
"""The subjects of reports. An error may have stopped a command before that: then its name is the first part."""

_STOPPED: Final = frozenset({State.AT_FAULT, State.NOT_CHECKED, State.INTERNAL_ERROR})
"""The states of a whole command, and of one recording, whose names are not in `SUBJECTS`."""


def explain_state(wanted: str) -> Meaning | None:
    """The meaning of an id that is made of a subject and its state; None for any other."""
    for state, meaning in STATES.items():
        name, end, rest = wanted.rpartition(f"-{state.replace(' ', '-')}")
        if end and not rest and (name in SUBJECTS or (name and state in _STOPPED)):
            return meaning
    return None
