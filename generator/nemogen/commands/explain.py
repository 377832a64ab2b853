"""`explain ID`: what an error or a rule of `diff` means, and what to do about it.

Each kind of thing that has an id has one lookup: it takes an id and gives the text, or None where it does not know it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from typing import Final, TypeAlias

from nemogen.errors import ConfigError, NemogenError

Lookup: TypeAlias = Callable[[str], str | None]

_ADVICE: Final[Mapping[str, str]] = {
    "wrong-usage": "Correct the command line as the message says. --help after any command lists its options.",
    "spec-error": "If upstream's spec is wrong, correct it with an action in specs/<api>/overlay.yaml; the pinned spec"
    " itself stays as upstream published it. If the message names another kind of document, use another source.",
    "overlay-error": "Open specs/<api>/overlay.yaml at the line that the message names. If the target of an action"
    " matches nothing, upstream may have fixed the spec: then remove the action.",
    "config-error": "Open the file at the line that the message names: api.toml, approvals.toml or severity.toml under"
    " specs/<api>/. For an unknown name, the message suggests the nearest one that exists.",
    "lock-error": "Restore specs/<api>/lock.json from git, or delete it, and run nemogen generate.",
    "recording-error": "Open the recording under tests/recordings/<api>/, or record the case again.",
    "template-error": "Open the template at the line that the message names, in templates/ of the project.",
    "merge-conflict": "Resolve the conflict with git. For lock.json, releases.json and the files below generated/, take"
    " either side and run nemogen generate, which rewrites them.",
    "name-clash": "Give one of the two another name: name under [operations] in specs/<api>/api.toml, or"
    " x-nemogen-name in an overlay.",
    "hand-edited": "Do not change generated files: the message says where the change belongs. --force overwrites the"
    " file.",
    "network-error": "Check the network, the proxy and the credentials that the message names, then run the command"
    " again. sync and check work from the pinned spec with --offline.",
    "git-error": "Do what the message says with git, then run the command again; --no-commit leaves the commit to you.",
    "tool-error": "Install the tool that the message names. nemogen doctor lists what is installed.",
    "write-error": "Free disk space or correct the permissions of the folder, then run the command again. No file"
    " was changed.",
    "could-not": "Fix the problem that the message names, then run the command again.",
    "input-fault": "Correct the input that the message names.",
    "internal-error": "This is a bug in nemogen. The message names a log with the traceback: please report it.",
}
"""What to do about an error, by its id; one that is not here has the advice of the class that it belongs to."""


def explain(wanted: str) -> str:
    """The explanation of the thing with this id. Raises ConfigError for an id that nothing has."""
    for lookup in LOOKUPS:
        if text := lookup(wanted):
            return text
    near = get_close_matches(wanted, known_ids(), 1)
    remedy = f"Did you mean {near[0]}?" if near else "Messages show ids in brackets, as in [merge-conflict]."
    raise ConfigError(f"nothing has the id {wanted}", remedy=remedy)


def explain_error(wanted: str) -> str | None:
    """What an error of nemogen means."""
    kind = next((each for each in error_kinds() if each.error_id() == wanted), None)
    if kind is None:
        return None
    meaning = inspect.cleandoc(kind.__doc__ or "")
    advice = next(_ADVICE[each] for each in _ids_of(kind) if each in _ADVICE)
    return f"{wanted}: {meaning}\n\nWhat to do: {advice}\n\nExit status: {kind.exit_code}\n"


def error_kinds(kind: type[NemogenError] = NemogenError) -> Iterator[type[NemogenError]]:
    """Every class of errors that a user may see, the general ones first."""
    from nemogen.http import failures  # noqa: F401 - its classes belong to the tree
    from nemogen.publish import branches  # noqa: F401 - as do these

    for each in kind.__subclasses__():
        yield each
        yield from error_kinds(each)


def known_ids() -> list[str]:
    """Every id of an error, of a finding and of a rule, sorted."""
    from nemogen.commands.explain_findings import finding_ids
    from nemogen.diff.python.rules import SOURCE_RULES
    from nemogen.diff.rules import RULES

    return sorted({*(each.error_id() for each in error_kinds()), *finding_ids(), *RULES, *SOURCE_RULES})


def _explain_rule(wanted: str) -> str | None:
    """What a rule of `diff` means. The rules are loaded here: errors need none of them."""
    from nemogen.diff.explain import explain_rule

    return explain_rule(wanted)


def _explain_finding(wanted: str) -> str | None:
    from nemogen.commands.explain_findings import explain_finding

    return explain_finding(wanted)


def _ids_of(kind: type[NemogenError]) -> Iterator[str]:
    """The id of a class of errors, then those of the classes that it belongs to."""
    return (each.error_id() for each in kind.__mro__ if issubclass(each, NemogenError))


LOOKUPS: Final[tuple[Lookup, ...]] = (explain_error, _explain_rule, _explain_finding)
"""Asked in turn: one for each kind of thing that has ids."""
