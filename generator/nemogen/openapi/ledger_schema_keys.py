"""The keys of schemas with their fields in the model: JSON Schema 2020-12 and older, and OpenAPI 3.0's dialect."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from nemogen.openapi.ledger_keys import PROSE, Key, Keys, a_list, a_map, an_object

_VALUES: Final = {
    "type": Key("Schema.types"),
    "nullable": Key("Schema.nullable"),
    "x-nullable": Key("Schema.nullable"),
    "enum": Key("Schema.enum"),
    "const": Key("Schema.enum"),
    "minimum": Key("NumberBounds.minimum"),
    "maximum": Key("NumberBounds.maximum"),
    "exclusiveMinimum": Key("NumberBounds.exclusive_minimum"),
    "exclusiveMaximum": Key("NumberBounds.exclusive_maximum"),
    "multipleOf": Key("NumberBounds.multiple_of"),
    "format": Key("StringRules.format"),
    "minLength": Key("StringRules.min_length"),
    "maxLength": Key("StringRules.max_length"),
    "pattern": Key("StringRules.pattern"),
    "contentEncoding": Key("StringRules.content_encoding"),
    "contentMediaType": Key("StringRules.content_media_type"),
    "contentSchema": an_object("StringRules.content_schema"),
    "minItems": Key("ArrayRules.min_items"),
    "maxItems": Key("ArrayRules.max_items"),
    "uniqueItems": Key("ArrayRules.unique_items"),
    "minContains": Key("ArrayRules.min_contains"),
    "maxContains": Key("ArrayRules.max_contains"),
    "required": Key("ObjectRules.required"),
    "minProperties": Key("ObjectRules.min_properties"),
    "maxProperties": Key("ObjectRules.max_properties"),
    "dependentRequired": Key("ObjectRules.dependent_required"),
}
_SCHEMAS: Final = {
    "$ref": Key("SchemaRef.target"),
    "$dynamicRef": Key("Identity.dynamic_ref"),
    "items": an_object("ArrayRules.items"),
    "additionalItems": an_object("ArrayRules.items"),
    "prefixItems": a_list("ArrayRules.prefix_items"),
    "contains": an_object("ArrayRules.contains"),
    "unevaluatedItems": an_object("ArrayRules.unevaluated_items"),
    "properties": a_map("ObjectRules.properties"),
    "additionalProperties": an_object("ObjectRules.additional_properties"),
    "patternProperties": a_map("ObjectRules.pattern_properties"),
    "propertyNames": an_object("ObjectRules.property_names"),
    "unevaluatedProperties": an_object("ObjectRules.unevaluated_properties"),
    "dependentSchemas": a_map("ObjectRules.dependent_schemas"),
    "dependencies": a_map("ObjectRules.dependent_schemas"),
    "allOf": a_list("Schema.all_of"),
    "anyOf": a_list("Schema.any_of"),
    "oneOf": a_list("Schema.one_of"),
    "not": an_object("Schema.negated"),
    "if": an_object("Schema.conditional"),
    "then": an_object("Schema.conditional"),
    "else": an_object("Schema.conditional"),
    "discriminator": an_object("Schema.discriminator"),
    "$defs": a_map("Document.component_schemas"),
    "definitions": a_map("Document.component_schemas"),
}
_ANNOTATIONS: Final = {
    "title": Key("Annotations.title"),
    "default": Key("Annotations.default"),
    "example": Key("Annotations.examples"),
    "examples": Key("Annotations.examples"),
    "deprecated": Key("Annotations.deprecated"),
    "readOnly": Key("Annotations.read_only"),
    "writeOnly": Key("Annotations.write_only"),
    "xml": Key("Annotations.xml"),
    "$id": Key("Identity.id"),
    "$anchor": Key("Identity.anchors"),
    "$dynamicAnchor": Key("Identity.dynamic_anchors"),
    "$schema": Key("Document.dialect"),
    **dict.fromkeys(("description", "summary", "externalDocs", "$comment", "$vocabulary"), PROSE),
}

SCHEMA_KEYS: Final[Mapping[str, Keys]] = {
    "schema": {**_VALUES, **_SCHEMAS, **_ANNOTATIONS},
    "discriminator": {
        "propertyName": Key("Discriminator.property_name"),
        "mapping": Key("Discriminator.mapping"),
        "defaultMapping": Key("Discriminator.default"),
    },
}
"""The keys of schemas and of what stands in them, in all versions."""
