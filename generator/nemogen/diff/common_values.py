"""What two schemas have in common before their rules are compared: types, and values that one of them lists."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from nemogen.diff.schema_pairs import Pair
from nemogen.openapi.json_value import JsonValue, json_type
from nemogen.openapi.normal_form import RULES_OF_TYPE
from nemogen.openapi.schema import (
    NO_ARRAY_RULES,
    NO_NUMBER_BOUNDS,
    NO_OBJECT_RULES,
    NO_STRING_RULES,
    NumberBounds,
    Schema,
)
from nemogen.openapi.schema_unions import said_by

_NO_RULES: Final = {
    "numbers": NO_NUMBER_BOUNDS,
    "strings": NO_STRING_RULES,
    "arrays": NO_ARRAY_RULES,
    "objects": NO_OBJECT_RULES,
}
_CHECKED: Final = frozenset({"types", "nullable", "numbers", "strings"})
"""What a schema may say for `accepts` to know its values."""


def with_rules_in_common(pair: Pair) -> Pair:
    """The pair without the rules of a type that only one side allows: adding or removing it is a change of its own."""
    for field, types in RULES_OF_TYPE.items():
        if _allows_any(pair.base, types) != _allows_any(pair.revision, types):
            none = {field: _NO_RULES[field]}
            base, revision = (replace(side, **none) for side in (pair.base, pair.revision))  # type: ignore[arg-type]
            pair = replace(pair, base=base, revision=revision)
    return pair


def _allows_any(schema: Schema, types: frozenset[str]) -> bool:
    return not schema.types or not schema.types.isdisjoint(types)


def lists_values_of_other(base: Schema, revision: Schema) -> bool:
    """Whether one side lists values, the other one does not, and accepts each of them: its rules say no more then."""
    listing, other = (base, revision) if base.enum is not None else (revision, base)
    if listing.enum is None or other.enum is not None or not said_by(other) <= _CHECKED:
        return False
    return all(_accepts(other, each.value) for each in listing.enum)


def are_disjoint(first: Schema, second: Schema) -> bool:
    """Whether no value is valid for both, judged by types and listed values alone."""
    if first.enum is not None and second.enum is not None:
        return {each.key for each in first.enum}.isdisjoint(each.key for each in second.enum)
    left, right = (_types_of(schema) for schema in (first, second))
    return bool(left) and bool(right) and left.isdisjoint(right)


def _types_of(schema: Schema) -> frozenset[str]:
    null = {"null"} if schema.nullable and schema.types else set[str]()
    numbers = {"integer"} if "number" in schema.types else set[str]()
    return schema.types | null | numbers


def _accepts(schema: Schema, value: JsonValue) -> bool:
    """Whether a schema of types, bounds and lengths accepts a value; patterns are not run: they are untrusted."""
    kind = json_type(value)
    if kind == "null":
        return schema.nullable or not schema.types or "null" in schema.types
    if schema.types and kind not in schema.types and not (kind == "integer" and "number" in schema.types):
        return False
    if isinstance(value, str):
        rules = schema.strings
        longest = len(value) if rules.max_length is None else rules.max_length
        return replace(rules, min_length=None, max_length=None) == NO_STRING_RULES and (
            (rules.min_length or 0) <= len(value) <= longest
        )
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _is_within(schema.numbers, value)
    return isinstance(value, bool)


def _is_within(bounds: NumberBounds, value: int | float) -> bool:
    return (
        bounds.multiple_of is None
        and bounds.format is None
        and (bounds.minimum is None or value >= bounds.minimum)
        and (bounds.maximum is None or value <= bounds.maximum)
        and (bounds.exclusive_minimum is None or value > bounds.exclusive_minimum)
        and (bounds.exclusive_maximum is None or value < bounds.exclusive_maximum)
    )
