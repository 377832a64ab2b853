from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from nemogen.errors import SpecError
from nemogen.openapi import document as document_model
from nemogen.openapi import operation as operation_model
from nemogen.openapi import schema, schema_ref, schema_store, security_scheme, server
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.ledger import Entry, Use, check, draw_up
from nemogen.openapi.ledger_consumers import Consumer
from nemogen.openapi.ledger_keys import OPENAPI_KEYS, PROSE, Below, Keys
from nemogen.openapi.ledger_parts import LOST_PARTS
from nemogen.openapi.ledger_schema_keys import SCHEMA_KEYS
from nemogen.openapi.ledger_swagger_keys import SWAGGER_KEYS
from nemogen.openapi.ledger_uses import CLIENT_LOSSES, LOST, PARTLY, USED, USES
from nemogen.openapi.read_document import ReadDocument, read_document
from nemogen.openapi.visit import linked
from nemogen.pointer import join
from tests.openapi.documents import document, foreign_documents, json_response, operation, read, swagger

TABLES: tuple[Mapping[str, Keys], ...] = (OPENAPI_KEYS, SWAGGER_KEYS, SCHEMA_KEYS)
REPORTED = sorted((Path(__file__).parent / "reported").glob("*.yaml"))

MODEL = {
    f"{each.__name__}.{field.name}"
    for module in (document_model, operation_model, schema, schema_ref, security_scheme, server)
    for each in vars(module).values()
    if isinstance(each, type) and dataclasses.is_dataclass(each) and each.__module__ == module.__name__
    for field in dataclasses.fields(each)
    if not field.name.startswith("_")
}
WITHOUT_A_KEY = {
    # where things stand
    *(name for name in MODEL if name.endswith((".location", ".use", ".extensions", ".security_location", ".keywords"))),
    "SchemaRef.text", "Target.file", "Target.pointer", "Schema.type_order",
    "Parameter.is_shared", "Parameter.is_sent", "Parameter.is_declared",
    "Document.resolve_target", "Document.resources", "Document.families",
    "Operation.security_is_own",
    # what no program reads
    *(name for name in MODEL if name.endswith(("description", "summary", ".external_docs", ".comment"))),
    "Info.version", "Info.license", "Info.contact", "Info.terms_of_service",
    # names and values of maps: no keys, but names
    "Callback.expression", "Operation.path", "Response.status", "EnumValue.value", "SecurityRequirement.schemes",
    *(f"{kind}.name" for kind in ("Callback", "EnumValue", "Example", "Header", "Link", "MediaType", "SecurityScheme",
                                  "ServerVariable", "Webhook")),
    # data, or said by another field of the same object
    "Example.value", "Conditional.condition", "Conditional.then", "Conditional.otherwise", "Schema.never",
    "Webhook.operations", "Identity.target", "RequestBody.content", "Link.server", "EnumValue.deprecated",
    "ArrayRules.is_open", "ObjectRules.is_open", "NumberBounds.format", "Identity.dynamic_target",
    "Schema.numbers", "Schema.strings", "Schema.arrays", "Schema.objects", "Schema.identity", "Schema.annotations",
    # read from extensions
    "Operation.name", "Annotations.name",
}  # fmt: skip
NOT_OF_THE_MODEL = {"Encoding.nested"}
"""What a document may say and the model has no field for: reported by every consumer."""


def all_fields() -> set[str]:
    return {key.field for table in TABLES for keys in table.values() for key in keys.values() if key != PROSE}


def test_every_key_leads_to_a_field_of_the_model_with_a_statement_of_each_consumer() -> None:
    assert all_fields() - MODEL == NOT_OF_THE_MODEL
    assert all_fields() == USES.keys()
    assert {len(signs) for signs in USES.values()} == {len(Consumer)}
    assert set("".join(USES.values())) <= {USED, LOST, PARTLY}


def test_every_field_of_the_model_is_read_from_a_key() -> None:
    assert MODEL - all_fields() - WITHOUT_A_KEY == set()


