"""The shape of a response whose document gives an example of it, and no schema."""

from __future__ import annotations

import json
from typing import Final

from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.operation import MediaType
from nemogen.openapi.schema import ArrayRules, ObjectRules, Schema
from nemogen.openapi.schema_views import SchemaViews

_DEEPEST: Final = 5
"""How many objects and arrays inside each other are looked into: an envelope in an envelope, and an item."""


def shape_of(media: MediaType, views: SchemaViews) -> Schema | None:
    """A schema of what the first example shows; None where a schema says what there is, or no example does."""
    if media.schema is not None:
        declared = views.merged(media.schema).schema
        said = (declared.types, declared.objects.properties, declared.any_of, declared.one_of, declared.arrays.items)
        if any(said) or declared.never:
            return None
    value = media.examples[0].value if media.examples else None
    value = _parsed(value) if isinstance(value, str) else value
    return _schema(value, media, 0) if isinstance(value, (dict, list)) else None


def _parsed(text: str) -> JsonValue:
    """What an example that is written as a text of JSON has."""
    try:
        found: JsonValue = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found


def _schema(value: JsonValue, media: MediaType, depth: int) -> Schema:
    if depth > _DEEPEST:
        return Schema(media.location)
    if isinstance(value, dict):
        properties = {name: _schema(each, media, depth + 1) for name, each in value.items()}
        return Schema(media.location, frozenset({"object"}), objects=ObjectRules(properties=properties))
    if isinstance(value, list):
        items = _schema(value[0], media, depth + 1) if value else Schema(media.location)
        return Schema(media.location, frozenset({"array"}), arrays=ArrayRules(items=items))
    kinds = ((bool, "boolean"), (int, "integer"), (float, "number"), (str, "string"))
    name = next((name for kind, name in kinds if isinstance(value, kind)), "")
    return Schema(media.location, frozenset({name} if name else ()))
