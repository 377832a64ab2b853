"""Small values that a schema accepts, as a person would write them first: for READMEs."""

from __future__ import annotations

import base64
import json
import math
import re
from collections.abc import Mapping
from typing import Any, Final

from nemogen.canonical import ANYTHING, CanonicalSchema
from nemogen.characters import is_printable
from nemogen.client.formats import value_type
from nemogen.document import Json
from nemogen.names import python_name
from nemogen.text_safety import in_json, in_python_string

_DEEPEST: Final = 6
_WORD: Final = "Hello"
_SPOKEN: Final = frozenset({"content", "input", "message", "prompt", "query", "question", "text"})
"""Properties that hold what somebody says; the value of any other text is the property's own name."""

_FORMATS: Final = {
    "byte": "SGVsbG8=",
    "date": "2025-01-31",
    "decimal": "1.50",
    "date-time": "2025-01-31T12:00:00Z",
    "email": "ann@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "time": "12:00:00Z",
    "uri": "https://example.com",
    "url": "https://example.com",
    "uuid": "00000000-0000-4000-8000-000000000000",
}
_CALLS: Final = {
    "Date_": "datetime.date.fromisoformat({})",
    "DateTime_": "datetime.datetime.fromisoformat({})",
    "Decimal_": "decimal.Decimal({})",
    "Time_": "datetime.time.fromisoformat({})",
    "UUID_": "uuid.UUID({})",
}
"""How a text becomes a value of its type."""

_PLAIN_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}")


def example(schema: CanonicalSchema, schemas: Mapping[str, CanonicalSchema], name: str = "", depth: int = 0) -> Json:
    """A value for the property `name`, with required properties only; null inside of six references (recursion)."""
    if depth > _DEEPEST:
        return None
    target = schema.reference
    if target:
        return example(schemas[target], schemas, name, depth + 1)
    if schema.any_of:
        chosen = branch(schema)
        value = example(chosen, schemas, name, depth)
        return {**value, **_tag(schema, chosen)} if isinstance(value, dict) else value
    if schema.enum:
        values = schema.enum
        return schema.default if schema.default in values else values[0]
    if schema.properties:
        properties = schema.properties
        return {key: example(properties[key], schemas, key, depth) for key in schema.required}
    return _of_type(schema, schemas, name, depth)


def branch(schema: CanonicalSchema) -> CanonicalSchema:
    """The first variant of a union that is not null."""
    return next((each for each in schema.any_of if not each.is_null), schema.any_of[0])


def _tag(schema: CanonicalSchema, chosen: CanonicalSchema) -> dict[str, str]:
    """The property that distinguishes the variants of a union, with the value that stands for the chosen one."""
    tag = schema.discriminator
    if tag is None:
        return {}
    values = [value for value, target in tag.mapping.items() if target == chosen.reference]
    return {tag.property_name: values[0]} if values else {}


def _of_type(schema: CanonicalSchema, schemas: Mapping[str, CanonicalSchema], name: str, depth: int) -> Json:
    kind = schema.type or "string"
    if schema.prefix_items is not None:
        return [example(each, schemas, name, depth) for each in schema.prefix_items]
    if kind == "array":
        count = max(1, schema.bounds.min_items or 1)
        return [example(schema.items or ANYTHING, schemas, name, depth)] * count
    if kind in {"integer", "number"}:
        return _number(schema, 0 if name == "index" else 1)
    if kind == "string":
        return _text(schema, name)
    return {"boolean": True, "object": {}}.get(kind)


def _number(schema: CanonicalSchema, wanted: int) -> float:
    """The nearest number to `wanted` that the bounds allow; between two that are close, the middle."""
    rules = schema.bounds
    lows = [-math.inf if each is None else each for each in (rules.minimum, rules.exclusive_minimum)]
    highs = [math.inf if each is None else each for each in (rules.maximum, rules.exclusive_maximum)]
    low, high = max(lows[0], lows[1] + 1), min(highs[0], highs[1] - 1)
    value: float = min(max(wanted, low), high) if low <= high else (max(lows) + min(highs)) / 2
    return value