def test_what_the_client_does_not_use_has_words_and_what_it_uses_in_part_is_looked_for() -> None:
    signs = {field: each[Consumer.CLIENT] for field, each in USES.items()}
    assert {field for field, sign in signs.items() if sign == LOST} == CLIENT_LOSSES.keys()
    looked_for = {field for field, sign in signs.items() if sign == PARTLY}
    found_with_others = {"Server.url", "Server.variables", "Document.security"}
    assert looked_for - found_with_others == LOST_PARTS.keys()


TESTS = Path(__file__).parents[1]
WRITTEN = [*TESTS.glob("cases/*/spec.*"), *TESTS.glob("docs/*.yaml"), *REPORTED]
"""The documents of the tests: together they say all that a document may say."""
NOT_WRITTEN = {("contact", "email"), ("contact", "url"), ("license", "identifier"), ("license", "url")}


def met() -> Iterator[tuple[str, str]]:
    """Kind and key of all that the documents of the tests hold."""
    for path in WRITTEN:
        with suppress(SpecError):
            read_ = read_document(path.read_bytes(), path.name)
            read_.read_reachable()
            yield from ((each.kind, each.key) for each in draw_up(read_).entries() if each.use is not Use.UNKNOWN)


def test_the_documents_of_the_tests_hold_every_key() -> None:
    """A key that is misspelt in a table would be one that no document holds."""
    known = {(kind, key) for table in (OPENAPI_KEYS, SCHEMA_KEYS) for kind, keys in table.items() for key in keys}
    known |= {(kind, key) for kind, keys in SWAGGER_KEYS.items() if kind not in ("parameter", "header") for key in keys}
    assert {(kind, key) for kind, key in known - {*met()} if key != "*"} == NOT_WRITTEN


COSTLY: dict[str, set[str]] = {
    "operation-external-ref": {"reference-outside"},
    "path-item-external-ref": {"reference-outside"},
}
"""By document, the rules of what its caller loses: told without --verbose. The others lose nothing of that kind."""


@pytest.mark.parametrize("path", REPORTED, ids=lambda path: path.stem)
def test_what_costs_a_caller_something_is_reported_without_verbose(path: Path) -> None:
    read_ = read_document(path.read_bytes(), path.name)
    reported = {each.id for each in (*check(read_), *read_.findings) if each.level == "risky"}
    assert reported == COSTLY.get(path.stem, set())


@pytest.mark.parametrize(
    ("members", "rule"),
    [
        ({"servers": [{"url": "https://other"}, {"url": "https://second"}]}, "server-not-used"),
        ({"requestBody": {"content": {"application/json": {}, "*/*": {}}}}, "request-type-not-sent"),
        ({"requestBody": {"content": {"application/json": {}, "application/*+json": {}}}}, "request-type-not-sent"),
        ({"tags": ["a"]}, "tags-not-used"),
        ({"responses": {"200": {"description": "ok", "links": {"l": {"operationId": "o"}}}}}, "links-not-supported"),
        ({"responses": json_response({"type": "array", "uniqueItems": True})}, "keyword-not-checked"),
        ({"responses": json_response({"not": {"type": "null"}})}, "keyword-not-typed"),
        ({"responses": json_response({"type": "string", "format": "email"})}, "format-not-typed"),
        ({"responses": json_response({"type": "string", "contentEncoding": "base16"})}, "encoding-not-decoded"),
        ({"security": [{"tls": []}]}, "security-not-supported"),
    ],
)
def test_what_the_client_does_not_use_is_reported_with_its_location(members: dict[str, JsonValue], rule: str) -> None:
    schemes: JsonValue = {"key": {"type": "apiKey", "in": "header", "name": "k"}, "tls": {"type": "mutualTLS"}}
    components: JsonValue = {"securitySchemes": schemes}
    found = check(read(document({"/x": operation(**members)}, security=[{"key": []}], components=components)))
    (finding,) = (each for each in found if each.id == rule)
    assert finding.revision is not None
    assert finding.revision.pointer.startswith("/paths/~1x/get/")


