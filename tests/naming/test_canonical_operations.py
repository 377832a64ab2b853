from __future__ import annotations

from typing import Any

import pytest

from nemogen.canonical import CanonicalBody
from nemogen.errors import SpecError
from nemogen.naming.canonical_operations import canonical
from nemogen.openapi.read_document import read_value
from tests.canonical_nodes import node
from tests.naming.small import one, operation, properties, ref, spec

STRING = {"type": "string"}


def normal(document: Any) -> Any:
    return canonical(read_value(document, "spec.json"))


def ids(document: Any) -> list[str]:
    return [each.id for each in normal(document).findings]


@pytest.mark.parametrize("paths", [None, [], {}, {"/a": {}}, {"/a": {"get": 5}}, {"/a": []}])
def test_a_document_without_an_operation_is_refused(paths: Any) -> None:
    with pytest.raises(SpecError, match=r"no operation|paths is"):
        normal({"openapi": "3.0.3", "paths": paths})


@pytest.mark.parametrize("path", ["/a{", "/{}", "/a{b{c}}"])
def test_a_path_that_cannot_be_filled_is_left_out_and_reported(path: str) -> None:
    document = spec({path: {"get": operation()}, "/ok": {"get": operation()}})
    assert [each.path for each in normal(document).operations] == ["/ok"]
    assert ids(document) == ["path-unreadable"]


def test_statuses_have_one_spelling() -> None:
    responses = {status: {"description": "d"} for status in ("200", "4xx", "Default", "404")}
    found = normal(spec({"/a": {"get": {"responses": responses}}})).operations[0]
    assert list(found.responses) == ["200", "4XX", "default", "404"]


def test_a_response_without_a_description_gets_the_phrase_of_its_status() -> None:
    document = spec({"/a": {"get": {"responses": {"201": {}, "2XX": {}}}}})
    found = normal(document).operations[0].responses
    assert [each.description for each in found.values()] == ["Created", "2XX"]
    assert ids(document) == ["response-description-missing"] * 2


@pytest.mark.parametrize(
    ("responses", "finding"),
    [
        (None, "response-missing"),
        ({"404": {"description": "d"}}, "response-missing"),
        ({"200": {"description": "d"}, "fine": {"description": "d"}}, "response-unreadable"),
        ({"200": {"description": "d"}, "404": 5}, "document-part-malformed"),
        ({"200": {"description": "d"}, "404": {"$ref": "#/nowhere"}}, "reference-dangling"),
    ],
)
def test_responses_that_cannot_be_read_are_left_out_and_reported(responses: Any, finding: str) -> None:
    document = spec({"/a": {"get": {"responses": responses}}})
    assert ids(document) == [finding]
    assert "fine" not in normal(document).operations[0].responses


def test_what_no_operation_reaches_is_left_out() -> None:
    schemas = {"Used": properties(a=ref("Inner")), "Inner": properties(b=STRING), "Unused": properties(c=ref("Used"))}
    found = normal(one(ref("Used"), schemas=schemas))
    assert list(found.schemas) == ["/components/schemas/Used", "/components/schemas/Inner"]


def test_parts_that_are_references_are_put_in_place() -> None:
    document = spec({"/a": {"$ref": "#/components/pathItems/A"}})
    document["components"] |= {
        "pathItems": {"A": {"post": {"requestBody": {"$ref": "#/components/requestBodies/B"}, "responses": {}}}},
        "requestBodies": {"B": {"required": True, "content": {"application/json": {"schema": STRING}}}},
    }
    body = normal(document).operations[0].body
    assert body == CanonicalBody(True, {"application/json": node(STRING)})


def test_the_variables_of_a_server_are_filled_in() -> None:
    server = {"url": "https://{region}.example.com/v1", "variables": {"region": {"default": "eu"}}}
    assert normal(one() | {"servers": [server, 5, {"url": 7}]}).servers[0] == "https://eu.example.com/v1"


@pytest.mark.parametrize("junk", [None, 5, "text", [], {}, [5], {"a": 5}])
def test_junk_beside_the_operations_does_no_harm(junk: Any) -> None:
    names = ("info", "servers", "security", "components", "tags")
    document = {**one(), **dict.fromkeys(names, junk)}
    assert normal(document).operations
    inside = dict.fromkeys(("parameters", "requestBody", "security", "summary", "tags", "deprecated"), junk)
    assert normal(one(**inside)).operations
