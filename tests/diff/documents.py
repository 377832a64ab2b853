"""Small documents around the thing that a test is about."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nemogen.diff.compare import compare
from nemogen.diff.schema_rules import SCOPES
from nemogen.findings import Direction, Level

CASES = Path(__file__).parent / "cases"
OK: dict[str, Any] = {"200": {"description": "ok"}}


def cases(name: str) -> dict[str, Any]:
    """The cases of one file under cases/."""
    loaded: dict[str, Any] = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def document(operation: dict[str, Any] | None = None, **rest: Any) -> dict[str, Any]:
    """A document with one operation, POST /x."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "A", "version": "1"},
        "paths": {"/x": {"post": {"responses": OK, **(operation or {})}}},
        **rest,
    }


def request(schema: Any, *, required: bool = False, media: str = "application/json", **rest: Any) -> dict[str, Any]:
    """A document whose operation takes a body."""
    return document({"requestBody": {"required": required, "content": {media: {"schema": schema}}}}, **rest)


def response(schema: Any, *, media: str = "application/json", **rest: Any) -> dict[str, Any]:
    """A document whose operation answers with a body."""
    return document({"responses": {"200": {"description": "ok", "content": {media: {"schema": schema}}}}}, **rest)


def holder(schema: dict[str, Any], *, required: bool = False) -> dict[str, Any]:
    """An object with the schema as its property p."""
    return {"type": "object", "properties": {"p": schema}, **({"required": ["p"]} if required else {})}


def parameter(schema: Any, *, where: str = "query", required: bool = False, **said: Any) -> dict[str, Any]:
    """A document whose operation takes a parameter p."""
    return document({"parameters": [{"name": "p", "in": where, "required": required, "schema": schema, **said}]})


def header(schema: Any, *, required: bool = False) -> dict[str, Any]:
    """A document whose answer has a header p."""
    headers = {"p": {"required": required, "schema": schema}}
    return document({"responses": {"200": {"description": "ok", "headers": headers}}})


def in_scope(scope: str, schema: Any, *, required: bool = False, media: str = "application/json") -> dict[str, Any]:
    """A document that has the schema where the rules of a scope look for it."""
    if scope == "request-body":
        return request(schema, required=required, media=media)
    if scope == "response-body":
        return response(schema, media=media)
    if scope == "request-parameter":
        return parameter(schema, required=required)
    if scope == "response-header":
        return header(schema, required=required)
    marks = {"request-read-only-property": {"readOnly": True}, "response-write-only-property": {"writeOnly": True}}
    held = holder({**schema, **marks.get(scope, {})}, required=required)
    if scope in ("request-parameter-property", "request-header-property"):
        return parameter(held, where="header" if "header" in scope else "query")
    return request(held, media=media) if scope.startswith("request") else response(held, media=media)


def in_every_scope(case: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """The pairs of documents of a case of schemas.json: one for each scope that rules know.

    A case may have other schemas for responses, whether the schema is required before and after, and a media type.
    """
    for scope, (direction, _) in SCOPES.items():
        own = {**case, **case.get("response", {})} if direction is Direction.RESPONSE else case
        media = own.get("media", "application/json")
        before, after = own.get("required", (False, False))
        yield (
            in_scope(scope, own["base"], required=before, media=media),
            in_scope(scope, own["revision"], required=after, media=media),
        )


def is_same(base: Any, revision: Any) -> bool:
    """Whether nothing that matters to callers differs between two documents."""
    return all(finding.level.rank >= Level.DOCS.rank for finding in compare(base, revision))
