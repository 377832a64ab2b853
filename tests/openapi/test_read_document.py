from __future__ import annotations

from pathlib import Path

import pytest

from nemogen.errors import Problem, SpecError
from nemogen.openapi.document import Server, ServerVariable
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.read_document import ReadDocument, read_document
from nemogen.openapi.schema import Schema
from tests.openapi.documents import (
    OK,
    as_text,
    document,
    foreign_documents,
    json_response,
    only,
    operation,
    read,
    reported,
    swagger,
    types,
)

STRING: JsonValue = {"type": "string"}


def parameter(name: str = "q", location_in: str = "query", **more: JsonValue) -> dict[str, JsonValue]:
    return {"name": name, "in": location_in, "schema": STRING, **more}


def test_a_document_says_what_it_says_of_itself() -> None:
    info: JsonValue = {
        "title": "T", "version": 1.5, "summary": "s", "description": "d", "termsOfService": "https://t",
        "contact": {"name": "n", "email": "e@x"}, "license": {"identifier": "MIT"},
    }  # fmt: skip
    tags: JsonValue = [{"name": "a", "parent": "b", "kind": "nav", "summary": "s"}, {"description": "nameless"}]
    found = read({"openapi": "3.2.0", "info": info, "paths": {}, "tags": tags, "x-mine": {"a": 1}})
    said = found.document.info
    assert (said.title, said.version, said.summary, said.terms_of_service) == ("T", "1.5", "s", "https://t")
    assert (said.contact, said.license) == ("n e@x", "MIT")
    assert [(tag.name, tag.parent, tag.kind) for tag in found.document.tags] == [("a", "b", "nav")]
    assert found.document.extensions == {"x-mine": {"a": 1}}
    assert reported(found) == [("value-malformed", "/tags/1")]


def test_methods_of_3_2_are_operations() -> None:
    item: JsonValue = {
        "query": {"responses": OK},
        "additionalOperations": {"LINK": {"responses": OK}, "GET": {"responses": OK}, "Query": {"responses": OK}},
    }
    found = read(document({"/x": item}, "3.2.0"))
    assert [each.label for each in found.document.operations] == ["QUERY /x", "LINK /x", "GET /x"]
    assert [rule for rule, _ in reported(found)] == ["additional-operation-misplaced", "document-part-malformed"]


def test_a_path_without_a_slash_gets_one_and_one_that_is_not_a_template_is_left_out() -> None:
    found = read(document({"a": operation(), "/b/{c": operation(), "x-c": operation(), "/d": None}))
    assert [each.path for each in found.document.operations] == ["/a"]
    assert reported(found) == [
        ("path-without-slash", "/paths/a"),
        ("path-unreadable", "/paths/~1b~1{c"),
        ("document-part-malformed", "/paths/~1d"),
    ]


def test_parameters_of_the_path_item_and_of_the_operation_are_in_effect() -> None:
    item: JsonValue = {
        "parameters": [parameter("a"), parameter("X-H", "header", description="theirs")],
        "get": {"responses": OK, "parameters": [parameter("x-h", "header", description="mine"), parameter("b")]},
    }
    found = read(document({"/x": item}))
    assert [(each.name, each.is_shared, each.description) for each in only(found).parameters] == [
        ("a", True, ""),
        ("x-h", False, "mine"),
        ("b", False, ""),
    ]


def test_what_a_path_item_says_is_said_of_its_operations() -> None:
    each = only(
        read(document({"/x": {"get": {"responses": OK, "summary": "own"}, "summary": "s", "description": "d"}}))
    )
    assert (each.summary, each.shared_summary, each.shared_description) == ("own", "s", "d")


def test_placeholders_and_path_parameters_agree() -> None:
    found = read(document({"/{a}/{b}/{a}": operation(parameters=[parameter("b", "path"), parameter("c", "path")])}))
    each = only(found).parameters
    assert [(one.name, one.is_sent, one.is_declared) for one in each] == [
        ("b", True, True),
        ("c", False, True),
        ("a", True, False),
    ]
    assert types(found.document, each[2].schema) == {"string"}
    assert [rule for rule, _ in reported(found)] == ["path-parameter-unused", "path-parameter-undeclared"]


