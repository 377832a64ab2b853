"""Explanations of findings about the project: its source, its package, its settings and its names."""

from __future__ import annotations

from typing import Final

from nemogen.commands.finding_meaning import CALLERS, MAINTAINERS, NOBODY, Meaning, Meanings

_USERS: Final = "Every caller, once the package is published."
_CREDENTIALS: Final = "Callers of what needs the credential: it is not sent."

PROJECT: Final[Meanings] = {
    "source-not-found": Meaning(
        "The host says that there is nothing at the address of the spec, or not for the credentials that were sent.",
        MAINTAINERS,
        "Correct [source] in specs/<api>/api.toml. Name a missing credential in headers_env, or set GITHUB_TOKEN.",
    ),
    "input-changed": Meaning(
        "The spec, the overlay, a setting, a template, a name or a recording changed after the last generation.",
        MAINTAINERS,
        "Run nemogen generate, read the difference, and commit it.",
    ),
    "file-edited": Meaning(
        "A generated file is not as nemogen wrote it.",
        "Whoever made the edit: the next generation would lose it, and so it is refused.",
        "Move the edit to an overlay, a template or a module of your own; then run nemogen generate --force.",
    ),
    "file-missing": Meaning(
        "A generated file was deleted.", MAINTAINERS, "Run nemogen generate, or restore the file from git."
    ),
    "file-extra": Meaning(
        "A file below generated/ was not written by nemogen.",
        MAINTAINERS,
        "Delete it, move it elsewhere, or name it under keep of [package] in specs/<api>/api.toml.",
    ),
    "package-outdated": Meaning(
        "The package is missing, or that of an earlier lock.json.", MAINTAINERS, "Run nemogen generate."
    ),
    "pin-missing": Meaning("The pinned spec is missing.", MAINTAINERS, "Run nemogen fetch, or restore it from git."),
    "pin-fetched": Meaning("The pinned spec is newer than the package.", MAINTAINERS, "Run nemogen sync."),
    "pin-tampered": Meaning(
        "The pinned spec is not the one that lock.json was written for.",
        MAINTAINERS,
        "Restore it from git. A correction of the spec belongs into specs/<api>/overlay.yaml.",
    ),
    "engine-output": Meaning(
        "A tool has another version than in lock.json and writes other files.",
        MAINTAINERS,
        "Run nemogen generate, read the difference, and commit it; or install the version of the lock.",
    ),
    "engine-version": Meaning(
        "A tool has another version than in lock.json. It writes the same files.", NOBODY, "Nothing has to be done."
    ),
    "overlay-action-unused": Meaning(
        "An action of the overlay matches nothing in the spec, or changes nothing.",
        MAINTAINERS,
        "Look whether upstream fixed what it corrects: then remove the action. Otherwise correct its target.",
    ),
    "overlay-action-without-reason": Meaning(
        "An action of the overlay does not say why it is there.", MAINTAINERS, "Give it a description."
    ),
    "settings-missing": Meaning(
        "A folder below specs/ has no api.toml.", MAINTAINERS, "Write it, or delete the folder."
    ),
    "duplicate-key": Meaning(
        "An object of the document has the same key twice. The last one counts.", CALLERS, "Report it upstream."
    ),
    "security-not-asked-for": Meaning(
        "The spec declares credentials, and no operation asks for one: the client sends none.",
        "Callers, where the API needs the credential after all.",
        "If calls need them, set security under [client] in specs/<api>/api.toml. Otherwise nothing has to be done.",
    ),
    "security-scheme-not-supported": Meaning(
        "The client cannot send credentials of this kind.",
        _CREDENTIALS,
        "Send them yourself, with headers or an http_client; or declare another scheme in specs/<api>/api.toml.",
    ),
    "security-not-supported": Meaning(
        "The operation asks for credentials that the client cannot send: it is called without them.",
        _CREDENTIALS,
        "Send them yourself, with headers or an http_client; or set security of the operation in specs/<api>/api.toml.",
    ),
    "pagination-recognized": Meaning(
        "The operation gives its results page by page, so the client has a method for the items of all pages.",
        "Callers of the operation: they can iterate over the items.",
        "If that is wrong, set pagination for the operation in specs/<api>/api.toml.",
    ),
    "class-shared": Meaning(
        "One class stands for schemas at several locations that differ: it has what any of them has.",
        "Callers who read or make such a value: some attributes may be missing at some of the locations.",
        "Nothing has to be done. To have another class at one of them, give it x-nemogen-name in the overlay.",
    ),
    "approval-ended": Meaning(
        "The last day of an approval has passed.",
        MAINTAINERS,
        "Approve the finding again, or remove the entry from specs/<api>/approvals.toml.",
    ),
    "approval-unused": Meaning(
        "No finding matches an approval any longer.", MAINTAINERS, "Remove the entry from specs/<api>/approvals.toml."
    ),
    "approval-used": Meaning(
        "A release rests on the approval, and nothing needs it any longer.",
        NOBODY,
        "Nothing has to be done. The entry may be removed from specs/<api>/approvals.toml.",
    ),
    "package-broken": Meaning(
        "The package is not what a regeneration writes, or cannot be imported; the message says which.",
        _USERS,
        "Run nemogen generate and read the difference. If it cannot be imported after that, report it as a bug.",
    ),
    "package-types": Meaning(
        "A type checker reports an error in the generated package.",
        _USERS,
        "If the line is of your own code or template, correct it. Otherwise report it as a bug of nemogen.",
    ),
    "custom-types": Meaning(
        "mypy reports an error in the project's own code, specs/<api>/custom/.",
        MAINTAINERS,
        "Correct the line, or what it uses, to fit the generated package.",
    ),
    "custom-test": Meaning(
        "A test in specs/<api>/custom/tests/ fails with the package.",
        MAINTAINERS,
        "Correct the code or the test, at the line that the message names.",
    ),
    "template-outdated": Meaning(
        "nemogen's own template changed since the project's was made from it.",
        MAINTAINERS,
        "Compare it with nemogen's, then eject it again and take your changes over.",
    ),
    "like-name-differs": Meaning(
        "A name was like that of the client given with add --like, and is not any longer.",
        "Users of the other client who switch to this one.",
        "Give it the other name: name under [operations] in specs/<api>/api.toml, or x-nemogen-name in the overlay.",
    ),
    "lock-repaired": Meaning(
        "A part of lock.json about the source cannot be used. It is ignored.",
        NOBODY,
        "The next nemogen sync repairs it.",
    ),
    "name-conflict": Meaning(
        "A line of specs/<api>/names.toml contradicts another one.",
        "Callers of what gets another name, if the wrong line stays.",
        "Keep the line that the message names, remove the other, and run nemogen generate.",
    ),
    "name-renamed": Meaning(
        "Two merged branches gave one name to different things. The base branch keeps it.",
        "Users of the other branch: the name means something else there.",
        "Rename it where that is wrong: specs/<api>/names.toml, or name in api.toml.",
    ),
    "module-renamed": Meaning(
        "Windows can have no file of this name, so the module has another one.",
        "Callers who import the module itself; the attribute of the client has its usual name.",
        "Nothing has to be done.",
    ),
    "operation-renamed": Meaning(
        "Another operation has the name that this one would have, so it has another.",
        "Callers who expect the name.",
        "Choose the name: name under [operations] in specs/<api>/api.toml.",
    ),
    "twin-paths-differ": Meaning(
        "Two paths that differ only in a version share one method while they are the same otherwise. These differ.",
        "Callers of the path that now has its own method.",
        "To choose another name, set name under [operations] in specs/<api>/api.toml.",
    ),
    "upstream-commit-unknown": Meaning(
        "GitHub did not say which commit the document is of. Its content is that of the branch.",
        MAINTAINERS,
        "Set GITHUB_TOKEN if the message speaks of a rate limit. Otherwise nothing has to be done.",
    ),
    "upstream-etag-ignored": Meaning(
        "The host sends an ETag that is not valid (RFC 9110, 8.8.3). The document is fetched whole each time.",
        NOBODY,
        "Nothing has to be done.",
    ),
    "upstream-moved": Meaning(
        "The document is not at its path any longer. This file of the repository is like it.",
        MAINTAINERS,
        "To follow it, set path under [source] in specs/<api>/api.toml.",
    ),
}