def _text(schema: CanonicalSchema, name: str) -> str:
    known = _FORMATS.get(schema.format)
    if known:
        return known
    word = name if _PLAIN_NAME.fullmatch(name) and name not in _SPOKEN else _WORD
    return word.ljust(schema.bounds.min_length or 0, "!")[: schema.bounds.max_length]


def python_value(value: Json) -> str:
    """A literal of Python, with double quotes as our code has them."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{python_value(key)}: {python_value(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(python_value(inner) for inner in value) + "]"
    return in_python_string(value) if isinstance(value, str) else repr(value)


def python_typed(schema: CanonicalSchema, schemas: Mapping[str, CanonicalSchema], value: Json) -> str:
    """Like `python_value`, with the texts that Python has a type for as values of that type."""
    name = schema.reference
    if name or schema.any_of:
        return python_typed(schemas[name] if name else branch(schema), schemas, value)
    if isinstance(value, dict) and schema.properties:
        inside = schema.properties
        rows = (f"{python_value(key)}: {python_typed(inside[key], schemas, entry)}" for key, entry in value.items())
        return "{" + ", ".join(rows) + "}"
    if isinstance(value, list) and (parts := _item_schemas(schema, value)):
        return _in_brackets(schema, [python_typed(part, schemas, entry) for part, entry in parts])
    named = value_type(schema)
    if named is None or not isinstance(value, str):
        return python_value(value)
    return _CALLS[named].format(in_python_string(value)) if named in _CALLS else repr(base64.b64decode(value))


def _item_schemas(schema: CanonicalSchema, value: list[Json]) -> list[tuple[CanonicalSchema, Json]]:
    """Each item with its schema; none where the schema does not say."""
    first, rest = schema.prefix_items or (), schema.items or ANYTHING
    if not first and schema.items is None:
        return []
    return [(first[index] if index < len(first) else rest, entry) for index, entry in enumerate(value)]


def _in_brackets(schema: CanonicalSchema, items: list[str]) -> str:
    """A list, or the tuple that stands for items by position."""
    if schema.prefix_items is None:
        return f"[{', '.join(items)}]"
    return f"({items[0]},)" if len(items) == 1 else f"({', '.join(items)})"


def json_text(value: str) -> str:
    """A text between double quotes, as JSON and JavaScript read it; what cannot be seen is escaped."""
    return in_json(json.dumps(value, ensure_ascii=not is_printable(value)))


def python_models(schema: CanonicalSchema, schemas: Mapping[str, CanonicalSchema], value: Json, used: set[str]) -> str:
    """Like `python_value`, with model objects in place of dicts; their class names are added to `used`.

    A property whose name is not a valid Python name stays a dict with all of its object.
    """
    if schema.any_of:
        return python_models(branch(schema), schemas, value, used)
    name = schema.reference
    if name:
        target = schemas[name]
        if target.properties and isinstance(value, dict) and all(map(_is_plain, value)):
            used.add(name)
            return f"{name}({python_keywords(target, schemas, value, used)})"
        return python_models(target, schemas, value, used)
    if isinstance(value, list) and (parts := _item_schemas(schema, value)):
        return _in_brackets(schema, [python_models(part, schemas, entry, used) for part, entry in parts])
    return python_typed(schema, schemas, value)


def python_keywords(
    schema: CanonicalSchema, schemas: Mapping[str, CanonicalSchema], values: Mapping[str, Any], used: set[str]
) -> str:
    """`values` of an object as keyword arguments of its class."""
    rows = ((key, python_models(schema.properties[key], schemas, value, used)) for key, value in values.items())
    return ", ".join(f"{key}={text}" for key, text in rows)


def _is_plain(name: str) -> bool:
    """True for names that models take over as they are."""
    return _PLAIN_NAME.fullmatch(name) is not None and python_name(name) == name
