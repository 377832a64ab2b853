"""Reads the keywords that constrain numbers, strings, arrays and objects. Every spelling of a rule gives the same rule.

Sources: JSON Schema 2020-12 (validation, 6.2 to 6.5), its predecessors where publishers still write them, and the
Schema Objects of OpenAPI 3.0.4 and 3.1.1.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from nemogen.openapi.json_value import unique
from nemogen.openapi.normal_form import RULES_OF_TYPE
from nemogen.openapi.pattern_form import matches_any_text
from nemogen.openapi.reading import RawNode
from nemogen.openapi.schema import (
    NO_ARRAY_RULES,
    NO_NUMBER_BOUNDS,
    NO_OBJECT_RULES,
    NO_STRING_RULES,
    ArrayRules,
    NumberBounds,
    ObjectRules,
    Schema,
    SchemaNode,
    StringRules,
)
from nemogen.openapi.schema_context import KeywordReader, listed
from nemogen.openapi.type_keywords import keywords_of

NUMBER_KEYWORDS: Final = keywords_of("number")
STRING_KEYWORDS: Final = keywords_of("string")
ARRAY_KEYWORDS: Final = keywords_of("array")
OBJECT_KEYWORDS: Final = keywords_of("object")
KEYWORDS_OF_RULES: Final = {
    "numbers": NUMBER_KEYWORDS,
    "strings": STRING_KEYWORDS,
    "arrays": ARRAY_KEYWORDS,
    "objects": OBJECT_KEYWORDS,
}
_KEYWORDS_OF_A_TYPE: Final = NUMBER_KEYWORDS | STRING_KEYWORDS | ARRAY_KEYWORDS | OBJECT_KEYWORDS

NUMBER_FORMATS: Final = frozenset(
    {"int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float", "double", "decimal128"}
    | {"single-int", "double-int", "integer", "number", "long", "unixtime", "unix-time", "timestamp"}
)
"""Formats that are taken to be those of numbers where a schema allows both numbers and strings (or any type)."""

_OCTETS: Final = "application/octet-stream"


def note_other_types(reader: KeywordReader, types: Collection[str]) -> None:
    """Report the keywords that cannot apply, as the schema allows no value of their type."""
    if not types or reader.raw.keys().isdisjoint(_KEYWORDS_OF_A_TYPE):
        return
    for field, keywords in KEYWORDS_OF_RULES.items():
        if not RULES_OF_TYPE[field].isdisjoint(types):
            continue
        for keyword in sorted(keywords & reader.raw.keys()):
            allowed = " or ".join(sorted(types))
            message = f"`{keyword}` does not apply to {allowed}: ignored"
            reader.note("keyword-of-another-type", message, keyword)


def read_numbers(reader: KeywordReader) -> NumberBounds:
    """The bounds of numbers, in the spelling of 3.1: OpenAPI 3.0 writes exclusive bounds as true beside a bound."""
    if reader.raw.keys().isdisjoint(NUMBER_KEYWORDS):
        return NO_NUMBER_BOUNDS
    minimum, above = _bound(reader, "minimum", "exclusiveMinimum")
    maximum, below = _bound(reader, "maximum", "exclusiveMaximum")
    unit = reader.number("multipleOf")
    if unit is not None and unit <= 0:
        reader.unreadable("multipleOf", "a number above zero")
        unit = None
    return NumberBounds(minimum, maximum, above, below, unit)


def _bound(reader: KeywordReader, plain: str, exclusive: str) -> tuple[int | float | None, int | float | None]:
    inclusive = reader.number(plain)
    beside = reader.raw.get(exclusive)
    if isinstance(beside, bool):
        return (None, inclusive) if beside else (inclusive, None)
    return inclusive, reader.number(exclusive)


def read_format(
    reader: KeywordReader, types: Collection[str], numbers: NumberBounds, strings: StringRules
) -> tuple[NumberBounds, StringRules]:
    """The rules with the `format`, as that of a number or of a string: whatever is allowed and the format speaks of."""
    name = reader.text("format")
    if not name:
        return numbers, strings
    takes_numbers = not types or not RULES_OF_TYPE["numbers"].isdisjoint(types)
    takes_strings = not types or "string" in types
    if not takes_numbers and not takes_strings:
        message = f"`format` does not apply to {' or '.join(sorted(types))}: ignored"
        reader.note("keyword-of-another-type", message, "format")
    elif takes_numbers and (not takes_strings or name in NUMBER_FORMATS):
        bounds = numbers
        numbers = NumberBounds(
            bounds.minimum,
            bounds.maximum,
            bounds.exclusive_minimum,
            bounds.exclusive_maximum,
            bounds.multiple_of,
            name,
        )
    else:
        strings = _string_rules(strings, format_=name)
    return numbers, strings


def read_strings(reader: KeywordReader) -> StringRules:
    """The rules of strings except for `format`, with the binary contents of 3.1 as the formats of 3.0."""
    if reader.raw.keys().isdisjoint(STRING_KEYWORDS):
        return NO_STRING_RULES
    pattern = reader.text("pattern")
    rules = StringRules(
        min_length=reader.count("minLength"),
        max_length=reader.count("maxLength", implied=-1),
        pattern=None if matches_any_text(pattern) else pattern,
        content_encoding=reader.text("contentEncoding") or None,
        content_media_type=reader.text("contentMediaType") or None,
        content_schema=_or_open(reader.schema("contentSchema"))[0],
    )
    return _string_rules(rules, format_=None)


def _string_rules(rules: StringRules, format_: str | None) -> StringRules:
    """The rules with a format; base64 and octets have one spelling, unless the format says something else."""
    encoding, media = rules.content_encoding, rules.content_media_type
    name = format_ or rules.format
    if encoding is not None and encoding.lower() == "base64" and name in (None, "byte"):
        name, encoding = "byte", None
    if media is not None and media.lower() == _OCTETS and name in (None, "byte", "binary") and encoding is None:
        name, media = name or "binary", None
    found = StringRules(rules.min_length, rules.max_length, rules.pattern, name, encoding, media, rules.content_schema)
    return NO_STRING_RULES if found == NO_STRING_RULES else found


def read_arrays(reader: KeywordReader) -> ArrayRules:
    """The rules of arrays. A list of `items` with `additionalItems` is the older spelling of `prefixItems`."""
    raw = reader.raw
    if raw.keys().isdisjoint(ARRAY_KEYWORDS):
        return NO_ARRAY_RULES
    is_older = listed(raw.get("items")) is not None and "prefixItems" not in raw
    prefix = reader.schemas("items" if is_older else "prefixItems")
    items, is_open = _or_open(reader.schema("additionalItems" if is_older else "items"))
    unevaluated, leaves_open = _or_open(reader.schema("unevaluatedItems"))
    contains = reader.schema("contains")
    least, most = reader.count("minContains", implied=1), reader.count("maxContains", implied=-1)
    found = ArrayRules(
        items=items,
        prefix_items=prefix,
        min_items=reader.count("minItems"),
        max_items=reader.count("maxItems", implied=-1),
        unique_items=reader.flag("uniqueItems"),
        contains=contains,
        min_contains=least if contains is not None else None,
        max_contains=most if contains is not None else None,
        unevaluated_items=None if items is not None or is_open else unevaluated,
        is_open=is_open or leaves_open,
    )
    return NO_ARRAY_RULES if found == NO_ARRAY_RULES and not found.is_open else found


def read_objects(reader: KeywordReader) -> ObjectRules:
    """The rules of objects. `dependencies` is the older spelling of `dependentRequired` and `dependentSchemas`."""
    if reader.raw.keys().isdisjoint(OBJECT_KEYWORDS):
        return NO_OBJECT_RULES
    additional, is_open = _or_open(reader.schema("additionalProperties"))
    unevaluated, leaves_open = _or_open(reader.schema("unevaluatedProperties"))
    dependent_required, dependent_schemas = _dependencies(reader)
    found = ObjectRules(
        properties=reader.named("properties"),
        required=reader.texts("required"),
        additional_properties=additional,
        pattern_properties=reader.named("patternProperties"),
        property_names=_or_open(reader.schema("propertyNames"))[0],
        min_properties=reader.count("minProperties"),
        max_properties=reader.count("maxProperties", implied=-1),
        dependent_required=dependent_required,
        dependent_schemas=dependent_schemas,
        unevaluated_properties=None if additional is not None or is_open else unevaluated,
        is_open=is_open or leaves_open,
    )
    return NO_OBJECT_RULES if found == NO_OBJECT_RULES and not found.is_open else found


def _or_open(node: SchemaNode | None) -> tuple[SchemaNode | None, bool]:
    """None and true for a schema that says nothing: what it speaks of is allowed."""
    is_open = isinstance(node, Schema) and node == Schema(node.location, annotations=node.annotations)
    return (None, True) if is_open else (node, False)


def _dependencies(reader: KeywordReader) -> tuple[dict[str, tuple[str, ...]], dict[str, SchemaNode]]:
    required: dict[str, tuple[str, ...]] = {}
    for keyword in ("dependentRequired", "dependencies"):
        for name, member in reader.members(keyword):
            texts = _texts(member)
            if texts is not None and texts:
                required[name] = unique((*required.get(name, ()), *texts))
            elif texts is None and keyword == "dependentRequired":
                reader.unreadable(keyword, "an object of lists of texts")
    schemas = reader.named("dependentSchemas")
    for name, member in reader.members("dependencies"):
        if listed(member.value) is None:
            schemas[name] = reader.read(member)
    return required, {name: node for name, node in schemas.items() if _or_open(node)[0] is not None}


def _texts(node: RawNode) -> list[str] | None:
    found = listed(node.value)
    return None if found is None else [item for item in found if isinstance(item, str)]
