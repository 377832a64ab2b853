"""Small documents to read, and the documents of other people where they are at hand."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from nemogen.errors import SpecError
from nemogen.openapi.document import Document, Operation
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.read_document import ReadDocument, read_value
from nemogen.openapi.schema import Schema, SchemaNode
from nemogen.openapi.text import parse_text

OK: JsonValue = {"200": {"description": "ok"}}


def document(paths: JsonValue, version: str = "3.1.0", **more: JsonValue) -> dict[str, JsonValue]:
    """A document of OpenAPI 3 with these paths."""
    return {"openapi": version, "info": {"title": "t", "version": "1"}, "paths": paths, **more}


def operation(**more: JsonValue) -> JsonValue:
    """A path item with one operation, `get`, that has these members."""
    return {"get": {"responses": OK, **more}}


def swagger(paths: JsonValue, **more: JsonValue) -> dict[str, JsonValue]:
    """A document of Swagger 2.0 with these paths."""
    return {"swagger": "2.0", "info": {"title": "t", "version": "1"}, "paths": paths, **more}


def json_response(schema: JsonValue) -> JsonValue:
    """The responses of an operation that gives JSON of this schema."""
    return {"200": {"description": "ok", "content": {"application/json": {"schema": schema}}}}


def read(value: JsonValue, files: Mapping[str, JsonValue] | None = None) -> ReadDocument:
    """What the reader makes of a document, all that is reachable read; `files` are those beside it."""
    loaded = None if files is None else dict(files)

    def load_file(name: str) -> JsonValue:
        if loaded is None or name not in loaded:
            raise SpecError(f"there is no file {name}")
        return loaded[name]

    found = read_value(value, "spec.json", None if files is None else load_file)
    found.read_reachable()
    return found


def only(found: ReadDocument) -> Operation:
    """The only operation of a document."""
    (single,) = found.document.operations
    return single


def response_schema(found: ReadDocument) -> Schema:
    """The schema of the first response of the only operation, references followed."""
    node = only(found).responses[0].content[0].schema
    assert node is not None
    return found.document.resolve(node)


def types(document_: Document, node: SchemaNode | None) -> set[str]:
    """The types of a schema, references followed."""
    assert node is not None
    return set(document_.resolve(node).types)


def reported(found: ReadDocument) -> list[tuple[str, str]]:
    """The findings as rule and pointer."""
    return [(each.id, each.revision.pointer if each.revision else "") for each in found.findings]


def foreign_documents(variable: str) -> list[Path]:
    """The documents below the folder that an environment variable names; the test is skipped where it names none."""
    folder = os.environ.get(variable)
    if not folder:
        pytest.skip(f"{variable} names no folder of documents")
    found = sorted(path for path in Path(folder).rglob("*") if path.suffix in (".json", ".yaml", ".yml"))
    assert found, f"{variable} names a folder without documents"
    return found


def root_of(path: Path) -> JsonValue:
    """The value of a file, None where it is not JSON or YAML."""
    try:
        return parse_text(path.read_bytes(), path.name).value
    except SpecError:
        return None


def as_text(value: JsonValue) -> bytes:
    """A value as the bytes of a JSON file."""
    return json.dumps(value).encode()
