"""What a document says of an exchange: found by method and path, by status, and by media type."""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.openapi.document import Operation
from nemogen.recordings.judge_value import ValueJudge
from nemogen.recordings.operations import Operations, media_type_for, response_for
from nemogen.recordings.parameters import judge_parameters
from nemogen.recordings.recording import Request, Response, StreamBody
from nemogen.recordings.security import missing_credential
from nemogen.recordings.validate_exchange import Examiner
from tests.recordings.samples import document, read

ANY: dict[str, Any] = {"description": "", "content": {"application/json": {"schema": {}}}}
DEFAULTS = {"base": {"default": "v1"}}
PATHS: dict[str, Any] = {
    "/things/{id}": {"get": {"responses": {"200": ANY}}, "delete": {"responses": {"204": {"description": ""}}}},
    "/things/all": {
        "servers": [{"url": "https://other.test/{base}/api", "variables": DEFAULTS}],
        "get": {"responses": {"200": ANY, "4XX": ANY, "404": ANY, "default": ANY}},
        "query": {"responses": {"200": ANY}},
    },
}


def operations(**more: Any) -> Operations:
    servers = [{"url": "https://one.test/base/"}, {"url": "/"}]
    return Operations(read({"openapi": "3.2.0", "servers": servers, "paths": PATHS, **more}))


def met(method: str, path: str) -> tuple[str, dict[str, str]] | None:
    found = operations().find(method, path)
    return found and (found[0].label, dict(found[1]))


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("GET", "/things/a%2Fb", ("GET /things/{id}", {"id": "a/b"})),
        ("GET", "/base/things/1", ("GET /things/{id}", {"id": "1"})),
        ("GET", "/things/all", ("GET /things/all", {})),
        ("GET", "/v1/api/things/all", ("GET /things/all", {})),
        ("GET", "/base/things/all", ("GET /things/{id}", {"id": "all"})),
        ("get", "/things/all", ("GET /things/all", {})),
        ("QUERY", "/things/all", ("QUERY /things/all", {})),
        ("DELETE", "/things/all", ("DELETE /things/{id}", {"id": "all"})),
        ("POST", "/things/all", None),
        ("GET", "/things/1/2", None),
    ],
)
def test_an_operation_is_found_below_the_servers_that_it_has(
    method: str, path: str, expected: tuple[str, dict[str, str]] | None
) -> None:
    assert met(method, path) == expected


def test_what_stands_before_the_path_is_the_base_url_that_was_called() -> None:
    known = operations()
    found = known.find("GET", "/v1/api/things/all")
    assert found is not None
    assert known.base("/v1/api/things/all", found[0]) == "/v1/api"
    assert known.methods_at("/things/all") == ("GET", "DELETE", "QUERY")
    assert known.methods_at("/nothing") == ()


def of_all() -> Operation:
    found = operations().find("GET", "/things/all")
    assert found is not None
    return found[0]


@pytest.mark.parametrize(
    ("status", "key"), [(200, "200"), (404, "404"), (400, "4XX"), (500, "default"), (201, "default")]
)
def test_a_status_goes_before_its_range_and_that_before_the_default(status: int, key: str) -> None:
    found = response_for(of_all(), status)
    assert found is not None
    assert found.status == key


@pytest.mark.parametrize(
    ("media_type", "key"),
    [
        ("Application/JSON; charset=utf-8", "application/json; v=1"),
        ("application/xml", "application/*"),
        ("text/plain", "*/*"),
        ("", "*/*"),
    ],
)
def test_a_media_type_goes_before_its_range(media_type: str, key: str) -> None:
    content: dict[str, Any] = {"*/*": {}, "application/*": {}, "application/json; v=1": {}}
    response = {"description": "", "content": content}
    spec = read({"openapi": "3.1.0", "paths": {"/": {"get": {"responses": {"200": response}}}}})
    found = media_type_for(spec.operations[0].responses[0].content, media_type)
    assert found is not None
    assert found.name == key
    assert media_type_for((), media_type) is None


def test_security_of_an_operation_goes_before_that_of_the_document() -> None:
    schemes = {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}, "basic": {"type": "http", "scheme": "Basic"}}
    spec = document()
    spec |= {"components": {"securitySchemes": schemes}, "security": [{"key": []}]}
    spec["paths"]["/v1/chat"]["post"]["security"] = [{"basic": []}, {"key": [], "basic": []}]
    known = read(spec)
    chat, item = known.operations
    plain = Request("GET", "/")
    assert missing_credential(known, item, plain) == "the header X-Key with the key is missing"
    assert missing_credential(known, chat, plain) == "the header Authorization with a basic key is missing"
    assert missing_credential(known, chat, Request("GET", "/", {}, {"authorization": ("Basic dTpw",)})) is None


@pytest.mark.parametrize(
    ("where", "request_"),
    [
        ("header", Request("GET", "/", {}, {"x-key": ("k",)})),
        ("query", Request("GET", "/", {"x-key": ("k",)})),
        ("cookie", Request("GET", "/", {}, {"cookie": ("a=b; x-key=k",)})),
    ],
)
def test_a_key_is_looked_for_where_it_is_sent(where: str, request_: Request) -> None:
    schemes = {"key": {"type": "apiKey", "in": where, "name": "x-key"}}
    known = read({**document(), "components": {"securitySchemes": schemes}, "security": [{"key": []}]})
    operation = known.operations[1]
    assert missing_credential(known, operation, request_) is None
    others = ({"x-other": ("k",)}, {"x-other": ("k",), "cookie": ("a=b",)})
    assert (
        missing_credential(known, operation, Request("GET", "/", *others))
        == f"the {where} x-key with the key is missing"
    )


def test_a_key_that_the_spec_does_not_say_how_to_send_is_not_missing() -> None:
    schemes = {"key": {"type": "apiKey", "name": "x-key"}}
    known = read({**document(), "components": {"securitySchemes": schemes}, "security": [{"key": []}]})
    assert missing_credential(known, known.operations[1], Request("GET", "/")) is None


def test_members_of_an_object_in_the_query_are_declared_by_it() -> None:
    judged = {
        "form": {"name": "filter", "in": "query", "schema": {"type": "object"}},
        "nothing": {"name": "n", "in": "query", "schema": {"type": "string", "description": "of an object"}},
    }
    for name, expected in (("form", []), ("nothing", ["query.a"])):
        spec = read({"openapi": "3.1.0", "paths": {"/": {"get": {"parameters": [judged[name]], "responses": {}}}}})
        found = judge_parameters(spec.operations[0], ValueJudge(spec), {}, {"a": ("1",)}, {})
        assert [each.path for each in found] == expected


def test_the_data_of_an_event_is_judged_by_the_schema_of_its_content() -> None:
    data = {"type": "string", "contentMediaType": "application/json", "contentSchema": {"required": ["id"]}}
    media = {"text/event-stream": {"itemSchema": {"type": "object", "properties": {"data": data}}}}
    response = {"description": "", "content": media}
    spec = read({"openapi": "3.2.0", "paths": {"/": {"get": {"responses": {"200": response}}}}})
    headers = {"content-type": ("text/event-stream",)}
    body = StreamBody((b'data: {"id": 1}\n\n', b"data: {}\n\n"))
    _, found = Examiner(spec).response(Response(200, headers, body), spec.operations[0])
    assert [(each.kind, each.path, each.instance) for each in found] == [("missing", "id", "/body/stream/1")]
