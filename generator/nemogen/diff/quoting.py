"""Values of documents as text for messages: on one line, without characters that steer a terminal."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from nemogen.characters import is_printable
from nemogen.openapi.json_value import JsonValue

LONGEST_QUOTE: Final = 120
MOST_VALUES: Final = 12
"""How many values of a list a message names; it says how many there are."""


def plain_text(text: str) -> str:
    """Text from a document on one line, without characters that steer a terminal."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(char if is_printable(char) else char.encode("unicode_escape", "replace").decode() for char in text)


def quoted(value: JsonValue) -> str:
    """A value of a document: text as it is, anything else as JSON; a long one shortened in the middle.

    Several values, a tuple, are never cut into one text: their number comes first, then each of them.
    """
    if isinstance(value, tuple):
        return _listed(value)
    text = plain_text(value) if isinstance(value, str) else json.dumps(value, default=str)
    if len(text) <= LONGEST_QUOTE:
        return text
    half = LONGEST_QUOTE // 2
    return f"{text[:half]}…{text[-half + 1 :]}"


def _listed(values: Sequence[JsonValue]) -> str:
    if len(values) <= 1:
        return "".join(map(quoted, values))
    named = ", ".join(map(quoted, values[:MOST_VALUES]))
    more = f" and {len(values) - MOST_VALUES} more" if len(values) > MOST_VALUES else ""
    return f"{len(values)} ({named}{more})"
