"""The type of a parsed JSON value, and the tests that narrow it."""

from __future__ import annotations

import json
import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Final, TypeAlias, TypeVar

JsonValue: TypeAlias = "None | bool | int | float | str | Sequence[JsonValue] | Mapping[str, JsonValue]"
"""What JSON can hold. Treated as frozen: nobody writes into a value that was read."""

JsonObject: TypeAlias = "Mapping[str, JsonValue]"

DEEPEST_VALUE: Final = 100
"""How deeply a value may be nested that is compared or written: functions over values call themselves."""

_Item = TypeVar("_Item", bound=Hashable)

_ENCODER: Final = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def canonical_json(value: JsonValue) -> str:
    """The one text that equal JSON values share: 1 and 1.0 are equal, 1 and true are not, the order of keys is nothing.

    Takes a value that `is_too_deep` does not refuse.
    """
    return _ENCODER.encode(_with_plain_numbers(value))


def _with_plain_numbers(value: JsonValue) -> JsonValue:
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Mapping):
        return {str(key): _with_plain_numbers(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_with_plain_numbers(item) for item in value]
    return value


def as_number(value: JsonValue) -> int | float | None:
    """A finite JSON number, whole ones as int; None for anything else (a boolean is not a number)."""
    if isinstance(value, float):
        return None if not math.isfinite(value) else int(value) if value.is_integer() else value
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def json_type(value: JsonValue) -> str:
    """The most specific type of JSON Schema that a value has: a whole number is an "integer"."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, str):
        return "string"
    if isinstance(value, int | float):
        return "integer" if isinstance(value, int) or value.is_integer() else "number"
    return "object" if isinstance(value, Mapping) else "array"


def is_too_deep(value: JsonValue, most: int = DEEPEST_VALUE) -> bool:
    """Whether arrays and objects are nested more than `most` deep in a value."""
    level: list[JsonValue] = [value]
    for _ in range(most + 1):
        # Texts, which most values are, first: the checks of abstract classes are slow.
        level = [inner for item in level if not isinstance(item, str) for inner in _inside(item)]
        if not level:
            return False
    return True


def _inside(value: JsonValue) -> Sequence[JsonValue]:
    if isinstance(value, Mapping):
        return list(value.values())
    return value if isinstance(value, Sequence) and not isinstance(value, str) else ()


def unique(items: Iterable[_Item]) -> tuple[_Item, ...]:
    """Each item once, in order."""
    return tuple(dict.fromkeys(items, True))
