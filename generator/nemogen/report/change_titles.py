"""A change as a commit subject, in the imperative: `remove ChatCompletion.meta`."""

from __future__ import annotations

import re
from typing import Final

from nemogen.findings import Finding

_NAME: Final = re.compile(r"`([^`]+)`")

_VERBS: Final = (
    ("-required-key-added", "require {name}"),
    ("-required-parameter-added", "require {name}"),
    ("-added", "add {name}"),
    ("-became-required", "require {name}"),
    ("-became-optional", "make {name} optional"),
    ("-removed", "remove {name}"),
)
"""The end of a package rule's id, and the phrase for the first name that the change affects."""

_OPERATIONS: Final = (
    (re.compile(r"endpoint-added"), "add {operation}"),
    (re.compile(r"api-(?:path-)?removed-.+"), "remove {operation}"),
)
"""Rules of whole operations."""

_OF_OWNER: Final = re.compile(r"python-(?:base|overload)-.+")
"""Rules whose messages name the class or the method that stays, not what was added or removed."""


def title_of(finding: Finding) -> str:
    """The change in the imperative if the finding's rule has a phrase; else its message."""
    if finding.area != "source":
        whole = next((text for rule, text in _OPERATIONS if rule.fullmatch(finding.id)), None)
        return whole.format(operation=finding.operation) if whole and finding.operation else finding.message
    names = _NAME.findall(finding.message)
    if finding.id.endswith("-renamed") and len(names) > 1:
        return f"rename {names[0]} to {names[-1]}"
    if _OF_OWNER.fullmatch(finding.id):
        return finding.message
    verb = next((text for ending, text in _VERBS if finding.id.endswith(ending)), None)
    return verb.format(name=names[0]) if verb and names else finding.message
