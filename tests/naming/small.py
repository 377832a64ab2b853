"""Small documents to prepare, and readers of what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nemogen.canonical_json import COMPONENTS, write_canonical
from nemogen.document import Document
from nemogen.naming.canonical_operations import canonical
from nemogen.naming.prepare import prepare
from nemogen.openapi.read_document import read_value

Schema = Any


def properties(**named: Schema) -> dict[str, Any]:
    """An object schema."""
    return {"type": "object", "properties": named}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def operation(answer: Schema = None, body: Schema = None, **more: Any) -> dict[str, Any]:
    """An operation that takes and gives JSON of these schemas."""
    found: dict[str, Any] = {"responses": {"200": {"description": "Fine."}}, **more}
    if answer is not None:
        found["responses"]["200"]["content"] = {"application/json": {"schema": answer}}
    if body is not None:
        found["requestBody"] = {"required": True, "content": {"application/json": {"schema": body}}}
    return found


def spec(paths: Mapping[str, Any], schemas: Mapping[str, Schema] | None = None, **more: Any) -> dict[str, Any]:
    info = {"title": "t", "version": "1"}
    return {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas or {}}, **more}


def one(answer: Schema = None, body: Schema = None, schemas: Mapping[str, Schema] | None = None, **more: Any) -> Any:
    """The document with POST /things alone."""
    return spec({"/things": {"post": operation(answer, body, **more)}}, schemas)


def prepared(document: Any, **options: Any) -> Document:
    return prepare(read_value(document, "spec.json"), **options)


def findings(document: Document) -> list[str]:
    return [each.id for each in document.findings]


def read(schema: Schema, schemas: Mapping[str, Schema] | None = None) -> tuple[Any, list[str]]:
    """The canonical form of `schema` as JSON Schema, and the ids of the findings."""
    found = canonical(read_value(one(schema, schemas=schemas), "spec.json"))
    (written,) = found.operations[0].responses["200"].content.values()
    return with_pointers(write_canonical(written)), [each.id for each in found.findings]


def with_pointers(value: Any) -> Any:
    """The schema with references by the pointers that they have before anything is named."""
    if isinstance(value, list):
        return [with_pointers(inner) for inner in value]
    if isinstance(value, dict):
        found = {key: with_pointers(inner) for key, inner in value.items()}
        is_reference = isinstance(found.get("$ref"), str)
        return {**found, "$ref": f"#{found['$ref'].removeprefix(COMPONENTS)}"} if is_reference else found
    return value
