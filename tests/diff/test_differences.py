"""Where we judge otherwise than oasdiff: a pair of documents for each reason of docs/differences-from-oasdiff.md."""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.diff.compare import compare
from nemogen.findings import Level
from tests.diff.documents import OK, document, holder, parameter, request, response

STRING = {"type": "string"}
OBJECT = {"type": "object", "properties": {"a": STRING}}
NAMED = {"schemas": {"A": OBJECT, "B": {"type": "object", "properties": {"a": STRING}}}}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def scoped(*scopes: str) -> dict[str, Any]:
    flows = {"implicit": {"authorizationUrl": "https://a.example.com", "scopes": {"read": "", "write": ""}}}
    schemes = {"securitySchemes": {"own": {"type": "oauth2", "flows": flows}}}
    return document({"security": [{"own": [*scopes]}]}, components=schemes)


def of_pet(name: str, default: str) -> dict[str, Any]:
    taken = {"name": name, "in": "path", "required": True, "schema": {"type": "string", "default": default}}
    found = document({"parameters": [taken], "operationId": "pet"})
    return {**found, "paths": {f"/pets/{{{name}}}": found["paths"]["/x"]}}


def hook(*, required: bool) -> dict[str, Any]:
    sent = {"name": "X-Sign", "in": "header", "required": required, "schema": STRING}
    return document(webhooks={"paid": {"post": {"parameters": [sent], "responses": OK}}})


def answered(status: str) -> dict[str, Any]:
    return document({"responses": {**OK, status: {"description": "failed"}}})


def secured(name: str) -> dict[str, Any]:
    schemes = {"securitySchemes": {name: {"type": "apiKey", "in": "header", "name": "X-Key"}}}
    return document({"security": [{name: []}]}, components=schemes)


DIFFERENCES: list[tuple[str, dict[str, Any], dict[str, Any], Level]] = [
    ("a scope that is newly needed", scoped("read"), scoped("read", "write"), Level.BREAKING),
    (
        "a pattern of a read-only property in a request",
        request(holder({**STRING, "readOnly": True})),
        request(holder({**STRING, "readOnly": True, "pattern": "^a+$"})),
        Level.ADDITIVE,
    ),
    ("an enum that is removed", request({**STRING, "enum": ["a", "b"]}), request(STRING), Level.ADDITIVE),
    (
        "required of an array",
        request({"anyOf": [{"type": "array", "items": STRING}, {"type": "integer"}]}),
        request({"anyOf": [{"type": "array", "items": STRING, "required": ["a"]}, {"type": "integer"}]}),
        Level.NOTE,
    ),
    ("minItems of a string", response({**STRING, "minItems": 13}), response({**STRING, "minItems": 11}), Level.NOTE),
    ("maxLength of an object", request({**OBJECT, "maxLength": 9}), request({**OBJECT, "maxLength": 5}), Level.NOTE),
    (
        "maximum of an array",
        parameter({"type": "array", "items": STRING, "maximum": 9}),
        parameter({"type": "array", "items": STRING, "maximum": 5}),
        Level.NOTE,
    ),
    ("maxItems of a string", parameter({**STRING, "maxItems": 9}), parameter({**STRING, "maxItems": 5}), Level.NOTE),
    ("minimum of an object", response({**OBJECT, "minimum": 9}), response({**OBJECT, "minimum": 5}), Level.NOTE),
    (
        "a further part that says the same",
        request({"allOf": [ref("A")]}, components=NAMED),
        request({"allOf": [ref("A"), ref("B")]}, components=NAMED),
        Level.NOTE,
    ),
    ("the default of a parameter that is required", of_pet("pet_id", "2"), of_pet("petId", "1"), Level.ADDITIVE),
    ("a bound of a parameter", parameter(STRING), parameter({**STRING, "maxLength": 14}), Level.BREAKING),
    ("a header that a webhook always sends", hook(required=False), hook(required=True), Level.ADDITIVE),
    (
        "a charset of JSON",
        response(STRING),
        response(STRING, media="application/json; charset=utf-8"),
        Level.NOTE,
    ),
    ("a status that the new default covers", answered("404"), answered("default"), Level.ADDITIVE),
    ("a bound of a body", request(STRING), request({**STRING, "maxLength": 15}), Level.BREAKING),
    ("a media type that a range covers", request(OBJECT), request(OBJECT, media="*/*"), Level.ADDITIVE),
    ("a security scheme of another name", secured("key"), secured("token"), Level.NOTE),
    (
        "a known value beside any text",
        request({"anyOf": [STRING, {**STRING, "enum": ["a", "b"]}]}),
        request({"anyOf": [STRING, {**STRING, "enum": ["a"]}]}),
        Level.RISKY,
    ),
    (
        "a list of values without null",
        response({"type": ["string", "null"], "enum": ["a"]}),
        response({**STRING, "enum": ["a"]}),
        Level.ADDITIVE,
    ),
    (
        "a value of another type",
        request({**STRING, "enum": ["a", 1]}),
        request({**STRING, "enum": ["a"]}),
        Level.BREAKING,
    ),
]


@pytest.mark.parametrize(
    ("base", "revision", "level"), [each[1:] for each in DIFFERENCES], ids=[each[0] for each in DIFFERENCES]
)
def test_a_difference_from_the_peer_is_judged_as_its_reason_says(
    base: dict[str, Any], revision: dict[str, Any], level: Level
) -> None:
    found = [each for each in compare(base, revision) if each.level.rank < Level.DOCS.rank]
    assert min((each.level for each in found), key=lambda each: each.rank, default=Level.NOTE) is level, found


def test_a_component_that_an_operation_uses_is_not_reported_as_unused() -> None:
    base, revision = ({"schemas": {name: OBJECT}} for name in ("A", "Other"))
    assert compare(request(ref("A"), components=base), request(ref("Other"), components=revision)) == ()