@pytest.mark.parametrize(
    ("members", "style", "explode"),
    [
        ({}, "form", True),
        ({"explode": False}, "form", False),
        ({"style": "deepObject"}, "deepObject", False),
        ({"style": "pipeDelimited", "explode": True}, "pipeDelimited", True),
        ({"in": "path"}, "simple", False),
        ({"in": "path", "style": "matrix", "explode": True}, "matrix", True),
        ({"in": "header"}, "simple", False),
        ({"in": "cookie"}, "form", True),
        ({"in": "cookie", "style": "cookie"}, "cookie", True),
        ({"in": "querystring"}, "form", True),
        ({"style": "mine"}, "form", True),
        ({"style": ["form"]}, "form", True),
        ({"explode": "true", "style": "spaceDelimited"}, "spaceDelimited", True),
    ],
)
def test_style_and_explode_are_those_in_effect(members: dict[str, JsonValue], style: str, explode: bool) -> None:
    path = "/{q}" if members.get("in") == "path" else "/x"
    (found,) = only(read(document({path: operation(parameters=[{**parameter(), **members}])}))).parameters
    assert (found.style, found.explode) == (style, explode)


@pytest.mark.parametrize(
    ("entry", "rule"),
    [
        ({"in": "query"}, "parameter-unreadable"),
        ({"name": "a"}, "parameter-unreadable"),
        ({"name": "a", "in": "body"}, "parameter-unreadable"),
        ({"name": "Authorization", "in": "header"}, "parameter-ignored"),
        ("a", "document-part-malformed"),
        (None, "document-part-malformed"),
        ({"$ref": "#/nowhere"}, "reference-dangling"),
    ],
)
def test_what_is_not_a_parameter_is_left_out_with_a_finding(entry: JsonValue, rule: str) -> None:
    found = read(document({"/x": operation(parameters=[entry, parameter()])}))
    assert [each.name for each in only(found).parameters] == ["q"]
    assert [each for each, _ in reported(found)] == [rule]


def test_of_two_parameters_that_are_alike_the_last_counts() -> None:
    found = read(document({"/x": operation(parameters=[parameter(description="1"), parameter(description="2")])}))
    assert [each.description for each in only(found).parameters] == ["2"]
    assert reported(found) == [("duplicate-parameter", "/paths/~1x/get/parameters/1")]


def test_a_parameter_with_content_has_a_media_type() -> None:
    content: JsonValue = {"application/json": {"schema": STRING, "example": "e"}, "text/plain": {}}
    found = read(document({"/x": operation(parameters=[{"name": "q", "in": "query", "content": content}])}))
    (single,) = only(found).parameters
    assert single.media is not None
    assert (single.schema, single.media.name, types(found.document, single.media.schema)) == (
        None,
        "application/json",
        {"string"},
    )
    assert [rule for rule, _ in reported(found)] == ["parameter-content-many"]


def test_a_querystring_is_a_parameter_of_content_even_without_a_name() -> None:
    entry: JsonValue = {"in": "querystring", "content": {"application/x-www-form-urlencoded": {"schema": STRING}}}
    (single,) = only(read(document({"/x": operation(parameters=[entry])}, "3.2.0"))).parameters
    assert (single.location_in, single.media is not None) == ("querystring", True)


def test_media_types_of_3_2() -> None:
    content: JsonValue = {
        "application/jsonl": {"itemSchema": STRING},
        "multipart/mixed": {
            "prefixEncoding": [{"contentType": "text/plain"}, {"headers": {"H": {"schema": STRING}}}],
            "itemEncoding": {"contentType": "image/png"},
        },
        "application/json": {"$ref": "#/components/mediaTypes/M"},
    }
    components: JsonValue = {"mediaTypes": {"M": {"schema": {"type": "integer"}}}}
    found = read(document({"/x": operation(requestBody={"content": content})}, "3.2.0", components=components))
    body = only(found).body
    assert body is not None
    lines, mixed, json_ = body.content
    assert (lines.schema, types(found.document, lines.item_schema)) == (None, {"string"})
    assert [each.content_type for each in mixed.prefix_encoding] == ["text/plain", None]
    assert [header.name for header in mixed.prefix_encoding[1].headers] == ["H"]
    assert mixed.item_encoding is not None
    assert mixed.item_encoding.content_type == "image/png"
    assert (types(found.document, json_.schema), json_.location.pointer) == ({"integer"}, "/components/mediaTypes/M")


