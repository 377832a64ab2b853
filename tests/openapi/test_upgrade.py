from __future__ import annotations

import pytest

from nemogen.openapi.json_value import JsonValue
from tests.openapi.documents import OK, only, operation, read, reported, response_schema, swagger, types

OBJECT: JsonValue = {"type": "object", "properties": {"a": {"type": "string"}}}


def test_servers_are_made_of_host_base_path_and_schemes() -> None:
    paths: JsonValue = {"/x": operation(), "/y": operation(schemes=["wss"])}
    found = read(swagger(paths, host="api.example.com:8080", basePath="v1/", schemes=["http", "https"]))
    both = ["http://api.example.com:8080/v1", "https://api.example.com:8080/v1"]
    assert [server.url for server in found.document.servers] == both
    assert [[server.url for server in each.servers] for each in found.document.operations] == [
        both, ["wss://api.example.com:8080/v1"]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("root", "urls", "rules"),
    [
        ({}, [], []),
        ({"basePath": "/v1"}, ["/v1"], []),
        ({"basePath": "/"}, [], []),
        ({"host": "a.b"}, ["https://a.b"], ["schemes-missing"]),
    ],
)
def test_what_is_missing_of_a_server_is_guessed_with_a_finding(
    root: dict[str, JsonValue], urls: list[str], rules: list[str]
) -> None:
    found = read(swagger({"/x": operation()}, **root))
    assert [server.url for server in found.document.servers] == urls
    assert [rule for rule, _ in reported(found)] == rules


def test_a_body_is_a_request_body_of_each_media_type() -> None:
    body: JsonValue = {
        "name": "b",
        "in": "body",
        "required": True,
        "description": "d",
        "schema": {"$ref": "#/definitions/A"},
    }
    paths: JsonValue = {"/x": operation(parameters=[body], consumes=["application/json", "application/xml"])}
    found = read(swagger(paths, definitions={"A": OBJECT}))
    each = only(found)
    assert each.body is not None
    assert (each.parameters, each.body.required, each.body.description) == ((), True, "d")
    assert [media.name for media in each.body.content] == ["application/json", "application/xml"]
    assert types(found.document, each.body.content[0].schema) == {"object"}
    assert list(found.document.component_schemas) == ["A"]
    assert reported(found) == []


def test_a_body_of_the_path_item_or_of_a_reference_is_one_too() -> None:
    shared: JsonValue = {"name": "b", "in": "body", "schema": OBJECT}
    own: JsonValue = {"name": "c", "in": "body", "schema": {"type": "integer"}}
    paths: JsonValue = {
        "/x": {"parameters": [{"$ref": "#/parameters/B"}], "post": {"responses": OK}},
        "/y": {"parameters": [{"$ref": "#/parameters/B"}], "post": {"responses": OK, "parameters": [own]}},
    }
    found = read(swagger(paths, parameters={"B": shared}, consumes=["text/plain"]))
    kinds = [
        each.body and [(media.name, types(found.document, media.schema)) for media in each.body.content]
        for each in found.document.operations
    ]
    assert kinds == [[("text/plain", {"object"})], [("text/plain", {"integer"})]]


def field(name: str, kind: str = "string", **more: JsonValue) -> JsonValue:
    return {"name": name, "in": "formData", "type": kind, **more}


def test_form_parameters_are_the_properties_of_one_body() -> None:
    fields: list[JsonValue] = [
        field("a", required=True, description="d", maxLength=3),
        field("f", "file"),
        field("l", "array", items={"type": "string"}, collectionFormat="pipes"),
    ]
    found = read(swagger({"/x": operation(parameters=fields)}))
    body = only(found).body
    assert body is not None
    (media,) = body.content
    schema = found.document.resolve(media.schema) if media.schema else None
    assert schema is not None
    properties = {name: found.document.resolve(node) for name, node in schema.objects.properties.items()}
    assert (media.name, body.required, schema.objects.required) == ("multipart/form-data", True, ("a",))
    assert (properties["a"].annotations.description, properties["a"].strings.max_length) == ("d", 3)
    assert (properties["f"].strings.format, set(properties["f"].types)) == ("binary", {"string"})
    assert (media.encoding["l"].style, media.encoding["l"].explode) == ("pipeDelimited", False)
    assert properties["a"].location.pointer == "/paths/~1x/get/parameters/0"


@pytest.mark.parametrize(
    ("consumes", "kind", "media"),
    [
        ([], "string", ["application/x-www-form-urlencoded"]),
        (["application/json"], "string", ["application/x-www-form-urlencoded"]),
        (["multipart/form-data"], "string", ["multipart/form-data"]),
        (["multipart/form-data", "text/plain"], "file", ["multipart/form-data"]),
        (["application/x-www-form-urlencoded"], "file", ["multipart/form-data"]),
    ],
)  # fmt: skip
def test_a_form_is_of_a_media_type_that_can_hold_it(consumes: list[JsonValue], kind: str, media: list[str]) -> None:
    body = only(read(swagger({"/x": operation(parameters=[field("a", kind)], consumes=consumes)}))).body
    assert body is not None
    assert [each.name for each in body.content] == media


def test_form_parameters_beside_a_body_are_lost_aloud() -> None:
    body: JsonValue = {"name": "b", "in": "body", "schema": OBJECT}
    found = read(swagger({"/x": operation(parameters=[field("a"), body])}))
    assert [(each.id, each.level) for each in found.findings] == [("parameter-unreadable", "risky")]


