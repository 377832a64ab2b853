"""The explanation of one finding id, and the texts that several of them share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple, TypeAlias


class Meaning(NamedTuple):
    """What a finding means, who is hit by it, and what to do about it: a sentence or two each."""

    what: str
    hit: str
    remedy: str


Meanings: TypeAlias = Mapping[str, Meaning]

MAINTAINERS: Final = "Whoever maintains the project; no caller of a published client."
NOBODY: Final = "Nobody: the client works in the same way."
CALLERS: Final = "Callers of what is at the location."
READERS: Final = "Callers who read values of this type."

NOTHING: Final = "Nothing has to be done."
IN_OVERLAY: Final = (
    "Correct the document at the location with an action in specs/<api>/overlay.yaml; report it upstream."
)
IF_WRONG: Final = (
    "Nothing has to be done if that is what the API does. Otherwise correct the document in specs/<api>/overlay.yaml."
)