def test_encodings_say_only_what_they_say() -> None:
    encoding: JsonValue = {"a": {"style": "deepObject"}, "b": {"explode": False, "allowReserved": True}, "c": "nothing"}
    content: JsonValue = {"application/x-www-form-urlencoded": {"schema": STRING, "encoding": encoding}}
    found = read(document({"/x": operation(requestBody={"content": content, "required": True})}))
    body = only(found).body
    assert body is not None
    each = body.content[0].encoding
    assert (body.required, list(each)) == (True, ["a", "b"])
    assert (each["a"].style, each["a"].explode, each["b"].explode, each["b"].allow_reserved) == (
        "deepObject",
        None,
        False,
        True,
    )
    assert [rule for rule, _ in reported(found)] == ["document-part-malformed"]


def test_responses_are_by_status() -> None:
    responses: JsonValue = {
        "200": {"description": "ok", "headers": {"X-A": {"schema": STRING}, "content-type": {"schema": STRING}}},
        "4xx": {}, "DEFAULT": {"description": "d"}, "600": {"description": "d"}, "x-mine": 1,
    }  # fmt: skip
    found = read(document({"/x": operation(responses=responses)}))
    assert [each.status for each in only(found).responses] == ["200", "4XX", "default"]
    assert [header.name for header in only(found).responses[0].headers] == ["X-A"]
    rules = ["header-ignored", "response-description-missing", "response-unreadable"]
    assert [rule for rule, _ in reported(found)] == rules


def test_links_and_callbacks_are_read() -> None:
    link: JsonValue = {
        "operationRef": "#/paths/~1y/get",
        "parameters": {"a": "$url"},
        "requestBody": {"b": 1},
        "server": {"url": "/s"},
    }
    responses: JsonValue = {"200": {"description": "ok", "links": {"l": link}}}
    callbacks: JsonValue = {"done": {"{$request.body#/url}": {"post": {"responses": OK, "parameters": [parameter()]}}}}
    each = only(read(document({"/x": operation(responses=responses, callbacks=callbacks)})))
    (found,) = each.responses[0].links
    assert (found.operation_ref, found.parameters, found.request_body) == ("#/paths/~1y/get", {"a": "$url"}, {"b": 1})
    assert found.server is not None
    (callback,) = each.callbacks
    assert (callback.name, callback.expression) == ("done", "{$request.body#/url}")
    assert [inner.label for inner in callback.operations] == ["POST {$request.body#/url}"]


def test_webhooks_are_read_without_paths() -> None:
    found = read({"openapi": "3.1.0", "info": {}, "webhooks": {"new": {"post": {"responses": OK}}}})
    assert [(each.name, [inner.method for inner in each.operations]) for each in found.document.webhooks] == [
        ("new", ["post"])
    ]
    assert [each.path for each in found.document.all_operations()] == ["new"]


SCHEMES: JsonValue = {
    "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
    "basic": {"type": "http", "scheme": "Basic"},
    "oauth": {"type": "oauth2", "oauth2MetadataUrl": "https://m", "flows": {
        "deviceAuthorization": {"deviceAuthorizationUrl": "https://d", "tokenUrl": "https://t", "scopes": {"a": "A"}}}},
    "oidc": {"type": "openIdConnect", "openIdConnectUrl": "https://o"},
    "tls": {"type": "mutualTLS", "deprecated": True},
    "none": {"name": "x"},
    "odd": {"type": "http", "scheme": "bearer", "in": "header"},
}  # fmt: skip


def test_security_schemes_are_read() -> None:
    found = read(document({"/x": operation()}, "3.2.0", components={"securitySchemes": SCHEMES}))
    schemes = found.document.security_schemes
    assert list(schemes) == ["key", "basic", "oauth", "oidc", "tls", "odd"]
    assert (schemes["key"].location_in, schemes["key"].parameter, schemes["basic"].http_scheme) == (
        "header",
        "X-Key",
        "basic",
    )
    (flow,) = schemes["oauth"].flows
    assert (flow.kind, flow.device_authorization_url, flow.scopes) == ("deviceAuthorization", "https://d", {"a": "A"})
    assert (schemes["oauth"].oauth2_metadata_url, schemes["oidc"].open_id_connect_url) == ("https://m", "https://o")
    assert schemes["tls"].deprecated
    assert [rule for rule, _ in reported(found)] == ["security-scheme-unreadable", "security-scheme-in"]


