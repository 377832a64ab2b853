"""Reads which types and which values a schema allows: `type`, `nullable`, `enum` and `const`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from nemogen.light_dataclasses import dataclass
from nemogen.openapi.json_value import JsonValue, is_too_deep, json_type, unique
from nemogen.openapi.normal_form import EVERY_TYPE
from nemogen.openapi.schema import EnumValue
from nemogen.openapi.schema_context import KeywordReader, listed

_TYPES: Final = EVERY_TYPE | {"integer", "null"}
_NAMES: Final = ("x-enum-varnames", "x-enumNames", "x-enum-names")
_DESCRIPTIONS: Final = ("x-enum-descriptions", "x-enumDescriptions")
"""Extensions that hold a name, or a description, of each value of an `enum`, in its order (or by value)."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """The types in the order of the spec without "null", the values but null, and whether both allow null.

    `types` is empty if any type is allowed, unless `null` is all: then it holds "null".
    """

    types: tuple[str, ...]
    values: tuple[EnumValue, ...] | None
    null: bool


def read_allowed(reader: KeywordReader) -> Allowed:
    """What `type`, `enum` and `const` allow together; `nullable` is not looked at.

    Null is allowed where the types or the values have it: publishers who write it once mean it, which is reported.
    """
    declared = _declared_types(reader) if "type" in reader.raw else ()
    values = _values(reader)
    types = tuple(name for name in declared if name != "null")
    if values is None:
        return Allowed(types or declared, None, "null" in declared and bool(types))
    others = tuple(each for each in values if each.value is not None)
    if not others:
        return Allowed(("null",), None, False)
    in_values, in_types = len(others) < len(values), "null" in declared
    if declared and in_values != in_types:
        where = "the enumeration has null and the type has not" if in_values else "the type has null and the values not"
        reader.note("enum-null", f"{where}: null is allowed", "enum" if "enum" in reader.raw else "const")
    _note_types(reader, types, others)
    return Allowed(types, others, in_values or in_types)


def _declared_types(reader: KeywordReader) -> tuple[str, ...]:
    value = reader.raw["type"]
    names = (value,) if isinstance(value, str) else listed(value)
    if names is None or not names:
        reader.unreadable("type", "a type or a list of types")
        return ()
    for name in names:
        if not isinstance(name, str) or name not in _TYPES:
            shown = name if isinstance(name, str) else "a value that is not a text"
            reader.note("type-unknown", f"{shown!r} is not a type of JSON Schema: ignored", "type")
    return unique(name for name in names if isinstance(name, str) and name in _TYPES)


def _values(reader: KeywordReader) -> tuple[EnumValue, ...] | None:
    """The values of `const` and `enum`, each once; None if neither limits them."""
    if "const" in reader.raw and _is_comparable(reader, "const", reader.raw["const"]):
        constant = EnumValue(reader.raw["const"])
        listed_too = _enum(reader)
        if listed_too is None or any(each.key == constant.key for each in listed_too):
            return (constant,)
        reader.note("enum-const", "`const` is none of the values of `enum`: `enum` is ignored", "enum")
        return (constant,)
    return _enum(reader)


def _enum(reader: KeywordReader) -> tuple[EnumValue, ...] | None:
    if "enum" not in reader.raw:
        return None
    values = listed(reader.raw["enum"])
    if values is None or not values:
        if values is None:
            reader.unreadable("enum", "a list of values")
        else:
            reader.note("enum-empty", "the enumeration has no value: ignored", "enum")
        return None
    if not _is_comparable(reader, "enum", values):
        return None
    found: dict[str, EnumValue] = {}
    for each in _named_values(reader, values):
        found.setdefault(each.key, each)
    if len(found) < len(values):
        reader.note("enum-duplicate", "the enumeration has a value twice: taken once", "enum")
    return tuple(found.values())


def _is_comparable(reader: KeywordReader, keyword: str, value: JsonValue) -> bool:
    if is_too_deep(value):
        reader.unreadable(keyword, "a value that can be compared: it is nested too deeply")
        return False
    return True


def _named_values(reader: KeywordReader, values: Sequence[JsonValue]) -> Iterator[EnumValue]:
    names, descriptions = _texts_of_values(reader, _NAMES), _texts_of_values(reader, _DESCRIPTIONS)
    for index, value in enumerate(values):
        yield EnumValue(value, _text_at(names, index, value), _text_at(descriptions, index, value))


def _texts_of_values(reader: KeywordReader, extensions: Sequence[str]) -> JsonValue:
    return next((reader.raw[name] for name in extensions if name in reader.raw), None)


def _text_at(texts: JsonValue, index: int, value: JsonValue) -> str:
    found: JsonValue = None
    if isinstance(texts, Mapping):
        found = texts.get(str(value))
    elif isinstance(texts, Sequence) and not isinstance(texts, str) and index < len(texts):
        found = texts[index]
    return found if isinstance(found, str) else ""


def _note_types(reader: KeywordReader, types: Sequence[str], values: Sequence[EnumValue]) -> None:
    """Report values that are not of the declared type: publishers mean the values."""
    allowed = {*types, "integer"} if "number" in types else {*types}
    if allowed and any(json_type(each.value) not in allowed for each in values):
        message = f"values of the enumeration are not {' or '.join(types)}: their own types are taken"
        reader.note("enum-type", message, "enum")
