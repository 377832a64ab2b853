"""What the keywords of a schema are for (JSON Schema 2020-12, OpenAPI 3.0.4 and 3.1.1)."""

from __future__ import annotations

from collections.abc import Mapping

UPPER_BOUNDS: Mapping[str, str] = {
    "maximum": "max",
    "exclusiveMaximum": "exclusive-max",
    "maxLength": "max-length",
    "maxItems": "max-items",
    "maxProperties": "max-properties",
    "maxContains": "max-contains",
}
"""Keyword to its name in rule ids."""

LOWER_BOUNDS: Mapping[str, str] = {
    "minimum": "min",
    "exclusiveMinimum": "exclusive-min",
    "minLength": "min-length",
    "minItems": "min-items",
    "minProperties": "min-properties",
    "minContains": "min-contains",
}

BOUNDS = UPPER_BOUNDS.keys() | LOWER_BOUNDS.keys()
IMPLIED_BOUNDS: Mapping[str, int] = {"minLength": 0, "minItems": 0, "minProperties": 0, "minContains": 1}
"""What holds where one of these keywords is left out."""
TEXTS = ("format", "pattern", "contentMediaType", "contentEncoding")
FLAGS = ("uniqueItems", "readOnly", "writeOnly", "deprecated")
VALUES = ("default", "xml")

SINGLE_KIDS: Mapping[str, str] = {
    "items": "items",
    "if": "if",
    "then": "then",
    "else": "else",
    "contains": "contains",
    "propertyNames": "property-names",
    "unevaluatedItems": "unevaluated-items",
    "unevaluatedProperties": "unevaluated-properties",
    "contentSchema": "content-schema",
    "additionalProperties": "additional-properties",
    "not": "not",
}
"""Keywords that hold one schema, with their name in rule ids."""

NAMED_KIDS = ("properties", "patternProperties", "dependentSchemas")
UNIONS = ("allOf", "oneOf", "anyOf")
OPEN_IS_NONE = frozenset({"items", "additionalProperties", "unevaluatedItems", "unevaluatedProperties"})
"""Where an empty schema says as much as no keyword."""

PROSE = frozenset(
    {"title", "description", "summary", "example", "examples", "externalDocs", "$comment", "deprecationMessage"}
)
IGNORED = frozenset({"$defs", "definitions", "$id", "$schema", "$anchor", "$vocabulary", "$dynamicAnchor", "id"})
ANNOTATIONS = PROSE | {"default", "readOnly", "writeOnly", "deprecated", "nullable", "discriminator", "xml"}
"""Keywords that may stand beside a lone allOf, anyOf or oneOf without making it more than a wrapper."""

CONSTRAINTS = frozenset(
    {*UPPER_BOUNDS, *LOWER_BOUNDS, *TEXTS, *FLAGS, *VALUES, *SINGLE_KIDS, *NAMED_KIDS, *UNIONS}
    | {"type", "enum", "const", "required", "multipleOf", "nullable", "discriminator", "prefixItems"}
    | {"dependentRequired", "dependencies"}
)
"""All keywords that say something about the wire."""
