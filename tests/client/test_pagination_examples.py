"""Pages of responses that a document shows by an example alone."""

from __future__ import annotations

import json
from typing import Any

import pytest

from nemogen.client.pagination import recognize
from nemogen.client.pagination_plan import Pagination
from nemogen.openapi.read_document import read_value
from nemogen.openapi.schema_views import SchemaViews

PAGE = {"isLast": False, "total": 5, "values": [{"id": 1, "name": "Aurora"}]}


def recognized(**media: Any) -> Pagination | None:
    numbers = [{"name": name, "in": "query", "schema": {"type": "integer"}} for name in ("startAt", "maxResults")]
    success = {"description": "Fine.", "content": {"application/json": media}}
    spec: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/ships": {"get": {"parameters": numbers, "responses": {"200": success}}}},
    }
    document = read_value(spec, "openapi.json").document
    return recognize(document.operations[0], SchemaViews(document))


@pytest.mark.parametrize(
    "media",
    [
        {"example": PAGE},
        {"example": json.dumps(PAGE)},
        {"schema": {}, "example": PAGE},
        {"schema": True, "examples": {"first": {"value": PAGE}}},
    ],
)
def test_an_example_stands_for_a_schema_that_is_not_there(media: dict[str, Any]) -> None:
    found = recognized(**media)
    assert found is not None
    assert (found.style, found.parameter, found.items, found.total) == ("offset", "startAt", ("values",), ("total",))
    assert found.done == ("isLast",)
    assert found.reason == "`startAt` counts items; items: `values`, by the example of a response"


@pytest.mark.parametrize(
    "media",
    [
        {},
        {"schema": {}},
        {"example": "no JSON"},
        {"example": "[" * 100_000},
        {"example": 3},
        {"schema": {"type": "object"}, "example": PAGE},
        {"schema": {"type": "object", "properties": {"ship": {"type": "string"}}}, "example": PAGE},
        {"schema": False, "example": PAGE},
    ],
)
def test_a_schema_goes_before_an_example_and_no_json_says_nothing(media: dict[str, Any]) -> None:
    assert recognized(**media) is None
