"""A finding shows the keyword that changed, where there is one, in both documents."""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.diff.compare import compare
from tests.diff.documents import OK, document, request

POST = "/paths/~1x/post"


def listed(**said: Any) -> dict[str, Any]:
    schema = {"type": "array", "items": {"type": "string"}}
    return document({"parameters": [{"name": "p", "in": "query", "style": "form", "schema": schema, **said}]})


def form(kind: str) -> dict[str, Any]:
    found = request({"type": "object", "properties": {"f": {"type": "string"}}}, media="multipart/form-data")
    body = found["paths"]["/x"]["post"]["requestBody"]["content"]["multipart/form-data"]
    body["encoding"] = {"f": {"contentType": kind}}
    return found


def keyed(name: str) -> dict[str, Any]:
    schemes = {"securitySchemes": {"k": {"type": "apiKey", "in": "header", "name": name}}}
    return document(security=[{"k": []}], components=schemes)


def given_back(*, is_required: bool) -> dict[str, Any]:
    headers = {"X-Rate": {"required": is_required, "schema": {"type": "integer"}}}
    return document({"responses": {"200": {**OK["200"], "headers": headers}}})


@pytest.mark.parametrize(
    ("base", "revision", "rule", "where"),
    [
        (
            listed(explode=True),
            listed(explode=False),
            "request-parameter-serialization-changed",
            f"{POST}/parameters/0/explode",
        ),
        (
            listed(explode=False),
            listed(style="pipeDelimited", explode=False),
            "request-parameter-serialization-changed",
            f"{POST}/parameters/0/style",
        ),
        (
            form("image/png"),
            form("image/jpeg"),
            "request-body-encoding-changed",
            f"{POST}/requestBody/content/multipart~1form-data/encoding",
        ),
        (
            keyed("X-Key"),
            keyed("X-Api-Key"),
            "api-security-component-place-changed",
            "/components/securitySchemes/k/name",
        ),
        (
            given_back(is_required=True),
            given_back(is_required=False),
            "response-header-became-optional",
            f"{POST}/responses/200/headers/X-Rate/required",
        ),
    ],
)
def test_a_finding_shows_the_keyword_that_changed(
    base: dict[str, Any], revision: dict[str, Any], rule: str, where: str
) -> None:
    (found,) = compare(base, revision)
    assert (found.id, found.base and found.base.pointer, found.revision and found.revision.pointer) == (
        rule,
        where,
        where,
    )
