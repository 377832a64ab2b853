"""What `explain` says of the ids of findings that are neither errors of nemogen nor rules of `diff`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_FINDINGS: Final[Mapping[str, tuple[str, str]]] = {
    "source-not-found": (
        "The host says that there is nothing at the address of the spec, or not for the credentials that were sent.",
        "Correct [source] in specs/<api>/api.toml. Name a missing credential in headers_env, or set GITHUB_TOKEN.",
    ),
    "input-changed": (
        "The spec, the overlay, a setting, a template, a name or a recording changed after the last generation.",
        "Run nemogen generate, read the difference, and commit it.",
    ),
    "file-edited": (
        "A generated file is not as nemogen wrote it.",
        "Move the edit to an overlay, a template or a module of your own; then run nemogen generate --force.",
    ),
    "file-missing": ("A generated file was deleted.", "Run nemogen generate, or restore the file from git."),
    "file-extra": (
        "A file below generated/ was not written by nemogen.",
        "Delete it, move it elsewhere, or name it under keep of [package] in specs/<api>/api.toml.",
    ),
    "package-outdated": ("The package is missing, or that of an earlier lock.json.", "Run nemogen generate."),
    "pin-missing": ("The pinned spec is missing.", "Run nemogen fetch, or restore it from git."),
    "pin-fetched": ("The pinned spec is newer than the package.", "Run nemogen sync."),
    "pin-tampered": (
        "The pinned spec is not the one that lock.json was written for.",
        "Restore it from git. A correction of the spec belongs into specs/<api>/overlay.yaml.",
    ),
    "engine-output": (
        "A tool has another version than in lock.json and writes other files.",
        "Run nemogen generate, read the difference, and commit it; or install the version of the lock.",
    ),
    "engine-version": (
        "A tool has another version than in lock.json. It writes the same files.",
        "Nothing has to be done.",
    ),
    "overlay-action-unused": (
        "An action of the overlay matches nothing in the spec, or changes nothing.",
        "Look whether upstream fixed what it corrects: then remove the action. Otherwise correct its target.",
    ),
    "overlay-action-without-reason": (
        "An action of the overlay does not say why it is there.",
        "Give it a description.",
    ),
    "settings-missing": ("A folder below specs/ has no api.toml.", "Write it, or delete the folder."),
    "duplicate-key": (
        "An object of the document has the same key twice. The last one counts.",
        "Report it upstream.",
    ),
    "spec-rejects-response": (
        "A recorded response of the API is valid by the pinned spec and not by the new one.",
        "Correct the spec in the overlay; or, if the API changed, re-record: nemogen record take API --refresh.",
    ),
    "spec-corrected": (
        "A recorded response of the API is valid by the new spec and was not by the pinned one.",
        "Nothing has to be done.",
    ),
    "security-not-asked-for": (
        "The spec declares credentials, and no operation asks for one: the client sends none.",
        "If calls need them, set security under [client] in specs/<api>/api.toml. Otherwise nothing has to be done.",
    ),
    "security-scheme-not-supported": (
        "The client cannot send credentials of this kind.",
        "Send them yourself, with headers or an http_client; or declare another scheme in specs/<api>/api.toml.",
    ),
    "security-not-supported": (
        "The operation asks for credentials that the client cannot send: it is called without them.",
        "Send them yourself, with headers or an http_client; or set security of the operation in specs/<api>/api.toml.",
    ),
    "pagination-recognized": (
        "The operation gives its results page by page, so the client has a method for the items of all pages.",
        "If that is wrong, set pagination for the operation in specs/<api>/api.toml.",
    ),
    "class-shared": (
        "One class stands for schemas at several locations that differ: it has what any of them has.",
        "Nothing has to be done. To have another class at one of them, give it x-nemogen-name in the overlay.",
    ),
    "approval-ended": (
        "The last day of an approval has passed.",
        "Approve the finding again, or remove the entry from specs/<api>/approvals.toml.",
    ),
    "approval-unused": (
        "No finding matches an approval any longer.",
        "Remove the entry from specs/<api>/approvals.toml.",
    ),
    "approval-used": (
        "A release rests on the approval, and nothing needs it any longer.",
        "Nothing has to be done. The entry may be removed from specs/<api>/approvals.toml.",
    ),
    "recordings-not-covering": (
        "Fewer operations have a recording than [check] in api.toml requires.",
        "Record more: nemogen record take.",
    ),
}

_STATES: Final[Mapping[str, tuple[str, str]]] = {
    "-at-fault": (
        "An input is at fault: the first part of the id says which.",
        "Correct the file and line that the message names.",
    ),
    "-not-checked": (
        "Something kept nemogen from looking or acting: the first part of the id says at what.",
        "Remove the cause that the message names, then run the command again.",
    ),
}
"""By the end of an id: such ids are made of a subject of the report and its state."""


def explain_finding(wanted: str) -> str | None:
    """What a finding means, or None where it is not one of these."""
    ends = (text for end, text in _STATES.items() if wanted.endswith(end) and wanted.removesuffix(end).isalpha())
    found = _FINDINGS.get(wanted) or next(ends, None)
    return f"{wanted}: {found[0]}\n\nWhat to do: {found[1]}\n" if found else None


def finding_ids() -> tuple[str, ...]:
    """The ids that stand in the table."""
    return (*_FINDINGS,)
