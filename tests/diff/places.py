"""The places of findings, looked up in the documents that they are places of."""

from __future__ import annotations

from typing import Any

from nemogen.diff.compare import compare
from nemogen.pointer import split


def check_places(base: Any, revision: Any) -> None:
    """Every place of every finding between two documents exists, and all of them are counted."""
    documents = {"base": base, "revision": revision}
    for finding in compare(base, revision):
        for place in (finding.base, finding.revision, *finding.locations):
            if place is not None:
                assert _exists(documents[place.file], place.pointer), (finding.id, place)
        assert finding.base is not None or finding.revision is not None
        assert finding.count == len(finding.locations) + 1


def _exists(document: Any, pointer: str) -> bool:
    value = document
    for token in split(pointer):
        if isinstance(value, dict) and token in value:
            value = value[token]
        elif isinstance(value, list) and token.isdecimal() and int(token) < len(value):
            value = value[int(token)]
        else:
            return False
    return True
