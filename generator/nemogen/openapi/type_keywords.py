"""The keywords about values of one type: a row for each, which all tables of keywords are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from nemogen.openapi.ledger_consumers import Loss
from nemogen.openapi.ledger_keys import Key, a_list, a_map, an_object

NOT_TYPED: Final = Loss("keyword-not-typed", "left to the server: no type expresses it")
NOT_CHECKED: Final = Loss("keyword-not-checked", "left to the server: the client does not check it")
_PATTERNS: Final = Loss(
    "pattern-properties-not-checked", "the values have a type; which names match a pattern is left to the server"
)


@dataclass(frozen=True, slots=True)
class TypeKeyword:
    """A keyword about values of `type` ("" for `format`, which is of strings and of numbers).

    `key` is its field in the model, and what stands below it. `uses` says what client, diff, recordings and mock do
    with the field (the signs of `ledger_uses`), `loss` what the client leaves undone. `validates`: it belongs to the
    vocabulary of validation, without which a dialect takes it for an annotation.
    """

    key: Key
    type: str
    uses: str
    loss: Loss | None = None
    validates: bool = False

    @property
    def field(self) -> str:
        """The field of the model, as "ArrayRules.min_contains"."""
        return self.key.field


TYPE_KEYWORDS: Final[Mapping[str, TypeKeyword]] = {
    "minimum": TypeKeyword(Key("NumberBounds.minimum"), "number", "++++", validates=True),
    "maximum": TypeKeyword(Key("NumberBounds.maximum"), "number", "++++", validates=True),
    "exclusiveMinimum": TypeKeyword(Key("NumberBounds.exclusive_minimum"), "number", "++++", validates=True),
    "exclusiveMaximum": TypeKeyword(Key("NumberBounds.exclusive_maximum"), "number", "++++", validates=True),
    "multipleOf": TypeKeyword(Key("NumberBounds.multiple_of"), "number", "++++", validates=True),
    "minLength": TypeKeyword(Key("StringRules.min_length"), "string", "++++", validates=True),
    "maxLength": TypeKeyword(Key("StringRules.max_length"), "string", "++++", validates=True),
    "pattern": TypeKeyword(Key("StringRules.pattern"), "string", "++++", validates=True),
    "contentEncoding": TypeKeyword(Key("StringRules.content_encoding"), "string", "~+--"),
    "contentMediaType": TypeKeyword(Key("StringRules.content_media_type"), "string", "-+--", NOT_CHECKED),
    "contentSchema": TypeKeyword(an_object("StringRules.content_schema"), "string", "-+~~", NOT_CHECKED),
    "minItems": TypeKeyword(Key("ArrayRules.min_items"), "array", "++++", validates=True),
    "maxItems": TypeKeyword(Key("ArrayRules.max_items"), "array", "++++", validates=True),
    "uniqueItems": TypeKeyword(Key("ArrayRules.unique_items"), "array", "-+++", NOT_CHECKED, validates=True),
    "minContains": TypeKeyword(Key("ArrayRules.min_contains"), "array", "-+++", NOT_TYPED, validates=True),
    "maxContains": TypeKeyword(Key("ArrayRules.max_contains"), "array", "-+++", NOT_TYPED, validates=True),
    "items": TypeKeyword(an_object("ArrayRules.items"), "array", "++++"),
    "additionalItems": TypeKeyword(an_object("ArrayRules.items"), "array", "++++"),
    "prefixItems": TypeKeyword(a_list("ArrayRules.prefix_items"), "array", "++++"),
    "contains": TypeKeyword(an_object("ArrayRules.contains"), "array", "-+++", NOT_TYPED),
    "unevaluatedItems": TypeKeyword(an_object("ArrayRules.unevaluated_items"), "array", "-+++", NOT_TYPED),
    "required": TypeKeyword(Key("ObjectRules.required"), "object", "++++", validates=True),
    "minProperties": TypeKeyword(Key("ObjectRules.min_properties"), "object", "-+++", NOT_CHECKED, validates=True),
    "maxProperties": TypeKeyword(Key("ObjectRules.max_properties"), "object", "-+++", NOT_CHECKED, validates=True),
    "dependentRequired": TypeKeyword(
        Key("ObjectRules.dependent_required"), "object", "-+++", NOT_TYPED, validates=True
    ),
    "properties": TypeKeyword(a_map("ObjectRules.properties"), "object", "++++"),
    "additionalProperties": TypeKeyword(an_object("ObjectRules.additional_properties"), "object", "++++"),
    "patternProperties": TypeKeyword(a_map("ObjectRules.pattern_properties"), "object", "-+++", _PATTERNS),
    "propertyNames": TypeKeyword(an_object("ObjectRules.property_names"), "object", "-+++", NOT_TYPED),
    "unevaluatedProperties": TypeKeyword(an_object("ObjectRules.unevaluated_properties"), "object", "-+++", NOT_TYPED),
    "dependentSchemas": TypeKeyword(a_map("ObjectRules.dependent_schemas"), "object", "-+++", NOT_TYPED),
    "dependencies": TypeKeyword(a_map("ObjectRules.dependent_schemas"), "object", "-+++", NOT_TYPED),
    "format": TypeKeyword(Key("StringRules.format"), "", "~+-+"),
}


def keywords_of(type_name: str) -> frozenset[str]:
    """The keywords about values of a type."""
    return frozenset(name for name, each in TYPE_KEYWORDS.items() if each.type == type_name)
