"""Reads schemas for the tests, out of a small document around them."""

from __future__ import annotations

from collections.abc import Mapping

from nemogen.openapi.document import Document
from nemogen.openapi.equality import Digests
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.read_document import read_value
from nemogen.openapi.read_schema import read_schema
from nemogen.openapi.reading import RawNode
from nemogen.openapi.references import References
from nemogen.openapi.schema import Schema, SchemaNode, SchemaRef
from nemogen.openapi.schema_views import SchemaViews

COMPONENTS: Mapping[str, JsonValue] = {
    "A": {"type": "object", "properties": {"a": {"type": "string"}}},
    "B": {"type": "object", "properties": {"b": {"type": "integer"}}},
    "Text": {"type": "string"},
}
REF_A: Mapping[str, JsonValue] = {"$ref": "#/components/schemas/A"}
REF_B: Mapping[str, JsonValue] = {"$ref": "#/components/schemas/B"}


def read(
    raw: JsonValue, *, components: Mapping[str, JsonValue] = COMPONENTS, ignores_siblings: bool = False
) -> tuple[SchemaNode, list[str]]:
    """The schema that `raw` is read as, and the rules of what was noted."""
    document: JsonValue = {"schema": raw, "components": {"schemas": components}}
    references = References(document, "openapi.json", ignores_siblings=ignores_siblings)
    node = read_schema(RawNode(raw, "", "/schema"), references)
    return node, [finding.id for finding in references.findings]


def read_one(raw: JsonValue, *, ignores_siblings: bool = False) -> Schema:
    """The schema that `raw` is read as, where that is not a reference and nothing is noted."""
    node, rules = read(raw, ignores_siblings=ignores_siblings)
    assert isinstance(node, Schema)
    assert rules == []
    return node


def document_of(
    schemas: Mapping[str, JsonValue], version: str = "3.1.0", **more: JsonValue
) -> tuple[Document, Mapping[str, SchemaRef]]:
    """A document with these components, and a reference to each by name."""
    raw: JsonValue = {"openapi": version, "info": {}, "paths": {}, "components": {"schemas": schemas}, **more}
    document = read_value(raw, "openapi.json").document
    return document, document.component_schemas


def digest(schemas: Mapping[str, JsonValue], name: str, version: str = "3.1.0") -> bytes:
    """The digest of one of these components."""
    document, components = document_of(schemas, version)
    return Digests(SchemaViews(document)).of(components[name])