@pytest.mark.parametrize(
    ("location_in", "collection", "style", "explode", "rules"),
    [
        ("query", None, "form", False, []),
        ("query", "csv", "form", False, []),
        ("query", "multi", "form", True, []),
        ("query", "ssv", "spaceDelimited", False, []),
        ("query", "pipes", "pipeDelimited", False, []),
        ("query", "tsv", "form", False, ["collection-format"]),
        ("path", "csv", "simple", False, []),
        ("path", "pipes", "simple", False, ["collection-format"]),
        ("header", None, "simple", False, []),
    ],
)
def test_collection_formats_are_styles(
    location_in: str, collection: str | None, style: str, explode: bool, rules: list[str]
) -> None:
    said: dict[str, JsonValue] = {"collectionFormat": collection} if collection else {}
    entry: JsonValue = {"name": "q", "in": location_in, "type": "array", "items": {"type": "integer"}, **said}
    path = "/{q}" if location_in == "path" else "/x"
    found = read(swagger({path: operation(parameters=[entry])}))
    (parameter,) = only(found).parameters
    assert (parameter.style, parameter.explode) == (style, explode)
    assert types(found.document, parameter.schema) == {"array"}
    assert [rule for rule, _ in reported(found)] == rules


def test_lists_in_lists_lose_their_format_aloud() -> None:
    items: JsonValue = {"type": "array", "collectionFormat": "ssv", "items": {"type": "string"}}
    found = read(swagger({"/x": operation(parameters=[{"name": "q", "in": "query", "type": "array", "items": items}])}))
    assert reported(found) == [("collection-format", "/paths/~1x/get/parameters/0/items/collectionFormat")]


def test_responses_have_the_media_types_of_the_operation() -> None:
    responses: JsonValue = {
        "200": {"$ref": "#/responses/R"},
        "404": {"description": "no", "headers": {"X-A": {"type": "integer", "description": "h"}}},
    }
    paths: JsonValue = {
        "/x": operation(responses=responses, produces=["text/csv"]),
        "/y": operation(responses=responses),
    }
    shared: JsonValue = {"R": {"description": "ok", "schema": OBJECT, "examples": {"text/csv": "a,b"}}}
    found = read(swagger(paths, responses=shared, produces=["application/json", "application/xml"]))
    first, second = found.document.operations
    assert [media.name for media in first.responses[0].content] == ["text/csv"]
    assert [example.value for example in first.responses[0].content[0].examples] == ["a,b"]
    assert [media.name for media in second.responses[0].content] == ["application/json", "application/xml"]
    (header,) = first.responses[1].headers
    assert (first.responses[1].content, header.name, types(found.document, header.schema)) == ((), "X-A", {"integer"})


def test_a_file_is_raw_bytes() -> None:
    responses: JsonValue = {"200": {"description": "ok", "schema": {"type": "file"}}}
    found = read(swagger({"/x": operation(responses=responses)}))
    (media,) = only(found).responses[0].content
    assert media.schema is not None
    assert (media.name, found.document.resolve(media.schema).strings.format) == ("application/octet-stream", "binary")


def test_security_definitions_are_schemes() -> None:
    definitions: JsonValue = {
        "basic": {"type": "basic"},
        "key": {"type": "apiKey", "in": "query", "name": "k"},
        "app": {"type": "oauth2", "flow": "application", "tokenUrl": "https://t", "scopes": {"a": "A"}},
        "code": {"type": "oauth2", "flow": "accessCode", "authorizationUrl": "https://a", "tokenUrl": "https://t"},
        "odd": {"type": "oauth2", "flow": "mine"},
    }
    found = read(
        swagger({"/x": operation(security=[{"app": ["a"]}])}, securityDefinitions=definitions, security=[{"key": []}])
    )
    schemes = found.document.security_schemes
    assert (schemes["basic"].kind, schemes["basic"].http_scheme) == ("http", "basic")
    assert (schemes["key"].location_in, schemes["key"].parameter) == ("query", "k")
    assert [schemes[name].flows[0].kind for name in ("app", "code")] == ["clientCredentials", "authorizationCode"]
    assert [dict(each.schemes) for each in only(found).security] == [{"app": ("a",)}]
    assert [rule for rule, _ in reported(found)] == ["security-scheme-unreadable"]


@pytest.mark.parametrize("version", ["2.0", 2.0])
def test_the_version_is_taken_as_people_write_it(version: JsonValue) -> None:
    assert read({"swagger": version, "paths": {"/x": operation()}}).document.version == "2.0"


def test_references_of_2_0_are_followed() -> None:
    tree: JsonValue = {
        "type": "object",
        "properties": {"kids": {"type": "array", "items": {"$ref": "#/definitions/T"}}},
    }
    responses: JsonValue = {"200": {"description": "ok", "schema": {"$ref": "#/definitions/T"}}}
    paths: JsonValue = {"/x": operation(responses=responses, parameters=[{"$ref": "#/parameters/P"}])}
    parameters: JsonValue = {"P": {"name": "p", "in": "header", "type": "boolean"}}
    found = read(swagger(paths, definitions={"T": tree}, parameters=parameters))
    assert (reported(found), [each.name for each in only(found).parameters]) == ([], ["p"])


def test_null_has_an_extension_in_2_0() -> None:
    schema: JsonValue = {"type": "object", "properties": {"a": {"type": "string", "x-nullable": True}}}
    found = read(swagger({"/x": operation(responses={"200": {"description": "ok", "schema": schema}})}))
    (node,) = response_schema(found).objects.properties.values()
    assert found.document.resolve(node).nullable