@pytest.mark.parametrize("types", [("*/*",), ("application/json", "text/csv")])
def test_a_request_type_that_is_sent_or_one_of_its_own_is_not_reported_as_sent_otherwise(
    types: tuple[str, ...],
) -> None:
    body: JsonValue = {"content": {name: {} for name in types}}
    found = check(read(document({"/x": operation(requestBody=body)})))
    assert "request-type-not-sent" not in {each.id for each in found}


ROW: JsonValue = {"type": "object"}


@pytest.mark.parametrize(
    ("content", "is_reported"),
    [
        ({"application/jsonl": {"itemSchema": ROW}}, False),
        ({"application/jsonl": {"itemSchema": ROW, "schema": {"type": "array"}}}, True),
        ({"text/event-stream": {"itemSchema": ROW}}, True),
        ({"application/json": {"itemSchema": ROW}}, True),
    ],
)
def test_items_of_a_request_body_that_are_not_sent_one_by_one_are_reported(
    content: JsonValue, is_reported: bool
) -> None:
    found = check(read(document({"/x": operation(requestBody={"content": content})}, "3.2.0")))
    assert ("item-schema-not-supported" in {each.id for each in found}) is is_reported


def uses(value: JsonValue, owner: str) -> dict[str, Use]:
    """What becomes of the keys of the object at a pointer."""
    return {each.key: each.use for each in draw_up(read(value)).entries() if each.owner == owner}


def test_what_a_document_says_of_itself_to_people_is_prose() -> None:
    people = ("version", "summary", "description", "termsOfService", "contact", "license")
    info: JsonValue = {
        "title": "t",
        "contact": {"name": "n"},
        "license": {"name": "l"},
        **dict.fromkeys(people[:4], "x"),
    }
    found = uses({**document({"/x": operation()}), "info": info}, "/info")
    assert {key for key, use in found.items() if use is Use.PROSE} == set(people)


def test_additional_items_are_a_key_of_older_schemas() -> None:
    pair: JsonValue = {"type": "array", "items": [{"type": "string"}], "additionalItems": {"type": "integer"}}
    at = "/paths/~1x/get/responses/200/content/application~1json/schema"
    found = uses(document({"/x": operation(responses=json_response(pair))}), at)
    assert Use.UNKNOWN not in found.values()
    assert found.keys() == {"type", "items", "additionalItems"}


def test_findings_of_one_kind_are_one_finding_with_a_count() -> None:
    found = check(read(document({f"/{n}": operation(tags=["a"]) for n in range(70)})))
    (finding,) = (each for each in found if each.id == "tags-not-used")
    assert (finding.count, len(finding.locations)) == (70, 49)


@pytest.mark.parametrize(
    ("members", "at"),
    [
        ({"parameters": [{"in": "query", "required": True}]}, "/parameters/0"),
        ({"parameters": [{"name": "Authorization", "in": "header", "required": True}]}, "/parameters/0"),
        ({"parameters": [{"name": "a", "in": "path", "required": True}]}, "/parameters/0"),
        (
            {"requestBody": {"content": {"multipart/form-data": {
                "schema": {"properties": {"f": {"type": "string"}}},
                "encoding": {"f": {"headers": {"Content-Type": {"schema": {"enum": ["text/csv"]}}}}},
            }}}},
            "/requestBody/content/multipart~1form-data/encoding/f/headers/Content-Type",
        ),
    ],
)  # fmt: skip
def test_of_an_object_that_is_left_out_every_key_is_reported(members: dict[str, JsonValue], at: str) -> None:
    found = uses(document({"/x": operation(**members)}), f"/paths/~1x/get{at}")
    assert set(found.values()) == {Use.REPORTED}


def test_a_security_scheme_that_is_not_asked_for_or_not_sent_is_reported() -> None:
    schemes: JsonValue = {
        "tls": {"type": "mutualTLS"},
        "key": {"type": "apiKey", "in": "header", "name": "k"},
        "other": {"type": "apiKey", "in": "header", "name": "o"},
    }
    asked = operation(security=[{"key": []}, {"tls": []}])
    found = check(read(document({"/x": asked}, components={"securitySchemes": schemes})))
    reported = {
        each.id: str(each.revision).rpartition("/")[2] for each in found if each.id.startswith("security-scheme")
    }
    assert reported == {"security-scheme-not-supported": "tls", "security-scheme-not-used": "other"}


