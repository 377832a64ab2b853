"""The keywords about strings: their rows, and how they are read, written, compared and merged.

Sources: JSON Schema 2020-12 (validation, 6.3 and 8), and the Schema Objects of OpenAPI 3.0.4 and 3.1.1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from nemogen.errors import Location as Location
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.ledger_keys import Key, an_object
from nemogen.openapi.pattern_form import matches_any_text, pattern_form
from nemogen.openapi.rule_merge import RuleMerge, highest, lowest
from nemogen.openapi.schema import NO_STRING_RULES, Schema, SchemaNode, StringRules
from nemogen.openapi.schema_context import KeywordReader, unless_open
from nemogen.openapi.type_keyword import NOT_CHECKED, TypeKeyword, given

STRING_KEYWORDS: Final[Mapping[str, TypeKeyword]] = {
    "minLength": TypeKeyword(Key("StringRules.min_length"), "string", "++++", validates=True),
    "maxLength": TypeKeyword(Key("StringRules.max_length"), "string", "++++", validates=True),
    "pattern": TypeKeyword(Key("StringRules.pattern"), "string", "++++", validates=True),
    "contentEncoding": TypeKeyword(Key("StringRules.content_encoding"), "string", "~+--"),
    "contentMediaType": TypeKeyword(Key("StringRules.content_media_type"), "string", "-+--", NOT_CHECKED),
    "contentSchema": TypeKeyword(an_object("StringRules.content_schema"), "string", "-+~~", NOT_CHECKED),
}

_OCTETS: Final = "application/octet-stream"


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
        content_schema=unless_open(reader.schema("contentSchema")),
    )
    return with_format(rules, None)


def with_format(rules: StringRules, name: str | None) -> StringRules:
    """The rules with a format; base64 and octets have one spelling, unless the format says something else."""
    encoding, media = rules.content_encoding, rules.content_media_type
    name = name or rules.format
    if encoding is not None and encoding.lower() == "base64" and name in (None, "byte"):
        name, encoding = "byte", None
    if media is not None and media.lower() == _OCTETS and name in (None, "byte", "binary") and encoding is None:
        name, media = name or "binary", None
    found = StringRules(rules.min_length, rules.max_length, rules.pattern, name, encoding, media, rules.content_schema)
    return NO_STRING_RULES if found == NO_STRING_RULES else found


def write_strings(
    rules: StringRules, write: Callable[[SchemaNode], JsonValue], accepts_pattern: Callable[[str], bool]
) -> dict[str, JsonValue]:
    """The keywords with their values, `write` for the schemas below; a pattern that is not accepted is left out."""
    pattern = rules.pattern if rules.pattern and accepts_pattern(rules.pattern) else None
    return given(
        **_values(replace(rules, pattern=pattern)),
        contentSchema=None if rules.content_schema is None else write(rules.content_schema),
    )


def facts_of_strings(rules: StringRules) -> dict[str, JsonValue]:
    """What two rules are compared by, but for the schemas below."""
    if rules is NO_STRING_RULES:
        return {}
    pattern = None if rules.pattern is None else pattern_form(rules.pattern)
    return {**_values(rules), "pattern": pattern}


def _values(rules: StringRules) -> dict[str, JsonValue]:
    return {
        "minLength": rules.min_length,
        "maxLength": rules.max_length,
        "pattern": rules.pattern,
        "format": rules.format,
        "contentEncoding": rules.content_encoding,
        "contentMediaType": rules.content_media_type,
    }


def merge_strings(merge: RuleMerge, held: StringRules, theirs: StringRules, at: Location) -> StringRules:
    """The rules that mean both; what does not fit becomes a schema of its own, at the location `at`."""
    if theirs is NO_STRING_RULES or held is NO_STRING_RULES:
        return held if theirs is NO_STRING_RULES else theirs
    another = Schema(at, strings=StringRules(pattern=theirs.pattern))
    encoded = Schema(at, strings=StringRules(content_encoding=held.content_encoding))
    media = Schema(at, strings=StringRules(content_media_type=held.content_media_type))
    return StringRules(
        highest(held.min_length, theirs.min_length),
        lowest(held.max_length, theirs.max_length),
        merge.keep_first(held.pattern, theirs.pattern, another),
        merge.keep_last(held.format, theirs.format, Schema(at, strings=StringRules(format=held.format))),
        merge.keep_last(held.content_encoding, theirs.content_encoding, encoded),
        merge.keep_last(held.content_media_type, theirs.content_media_type, media),
        merge.schemas(held.content_schema, theirs.content_schema),
    )