def test_security_is_what_is_in_effect() -> None:
    paths: JsonValue = {
        "/own": operation(security=[{"key": [], "basic": []}, {}]),
        "/open": operation(security=[]),
        "/all": operation(),
    }
    found = read(document(paths, security=[{"oauth": ["a"]}], components={"securitySchemes": SCHEMES}))
    own, none, everywhere = found.document.operations
    assert [dict(each.schemes) for each in own.security] == [{"key": (), "basic": ()}, {}]
    assert (none.security, none.security_is_own, none.security_location.pointer) == (
        (),
        True,
        "/paths/~1open/get/security",
    )
    assert ([dict(each.schemes) for each in everywhere.security], everywhere.security_is_own) == (
        [{"oauth": ("a",)}],
        False,
    )
    assert everywhere.security_location.pointer == "/security"


def test_a_requirement_of_a_scheme_that_is_not_there_is_reported_without_verbose() -> None:
    found = read(document({"/x": operation(security=[{"nowhere": []}])}))
    assert [(each.id, each.level) for each in found.findings] == [("security-undefined", "risky")]


def test_a_requirement_may_name_a_scheme_by_its_uri() -> None:
    files: dict[str, JsonValue] = {"auth.yaml": {"key": {"type": "apiKey", "in": "query", "name": "k"}}}
    found = read(document({"/x": operation(security=[{"auth.yaml#/key": []}])}, "3.2.0"), files)
    assert found.document.security_schemes["auth.yaml#/key"].parameter == "k"


def test_servers_are_those_in_effect() -> None:
    item: JsonValue = {
        "servers": [{"url": "/item"}],
        "get": {"responses": OK, "servers": [{"url": "/own"}]},
        "put": {"responses": OK},
    }
    variables: JsonValue = {"v": {"default": "1", "enum": ["1", 2]}, "w": {"enum": ["z"]}}
    servers: JsonValue = [
        {"url": "https://{v}.example.com", "variables": variables, "name": "n"},
        {"description": "nothing"},
    ]
    found = read(document({"/x": item, "/y": operation()}, servers=servers))
    assert [[server.url for server in each.servers] for each in found.document.operations] == [
        ["/own"], ["/item"], ["https://{v}.example.com"]
    ]  # fmt: skip
    expected = (ServerVariable("v", "1", ("1", "2")), ServerVariable("w", "z", ("z",)))
    assert found.document.servers == (Server("https://{v}.example.com", expected, name="n"),)
    assert [rule for rule, _ in reported(found)] == ["server-variable-default", "value-malformed"]


def test_names_of_an_overlay_are_read_at_the_door() -> None:
    named: dict[str, JsonValue] = {"x-nemogen-name": "a.b", "x-mine": 1}
    found = read(document({"/x": operation(**named), "/y": operation(**{"x-nemogen-name": 1})}))
    first, second = found.document.operations
    assert (first.name, first.extensions, second.name) == ("a.b", {"x-mine": 1}, "")
    assert reported(found) == [("name-unfit", "/paths/~1y/get/x-nemogen-name")]


def test_components_are_not_read_before_they_are_asked_for() -> None:
    components: JsonValue = {"schemas": {"Used": STRING, "Broken": 7}}
    content: JsonValue = {"application/json": {"schema": {"$ref": "#/components/schemas/Used"}}}
    found = read(document({"/x": operation(requestBody={"content": content})}, components=components))
    assert list(found.document.component_schemas) == ["Used", "Broken"]
    assert reported(found) == []
    found.document.resolve(found.document.component_schemas["Broken"])
    assert [pointer for _, pointer in reported(found)] == ["/components/schemas/Broken"]


@pytest.mark.parametrize("version", [3.1, "3.1", "3.0.0-rc2", "3.2.0"])
def test_versions_are_taken_as_people_write_them(version: JsonValue) -> None:
    assert read({"openapi": version, "paths": {"/x": operation()}}).document.version == str(version)