def test_a_dynamic_anchor_of_several_schemas_is_reported() -> None:
    def node(name: str) -> JsonValue:
        return {"$id": f"https://a/{name}", "$dynamicAnchor": "node", "type": "string"}

    for names, count in (("a", 0), ("ab", 2)):
        anchors: JsonValue = {"properties": {name: node(name) for name in names}}
        found = check(read(document({"/x": operation(responses=json_response(anchors))})))
        reported = [(each.id, each.count, str(each.revision).endswith("$dynamicAnchor")) for each in found]
        assert reported == [("keyword-not-typed", count, True)] * bool(count)


def test_links_and_tags_are_reported_once_and_not_key_by_key() -> None:
    link: JsonValue = {"operationId": "o", "parameters": {"a": "$request.body"}, "requestBody": 1}
    responses: JsonValue = {"200": {"description": "ok", "links": {"l": link}}}
    tags: JsonValue = [{"name": "a", "parent": "b", "kind": "nav"}, {"name": "b"}]
    found = check(read(document({"/x": operation(responses=responses)}, "3.2.0", tags=tags)))
    reported = sorted((each.id, str(each.revision), each.count) for each in found)
    assert reported == [
        ("links-not-supported", "spec.json#/paths/~1x/get/responses/200/links", 1),
        ("tags-not-used", "spec.json#/tags", 1),
    ]


def test_components_that_nothing_leads_to_are_unreachable() -> None:
    schemas: JsonValue = {"A": {"properties": {"typo": {"typ": "string"}}}, "B": {"$ref": "#/components/schemas/A"}}
    (finding,) = check(read(document({"/x": operation()}, components={"schemas": schemas})))
    assert (finding.id, finding.level, finding.count) == ("not-reachable", "unreachable", 2)


@pytest.mark.parametrize(
    ("kind", "members", "message"),
    [
        ("operation", {"paramters": []}, "`paramters` is not a key of an operation; did you mean `parameters`?"),
        ("operation", {"OperationID": "a"}, "did you mean `operationId`?"),
        ("operation", {"whatever": 1}, "`whatever` is not a key of an operation"),
        ("schema", {"responses": json_response({"requred": ["a"]})}, "did you mean `required`?"),
    ],
)
def test_a_key_that_nobody_knows_is_reported(kind: str, members: dict[str, JsonValue], message: str) -> None:
    found = check(read(document({"/x": operation(**members)})))
    (finding,) = (each for each in found if each.id == "unknown-key")
    assert finding.message.endswith(message)
    assert kind in finding.message


def test_what_is_read_of_other_files_is_in_the_ledger_too() -> None:
    files: dict[str, JsonValue] = {"pet.yaml": {"Pet": {"type": "object", "requred": []}, "Other": {"nonsense": 1}}}
    found = check(read(document({"/x": operation(responses=json_response({"$ref": "pet.yaml#/Pet"}))}), files))
    assert [(each.id, str(each.revision)) for each in found] == [("unknown-key", "pet.yaml#/Pet/requred")]


@pytest.mark.parametrize("consumer", list(Consumer))
def test_each_consumer_has_a_ledger(consumer: Consumer) -> None:
    linked: JsonValue = {"200": {"description": "ok", "links": {"l": {"operationId": "o"}}}}
    found = check(read(document({"/x": operation(responses=linked)})), consumer)
    assert bool(found) == (consumer is not Consumer.DIFF)


def documents() -> list[ReadDocument]:
    responses: JsonValue = {"200": {"description": "ok", "schema": {"$ref": "#/definitions/A"}}}
    parameters: JsonValue = [{"name": "q", "in": "query", "type": "array", "items": {"type": "string"}}]
    old = swagger(
        {"/x": operation(responses=responses, parameters=parameters, schemes=["http"], produces=["text/csv"])},
        host="a.b", definitions={"A": {"type": "object", "properties": {"a": {"type": "string"}}}},
        securityDefinitions={"o": {"type": "oauth2", "flow": "implicit", "authorizationUrl": "https://a"}},
    )  # fmt: skip
    return [read(old), *(read_document(path.read_bytes(), path.name) for path in REPORTED)]


