"""Reads what keywords of several types have in common: `format`, and those that cannot apply to the schema's types.

Source: the Schema Objects of OpenAPI 3.0.4 and 3.1.1.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from nemogen.openapi.array_keywords import ARRAY_KEYWORDS
from nemogen.openapi.normal_form import RULES_OF_TYPE
from nemogen.openapi.number_keywords import NUMBER_KEYWORDS
from nemogen.openapi.object_keywords import OBJECT_KEYWORDS
from nemogen.openapi.schema import NumberBounds, StringRules
from nemogen.openapi.schema_context import KeywordReader
from nemogen.openapi.string_keywords import STRING_KEYWORDS, with_format

KEYWORDS_OF_RULES: Final = {
    "numbers": NUMBER_KEYWORDS.keys(),
    "strings": STRING_KEYWORDS.keys(),
    "arrays": ARRAY_KEYWORDS.keys(),
    "objects": OBJECT_KEYWORDS.keys(),
}
_KEYWORDS_OF_A_TYPE: Final = frozenset().union(*KEYWORDS_OF_RULES.values())

NUMBER_FORMATS: Final = frozenset(
    {"int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float", "double", "decimal128"}
    | {"single-int", "double-int", "integer", "number", "long", "unixtime", "unix-time", "timestamp"}
)
"""Formats that are taken to be those of numbers where a schema allows both numbers and strings (or any type)."""


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
        numbers = replace(numbers, format=name)
    else:
        strings = with_format(strings, name)
    return numbers, strings
