"""The keywords of a schema that compare one value with a limit, a row for each.

`format` is an annotation and is not validated.
"""

from __future__ import annotations

from collections.abc import Callable, Sized
from fractions import Fraction
from operator import ge, gt, le, lt
from typing import Final, TypeAlias

from nemogen.light_dataclasses import dataclass
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.schema import Schema
from nemogen.recordings.patterns import is_match
from nemogen.recordings.values import identity, is_of_type

Limit: TypeAlias = "int | float | str | bool"


@dataclass(frozen=True, slots=True)
class Rule:
    """`refuses(value, limit)` returns whether a value of the type `applies` violates the rule.

    `keyword` is the rule's name and `kind` the name of the violation; `spellings` are the keywords that may be written
    for it, the most likely first.
    """

    keyword: str
    kind: str
    applies: str
    limit: Callable[[Schema], Limit | None]
    refuses: Callable[[JsonValue, Limit], bool]
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A rule that refuses a value: the keyword as written in the document, and what it expects, in words."""

    kind: str
    keyword: str
    limit: JsonValue


def _number(refuses: Callable[[float, float], bool]) -> Callable[[JsonValue, Limit], bool]:
    """A rule about the value of a number."""
    return lambda value, limit: (
        isinstance(value, int | float) and isinstance(limit, int | float) and refuses(value, limit)
    )


def _size(refuses: Callable[[int, float], bool]) -> Callable[[JsonValue, Limit], bool]:
    """A rule about the length of a text, or the number of items or members."""
    return lambda value, limit: (
        isinstance(value, Sized) and isinstance(limit, int | float) and refuses(len(value), limit)
    )


def _is_not_multiple(value: float, limit: float) -> bool:
    return Fraction(str(value)) % Fraction(str(limit)) != 0


def _does_not_match(value: JsonValue, pattern: Limit) -> bool:
    return isinstance(value, str) and not is_match(str(pattern), value)


def _repeats(value: JsonValue, is_unique: Limit) -> bool:
    return bool(is_unique) and isinstance(value, list | tuple) and len(set(map(identity, value))) < len(value)


RULES: Final = (
    Rule(
        *("minimum", "bound", "number", lambda schema: schema.numbers.minimum, _number(lt)),
        spellings=("minimum", "exclusiveMinimum"),
    ),
    Rule(
        *("maximum", "bound", "number", lambda schema: schema.numbers.maximum, _number(gt)),
        spellings=("maximum", "exclusiveMaximum"),
    ),
    Rule("exclusiveMinimum", "bound", "number", lambda schema: schema.numbers.exclusive_minimum, _number(le)),
    Rule("exclusiveMaximum", "bound", "number", lambda schema: schema.numbers.exclusive_maximum, _number(ge)),
    Rule("multipleOf", "bound", "number", lambda schema: schema.numbers.multiple_of, _number(_is_not_multiple)),
    Rule("minLength", "bound", "string", lambda schema: schema.strings.min_length, _size(lt)),
    Rule("maxLength", "bound", "string", lambda schema: schema.strings.max_length, _size(gt)),
    Rule("pattern", "pattern", "string", lambda schema: schema.strings.pattern, _does_not_match),
    Rule("minItems", "bound", "array", lambda schema: schema.arrays.min_items, _size(lt)),
    Rule("maxItems", "bound", "array", lambda schema: schema.arrays.max_items, _size(gt)),
    Rule("uniqueItems", "bound", "array", lambda schema: schema.arrays.unique_items, _repeats),
    Rule("minProperties", "bound", "object", lambda schema: schema.objects.min_properties, _size(lt)),
    Rule("maxProperties", "bound", "object", lambda schema: schema.objects.max_properties, _size(gt)),
)
_ENUM_SPELLINGS: Final = ("enum", "const", "oneOf", "anyOf")
"""The keywords that values of an enumeration may be written with."""


def refusals(value: JsonValue, schema: Schema) -> tuple[Refusal, ...]:
    """The rules of a schema, without those of its subschemas, that a value other than null violates."""
    if is_outside(value, schema):
        keyword = next((each for each in _ENUM_SPELLINGS if each in schema.keywords), "enum")
        values = [each.value for each in schema.enum or ()]
        limit = values[0] if keyword == "const" and len(values) == 1 else values
        return (Refusal("enum", keyword, limit),)
    return tuple(
        Refusal(rule.kind, _spelling(rule, schema), limit)
        for rule in RULES
        if (limit := rule.limit(schema)) is not None and is_of_type(value, rule.applies) and rule.refuses(value, limit)
    )


def _spelling(rule: Rule, schema: Schema) -> str:
    return next((keyword for keyword in rule.spellings if keyword in schema.keywords), rule.keyword)


def is_outside(value: JsonValue, schema: Schema) -> bool:
    """Whether a schema lists values and this is not one of them."""
    return schema.enum is not None and identity(value) not in {identity(each.value) for each in schema.enum}


def has_wrong_type(value: JsonValue, schema: Schema) -> bool:
    """Whether a value has none of the schema's types. Values of an enumeration have their own types: if only
    these matter, use `is_outside`."""
    if schema.enum is not None and "type" not in schema.keywords:
        return False
    return bool(schema.types) and not any(is_of_type(value, name) for name in schema.types)