def test_every_key_is_accounted_for() -> None:
    for each in documents():
        assert missing(each) == []


@pytest.mark.parametrize("variable", ["NEMOGEN_DOCUMENTS", "NEMOGEN_UPSTREAM"])
def test_every_key_of_documents_of_other_people_is_accounted_for(variable: str) -> None:
    accounted = 0
    for path in foreign_documents(variable):
        try:
            each = read_document(path.read_bytes(), path.name)
        except SpecError:
            continue
        assert missing(each) == [], path
        accounted += 1
    assert accounted


def missing(read_: ReadDocument) -> list[str]:
    """The pointers of keys that the ledger has no entry for, which do not stand below what it knows nothing below."""
    entries = {entry.pointer: entry for entry in draw_up(read_).entries() if not entry.file}
    return list(_missing(read_.reading.node().value, "", entries))


def _missing(value: JsonValue, at: str, entries: Mapping[str, Entry]) -> Iterator[str]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _missing(item, f"{at}/{index}", entries)
    if isinstance(value, dict):
        for key, child in value.items():
            pointer = join(at, key)
            entry = entries.get(pointer)
            if entry is None:
                yield pointer
            elif entry.use in (Use.USED, Use.REPORTED) and holds_objects(entry):
                yield from _missing(child, pointer, entries)


def holds_objects(entry: Entry) -> bool:
    """Whether there are keys below: not below data, nor below what was reported as a whole."""
    if entry.kind.endswith(" names"):
        return entry.use is Use.USED
    tables = [table[entry.kind] for table in TABLES if entry.kind in table]
    rows = [keys[entry.key] for keys in tables if entry.key in keys]
    return entry.use is Use.USED and any(row.below is not Below.VALUE for row in rows)


def test_a_key_that_is_spelled_wrong_is_unknown_and_its_right_spelling_is_offered() -> None:
    """Perturbation, as far as the ledger alone can give it: no key of an object may change its name without a word."""
    whole: JsonValue = document(
        {"/x": {"parameters": [{"name": "q", "in": "query", "schema": {"type": "string", "minLength": 1}}],
                "get": {"deprecated": True, "security": [{"k": []}], "responses": json_response(
                    {"type": "object", "required": ["a"], "properties": {"a": {"anyOf": [{"enum": ["b"]}]}}})}}},
        servers=[{"url": "https://{v}", "variables": {"v": {"default": "d"}}}],
        components={"securitySchemes": {"k": {"type": "apiKey", "in": "header", "name": "n"}}},
    )  # fmt: skip
    objects = [entry for entry in draw_up(read(whole)).entries() if not entry.kind.endswith(" names")]
    assert len(objects) > 30
    for entry in objects:
        if entry.key in ("openapi", "paths") or entry.kind == "security requirement":
            continue
        found = check(read(renamed(whole, entry.pointer, f"{entry.key}_")))
        reported = [each for each in found if each.id == "unknown-key" and f"`{entry.key}_`" in each.message]
        assert reported or not short(entry), entry
        assert all(f"`{entry.key}`?" in each.message for each in reported if len(entry.key) > 3), entry


def short(entry: Entry) -> bool:
    """Whether the key is still read in its object when it has another name: the object may not be one without it."""
    return not (entry.kind == "parameter" and entry.key in ("name", "in")) and entry.kind != "server"


def renamed(value: JsonValue, pointer: str, name: str, at: str = "") -> JsonValue:
    """The value with the key at `pointer` called `name`."""
    if isinstance(value, dict):
        return {
            name if join(at, key) == pointer else key: renamed(child, pointer, name, join(at, key))
            for key, child in value.items()
        }
    if isinstance(value, list):
        return [renamed(item, pointer, name, f"{at}/{index}") for index, item in enumerate(value)]
    return value