@pytest.mark.parametrize(
    ("content", "what", "where"),
    [
        (b"", "empty", (None, None, "")),
        (b'{"openapi":', "too early", (1, 12, "")),
        (b"[]", "a JSON list", (1, 1, "")),
        (b'{"a": 1}', "the key openapi is missing", (1, 1, "")),
        (b'{\n "openapi": "4.0.0"}', "OpenAPI version '4.0.0'", (2, 2, "/openapi")),
        (b'{\n "swagger": "1.2"}', "Swagger version '1.2'", (2, 2, "/swagger")),
        (b'{"openapi": "3.0.3"}', "paths is missing", (1, 1, "")),
        (b'{"openapi": "3.1.0"}', "paths is missing", (1, 1, "")),
        (b"openapi: 3.0.3\npaths: [1]\n", "paths is a JSON list", (2, 1, "/paths")),
        (b'{"asyncapi": "2.0.0"}', "AsyncAPI", (1, 1, "")),
    ],
)
def test_what_is_not_openapi_is_refused_with_its_location(
    content: bytes, what: str, where: tuple[int | None, int | None, str]
) -> None:
    with pytest.raises(SpecError, match=what) as caught:
        read_document(content, "spec.json")
    (problem,) = caught.value.problems
    assert problem.where is not None
    assert (problem.where.line, problem.where.column, problem.where.pointer) == where
    assert problem.remedy


def test_duplicate_keys_are_findings_with_a_line() -> None:
    found = read_document(b'{"openapi": "3.1.0", "paths": {},\n "paths": {}}', "spec.json")
    assert [(each.id, each.revision and each.revision.line) for each in found.findings] == [("duplicate-key", 2)]


JUNK: list[JsonValue] = [None, True, 0, 1.5, "text", [], ["a"], {}, {"a": 1}, {"$ref": "#"}, {"$ref": 3}, [[{}]]]


@pytest.mark.parametrize("junk", JUNK, ids=repr)
def test_no_member_of_any_part_makes_reading_fail(junk: JsonValue) -> None:
    """Each member of a document that has all parts is replaced by something that does not belong there."""
    whole = document(
        {"/x/{p}": {
            "parameters": [parameter("p", "path")],
            "post": {
                "tags": ["a"], "operationId": "o", "deprecated": True, "externalDocs": {"url": "u"},
                "parameters": [parameter(style="form", example=1, examples={"e": {"value": 1}}, content={"a/b": {}})],
                "requestBody": {"required": True, "content": {"a/b": {
                    "schema": STRING, "itemSchema": STRING, "encoding": {"a": {"headers": {"h": {}}, "explode": True}},
                    "prefixEncoding": [{}], "itemEncoding": {"style": "form"}}}},
                "responses": {"200": {"description": "d", "headers": {"h": {"schema": STRING}},
                    "links": {"l": {"operationId": "o", "parameters": {}, "server": {"url": "u"}}},
                    "content": {"a/b": {}}}},
                "security": [{"s": ["a"]}],
                "servers": [{"url": "u", "variables": {"v": {"default": "d", "enum": ["d"]}}}],
                "callbacks": {"c": {"e": {"get": {}}}}, "x-nemogen-name": "a.b"},
            "additionalOperations": {"LINK": {}}}},
        "3.2.0", tags=[{"name": "a"}], webhooks={"w": {"post": {}}}, security=[{"s": []}], servers=[{"url": "u"}],
        components={"schemas": {"A": STRING}, "securitySchemes": {"s": {"type": "oauth2", "flows": {
            "implicit": {"scopes": {"a": "b"}, "authorizationUrl": "u"}}}}},
    )  # fmt: skip
    for changed in replaced(whole, junk):
        if isinstance(changed, dict) and isinstance(changed.get("paths"), dict) and changed.get("openapi") == "3.2.0":
            found = read(changed)
            assert found.document.version == "3.2.0"
            assert all(each.id and each.message and each.revision for each in found.findings)


def replaced(value: JsonValue, junk: JsonValue) -> list[JsonValue]:
    """The value with each of its parts in turn replaced by `junk`."""
    found: list[JsonValue] = [junk]
    if isinstance(value, dict):
        found += [{**value, key: inner} for key in value for inner in replaced(value[key], junk)]
    elif isinstance(value, list):
        found += [
            [*value[:at], inner, *value[at + 1 :]] for at in range(len(value)) for inner in replaced(value[at], junk)
        ]
    return found


@pytest.mark.parametrize("variable", ["NEMOGEN_DOCUMENTS", "NEMOGEN_UPSTREAM"])
def test_documents_of_other_people_are_read_or_refused_with_a_remedy(variable: str) -> None:
    outcomes = [read_or_refused(path) for path in foreign_documents(variable)]
    assert all(isinstance(each, ReadDocument) or all(one.where and one.remedy for one in each) for each in outcomes)
    assert any(isinstance(each, ReadDocument) and each.document.operations for each in outcomes)


