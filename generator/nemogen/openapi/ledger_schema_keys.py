"""The keys of schemas with their fields in the model: JSON Schema 2020-12 and older, and OpenAPI 3.0's dialect."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from nemogen.openapi.ledger_keys import PROSE, Key, Keys, a_list, a_map, an_object
from nemogen.openapi.type_keywords import TYPE_KEYWORDS

_VALUES: Final = {
    "type": Key("Schema.types"),
    "nullable": Key("Schema.nullable"),
    "x-nullable": Key("Schema.nullable"),
    "enum": Key("Schema.enum"),
    "const": Key("Schema.enum"),
}
_SCHEMAS: Final = {
    "$ref": Key("SchemaRef.target"),
    "$dynamicRef": Key("Identity.dynamic_ref"),
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
    "schema": {**_VALUES, **{name: each.key for name, each in TYPE_KEYWORDS.items()}, **_SCHEMAS, **_ANNOTATIONS},
    "discriminator": {
        "propertyName": Key("Discriminator.property_name"),
        "mapping": Key("Discriminator.mapping"),
        "defaultMapping": Key("Discriminator.default"),
    },
}
"""The keys of schemas and of the objects in them, in all versions."""