def test_what_is_not_read_of_webhooks_and_callbacks_is_reported() -> None:
    text: JsonValue = {"schema": {"type": "string"}}
    names = ("X-Topic", "webhook-id")
    headers: list[JsonValue] = [{"name": name, "in": "header", "schema": {"type": "string"}} for name in names]
    content: JsonValue = {"text/plain": text, "application/json": text}
    received: JsonValue = {
        "parameters": headers,
        "security": [{"key": []}],
        "requestBody": {"content": content},
        "responses": {"204": {"description": "Received."}},
    }
    schemes: JsonValue = {"key": {"type": "apiKey", "in": "header", "name": "k"}}
    found = check(
        read(
            document(
                {"/x": operation(callbacks={"on": {"{$url}": {"post": received}}})},
                webhooks={"made": {"post": received}},
                components={"securitySchemes": schemes},
            )
        )
    )
    reported = {each.id: each for each in found}
    for rule in ("webhook-parameter-not-read", "webhook-security-not-checked", "webhook-body-not-typed"):
        assert reported[rule].count == 2, reported[rule]
    assert str(reported["webhook-parameter-not-read"].revision).endswith("/post/parameters/0")


def test_urls_of_flows_that_the_client_does_not_use_are_reported() -> None:
    flows: JsonValue = {
        name: {"tokenUrl": "https://a/t", "refreshUrl": "https://a/r", "authorizationUrl": "https://a/a", "scopes": {}}
        for name in ("clientCredentials", "authorizationCode", "password")
    }
    schemes: JsonValue = {"o": {"type": "oauth2", "flows": flows}}
    found = read(document({"/x": operation(security=[{"o": []}])}, components={"securitySchemes": schemes}))
    uses = {entry.pointer: entry.use for entry in draw_up(found).entries() if entry.kind == "oauth flow"}
    around = "/components/securitySchemes/o/flows"
    assert uses.pop(f"{around}/clientCredentials/tokenUrl") is Use.USED
    assert {use for pointer, use in uses.items() if pointer.endswith("Url")} == {Use.REPORTED}
    (reported,) = (each for each in check(found) if "tokenUrl" in (each.revision.pointer if each.revision else ""))
    assert (reported.id, reported.count) == ("oauth-not-supported", 2)


def test_the_url_of_a_flow_of_swagger_is_reported_unless_it_is_used() -> None:
    for flow, use in (("application", Use.USED), ("password", Use.REPORTED), ("accessCode", Use.REPORTED)):
        scheme: JsonValue = {"type": "oauth2", "flow": flow, "tokenUrl": "https://a/t"}
        found = read(swagger({"/x": operation(security=[{"o": []}])}, securityDefinitions={"o": scheme}))
        assert [each.use for each in draw_up(found).entries() if each.key == "tokenUrl"] == [use]


def test_a_name_that_is_a_tag_is_reached() -> None:
    pet: JsonValue = {"type": "object", "discriminator": {"propertyName": "kind"}}
    reference: JsonValue = {"$ref": "#/components/schemas/Pet"}
    dog: JsonValue = {"allOf": [reference, {"properties": {"bark": {"type": "string"}}}]}
    schemas: JsonValue = {
        "Pet": pet, "Dog": dog, "Hound": {"allOf": [{"$ref": "#/components/schemas/Dog"}]},
        "Animal": {"description": "Any pet.", "allOf": [reference]}, "Alone": {"type": "object"},
    }  # fmt: skip
    found = read(document({"/x": operation(responses=json_response(reference))}, components={"schemas": schemas}))
    assert [each.key for each in draw_up(found).entries() if each.use is Use.UNREACHABLE] == ["Alone"]


def test_the_schemas_of_a_document_are_walked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many parts of them are looked for: to walk a large document takes long."""
    walked: list[schema.Schema] = []

    def count(node: schema.Schema) -> Iterator[schema.SchemaNode]:
        walked.append(node)
        return linked(node)

    schemas: JsonValue = {
        "A": {"type": "object", "properties": {"b": {"$ref": "#/components/schemas/B"}}},
        "B": {"type": "string"},
    }
    paths = {"/a": operation(responses=json_response({"$ref": "#/components/schemas/A"}))}
    found = read(document(paths, components={"schemas": schemas}))
    monkeypatch.setattr(schema_store, "linked", count)
    check(found)
    assert len(walked) == 2
