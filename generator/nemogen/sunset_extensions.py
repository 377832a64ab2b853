"""The day from which an API may remove something deprecated, as extensions of operations and schemas declare it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from nemogen.openapi.json_value import JsonValue
from nemogen.text_safety import visible

_SUNSET: Final = ("x-sunset", "x-sunset-date", "x-deprecated-sunset", "x-deprecation-date")
"""Extensions that hold the day (RFC 8594 calls it the sunset), the first wins."""

_LONGEST: Final = 300


def sunset_of(extensions: Mapping[str, JsonValue]) -> str:
    """The sunset in one line, as it is written; empty if there is none."""
    return first_text(extensions, _SUNSET)


def deprecation_clause(sunset: str) -> str:
    """The note about something deprecated, without a full stop."""
    return f"deprecated, sunset {sunset}" if sunset else "deprecated"


def first_text(extensions: Mapping[str, JsonValue], names: tuple[str, ...]) -> str:
    """The first text among these extensions, in one line; empty if there is none."""
    texts = (extensions.get(name) for name in names)
    text = next((each for each in texts if isinstance(each, str) and each.strip()), "")
    return " ".join(visible(text).split())[:_LONGEST]
