"""Makes a text, a number or a truth value within the bounds of a schema."""

from __future__ import annotations

import math
import random
from fractions import Fraction
from typing import Final

from nemogen.document import Json, JsonObject
from nemogen.recordings.regex_sample import text_for

_WORDS: Final = ("made", "from", "the", "schema", "with", "nothing", "behind", "it", "but", "words")
_FORMATS: Final = {
    "date-time": "2026-01-02T03:04:05Z",
    "date": "2026-01-02",
    "time": "03:04:05Z",
    "duration": "PT1H",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "uri": "https://example.com/made",
    "uri-reference": "/made",
    "url": "https://example.com/made",
    "email": "made@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "byte": "bWFkZQ==",
}
_INWARD: Final = Fraction(1, 1024)
"""How far from an exclusive bound a number stays."""


def make_scalar(kind: str, keywords: JsonObject, chance: random.Random) -> Json:
    """A value of the type `kind` (boolean, integer, number; any other gives a text). Raises UnknownPattern."""
    match kind:
        case "boolean":
            return chance.choice([True, False])
        case "integer":
            return _number(keywords, Fraction(1), chance)
        case "number":
            return _number(keywords, Fraction(0), chance)
    return _text(keywords, chance)


def count(keywords: JsonObject, name: str, default: int) -> int:
    """The whole number under a keyword such as minItems."""
    found = keywords.get(name)
    return int(found) if isinstance(found, (int, float)) else default


def _number(keywords: JsonObject, step: Fraction, chance: random.Random) -> int | float:
    least, most = _bounds(keywords)
    multiple = _limit(keywords.get("multipleOf"))
    if multiple:
        step = multiple * (step or 1)
    elif not step:
        step = Fraction(1) if math.floor(most) >= math.ceil(least) else (most - least) / 8
    first, last = math.ceil(least / step), math.floor(most / step)
    number = step * chance.randint(min(first, last), max(first, last))
    return int(number) if number.denominator == 1 else float(number)


def _text(keywords: JsonObject, chance: random.Random) -> str:
    if isinstance(keywords.get("pattern"), str):
        return text_for(keywords["pattern"], chance)
    if keywords.get("format") in _FORMATS:
        return _FORMATS[keywords["format"]]
    least, most = count(keywords, "minLength", 0), count(keywords, "maxLength", 10_000)
    text = " ".join(chance.sample(_WORDS, 3))
    while len(text) < least:
        text += f" {chance.choice(_WORDS)}"
    return text[:most]


def _bounds(keywords: JsonObject) -> tuple[Fraction, Fraction]:
    """The smallest and the largest number to make."""
    lows = [_limit(keywords.get("minimum")), _limit(keywords.get("exclusiveMinimum"), _INWARD)]
    highs = [_limit(keywords.get("maximum")), _limit(keywords.get("exclusiveMaximum"), -_INWARD)]
    low = max((limit for limit in lows if limit is not None), default=None)
    high = min((limit for limit in highs if limit is not None), default=None)
    if low is not None and keywords.get("exclusiveMinimum") is True:
        low += _INWARD
    if high is not None and keywords.get("exclusiveMaximum") is True:
        high -= _INWARD
    if low is None:
        low = min(Fraction(0), high - 100) if high is not None else Fraction(0)
    return low, low + 100 if high is None else high


def _limit(value: Json, inward: Fraction = Fraction(0)) -> Fraction | None:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return Fraction(str(value)) + inward if is_number else None
