"""Makes a string, a number or a boolean within the bounds of a schema."""

from __future__ import annotations

import math
import random
from fractions import Fraction
from typing import Final

from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.schema import NumberBounds, StringRules
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


def make_scalar(kind: str, numbers: NumberBounds, strings: StringRules, chance: random.Random) -> JsonValue:
    """A value of the type `kind` (boolean, integer, number; any other gives a string). Raises UnknownPattern."""
    match kind:
        case "boolean":
            return chance.choice([True, False])
        case "integer":
            return _number(numbers, Fraction(1), chance)
        case "number":
            return _number(numbers, Fraction(0), chance)
    return _text(strings, chance)


def _number(rules: NumberBounds, step: Fraction, chance: random.Random) -> int | float:
    least, most = _bounds(rules)
    multiple = _limit(rules.multiple_of)
    if multiple:
        step = multiple * (step or 1)
    elif not step:
        step = Fraction(1) if math.floor(most) >= math.ceil(least) else (most - least) / 8
    first, last = math.ceil(least / step), math.floor(most / step)
    number = step * chance.randint(min(first, last), max(first, last))
    return int(number) if number.denominator == 1 else float(number)


def _text(rules: StringRules, chance: random.Random) -> str:
    if rules.pattern is not None:
        return text_for(rules.pattern, chance)
    if rules.format in _FORMATS:
        return _FORMATS[rules.format]
    text = " ".join(chance.sample(_WORDS, 3))
    while len(text) < (rules.min_length or 0):
        text += f" {chance.choice(_WORDS)}"
    return text[: 10_000 if rules.max_length is None else rules.max_length]


def _bounds(rules: NumberBounds) -> tuple[Fraction, Fraction]:
    """The smallest and the largest number to make."""
    lows = [_limit(rules.minimum), _limit(rules.exclusive_minimum, _INWARD)]
    highs = [_limit(rules.maximum), _limit(rules.exclusive_maximum, -_INWARD)]
    low = max((limit for limit in lows if limit is not None), default=None)
    high = min((limit for limit in highs if limit is not None), default=None)
    if low is None:
        low = min(Fraction(0), high - 100) if high is not None else Fraction(0)
    return low, low + 100 if high is None else high


def _limit(value: int | float | None, inward: Fraction = Fraction(0)) -> Fraction | None:
    return None if value is None else Fraction(str(value)) + inward
