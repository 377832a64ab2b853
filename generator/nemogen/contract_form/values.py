"""JSON values in one spelling: 1 and 1.0 are one number, the order of keys does not matter."""

from __future__ import annotations

import json
import math

from nemogen.characters import is_printable
from nemogen.document import Json

LONGEST_QUOTE = 60
_ENCODE = json.JSONEncoder(sort_keys=True, separators=(",", ":"), default=str).encode


def canonical(value: Json) -> str:
    """The one text that all spellings of a JSON value share."""
    return _ENCODE(value if isinstance(value, str) else _plain(value))


def plain_canonical(value: Json) -> str:
    """As `canonical`, for a value whose numbers are in one spelling already."""
    return _ENCODE(value)


def _plain(value: Json) -> Json:
    if isinstance(value, float):
        return int(value) if math.isfinite(value) and value.is_integer() else value
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return value


def number(value: Json) -> int | float | None:
    """A JSON number, whole ones as int, or None for anything else (a boolean is no number)."""
    if isinstance(value, float):
        return None if not math.isfinite(value) else int(value) if value.is_integer() else value
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def quoted(value: Json) -> str:
    """A value from a document for a message: JSON with control characters escaped, shortened in the middle."""
    text = json.dumps(value, default=str) if not isinstance(value, str) else plain_text(value)
    if len(text) <= LONGEST_QUOTE:
        return text
    half = LONGEST_QUOTE // 2
    return f"{text[:half]}…{text[-half + 1 :]}"


def plain_text(text: str) -> str:
    """Text from a document on one line, without characters that steer a terminal."""
    return "".join(char if is_printable(char) else char.encode("unicode_escape", "replace").decode() for char in text)