def read_or_refused(path: Path) -> ReadDocument | tuple[Problem, ...]:
    try:
        found = read_document(path.read_bytes(), path.name)
    except SpecError as error:
        return error.problems
    found.read_reachable()
    return found


def test_a_value_that_was_parsed_is_read_like_its_text() -> None:
    value = document({"/x": operation(parameters=[parameter()])})
    assert read_document(as_text(value), "spec.json").document == read(value).document


def test_examples_may_be_a_list_as_json_schema_has_it() -> None:
    media: JsonValue = {"schema": STRING, "example": "a", "examples": ["b", "c"]}
    found = only(read(document({"/x": operation(responses={"200": {"description": "d", "content": {"a/b": media}}})})))
    examples = found.responses[0].content[0].examples
    assert [(each.name, each.value) for each in examples] == [("", "a"), ("", "b"), ("", "c")]


@pytest.mark.parametrize(("tags", "is_reported"), [("a", True), ({}, True), (None, False), ([], False)])
def test_what_is_not_a_list_of_objects_is_reported_where_one_is_expected(tags: JsonValue, is_reported: bool) -> None:
    found = reported(read(document({"/x": operation()}, tags=tags)))
    assert (("document-part-malformed", "/tags") in found) is is_reported


def test_scopes_that_are_a_list_are_read_without_what_is_said_about_them() -> None:
    for scopes, expected in ((["a", "b"], {"a": "", "b": ""}), ({"a": "Reads.", "x-a": 1}, {"a": "Reads."})):
        flows: JsonValue = {"clientCredentials": {"tokenUrl": "https://a", "scopes": scopes}}  # type: ignore[dict-item]
        schemes: JsonValue = {"o": {"type": "oauth2", "flows": flows}}
        found = read(document({"/x": operation()}, components={"securitySchemes": schemes}))
        (flow,) = found.document.security_schemes["o"].flows
        assert flow.scopes == expected


def test_a_parameter_may_allow_an_empty_value() -> None:
    for said, expected in ((True, True), (False, False), (None, False)):
        more: dict[str, JsonValue] = {} if said is None else {"allowEmptyValue": said}
        new: JsonValue = {"name": "q", "in": "query", "schema": {"type": "string"}, **more}
        old: JsonValue = {"name": "q", "in": "query", "type": "string", **more}
        for value in (document({"/x": operation(parameters=[new])}), swagger({"/x": operation(parameters=[old])})):
            (parameter,) = only(read(value)).parameters
            assert parameter.allow_empty_value is expected


def test_a_name_in_a_map_may_begin_as_an_extension_does() -> None:
    header: JsonValue = {"schema": STRING}
    responses: JsonValue = {
        "200": {"description": "d", "headers": {"x-request-id": header, "x-note": "mine"}, "content": {}},
        "x-mine": {"a": 1},
    }
    found = read(
        document(
            {"/x": operation(responses=responses, security=[{"x-key": []}]), "x-path": operation()},
            components={"securitySchemes": {"x-key": {"type": "apiKey", "in": "header", "name": "X-K"}}},
        )
    )
    (only,) = found.document.operations
    assert [response.status for response in only.responses] == ["200"]
    assert [each.name for each in only.responses[0].headers] == ["x-request-id"]
    assert [[*each.schemes] for each in only.security] == [["x-key"]]
    assert found.findings == ()


def test_an_operation_tells_every_schema_that_stands_in_it() -> None:
    headers: JsonValue = {"X-A": {"schema": {"title": "header"}}}
    form: JsonValue = {
        "schema": {"title": "body"},
        "encoding": {"a": {"headers": {"X-B": {"schema": {"title": "part"}}}}},
    }
    found = read(
        document(
            {
                "/x": operation(
                    parameters=[
                        {"name": "a", "in": "query", "schema": {"title": "parameter"}},
                        {"name": "b", "in": "query", "content": {"application/json": {"schema": {"title": "content"}}}},
                    ],
                    requestBody={"content": {"multipart/form-data": form}},
                    responses={
                        "200": {
                            "description": "ok",
                            "headers": headers,
                            "content": {"text/event-stream": {"itemSchema": {"title": "event"}}},
                        }
                    },
                    callbacks={"c": {"{$url}": operation(responses=json_response({"title": "callback"}))}},
                )
            },
            "3.2.0",
        )
    )
    titles = [node.annotations.title for node in only(found).schemas() if isinstance(node, Schema)]
    assert titles == ["parameter", "content", "body", "part", "event", "header", "callback"]
