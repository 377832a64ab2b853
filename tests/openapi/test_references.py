from __future__ import annotations

import pytest

from nemogen.errors import SpecError
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.read_document import read_value
from tests.openapi.documents import document, json_response, only, operation, read, reported, response_schema, types

STRING: JsonValue = {"type": "string"}


def one(
    schema: JsonValue, version: str = "3.1.0", components: JsonValue = None, **named: JsonValue
) -> dict[str, JsonValue]:
    schemas = components or named
    return document({"/x": operation(responses=json_response(schema))}, version, components={"schemas": schemas})


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("#/components/schemas/A", "A"),
        ("#/components/schemas/A%7BB%7D", "A{B}"),
        ("#/components/schemas/A%25B", "A%B"),
        ("#/components/schemas/A%B", "A%B"),
        ("#/components/schemas/a~1b", "a/b"),
        ("#/components/schemas/a~0b", "a~b"),
        ("#/components/schemas/Gr%C3%B6%C3%9Fe", "Größe"),
        ("#/components/schemas/Größe", "Größe"),
        ("#/components/schemas/a%20b", "a b"),
        ("spec.json#/components/schemas/A", "A"),
        ("./spec.json#/components/schemas/A", "A"),
    ],
)
def test_a_reference_is_followed_as_it_is_spelled(reference: str, name: str) -> None:
    found = read(one({"$ref": reference}, components={name: STRING}))
    assert response_schema(found).types == {"string"}
    assert reported(found) == []


def test_a_reference_may_be_relative_to_its_own_schema() -> None:
    schema: JsonValue = {
        "type": "object",
        "properties": {"b": {"$ref": "#/definitions/T"}},
        "definitions": {"T": STRING},
    }
    found = read(one(schema, "3.0.3"))
    assert types(found.document, response_schema(found).objects.properties["b"]) == {"string"}
    assert [rule for rule, _ in reported(found)] == ["reference-rebased"]


def test_a_reference_relative_to_a_component_is_not_one_relative_to_another() -> None:
    def nested(kind: str) -> JsonValue:
        return {"properties": {"b": {"$ref": "#/definitions/T"}}, "definitions": {"T": {"type": kind}}}

    pair: JsonValue = {"properties": {"a": {"$ref": "#/components/schemas/A"}, "c": {"$ref": "#/components/schemas/C"}}}
    found = read(one(pair, A=nested("string"), C=nested("integer")))
    inner = [found.document.resolve(node) for node in response_schema(found).objects.properties.values()]
    assert [types(found.document, each.objects.properties["b"]) for each in inner] == [{"string"}, {"integer"}]


def test_a_pointer_may_pass_through_a_reference() -> None:
    components: dict[str, JsonValue] = {"A": {"$ref": "#/components/schemas/B"}, "B": {"properties": {"b": STRING}}}
    found = read(one({"$ref": "#/components/schemas/A/properties/b"}, components=components))
    assert response_schema(found).types == {"string"}


@pytest.mark.parametrize(("steps", "rules"), [(100, []), (101, ["reference-dangling"])])
def test_a_pointer_passes_through_a_hundred_references(steps: int, rules: list[str]) -> None:
    chain: dict[str, JsonValue] = {f"A{n}": {"$ref": f"#/components/schemas/A{n + 1}"} for n in range(steps)}
    chain[f"A{steps}"] = {"properties": {"b": STRING}}
    found = read(one({"$ref": "#/components/schemas/A0/properties/b"}, components=chain))
    assert [rule for rule, _ in reported(found)] == rules


def test_a_pointer_through_a_cycle_of_references_leads_nowhere() -> None:
    cycle: dict[str, JsonValue] = {"A": {"$ref": "#/components/schemas/B"}, "B": {"$ref": "#/components/schemas/A"}}
    found = read(one({"$ref": "#/components/schemas/A/properties/b"}, components=cycle))
    assert [rule for rule, _ in reported(found)] == ["reference-dangling"]


@pytest.mark.parametrize(
    "components",
    [
        {"A": {"$ref": "#/components/schemas/A"}},
        {"A": {"$ref": "#/components/schemas/B"}, "B": {"$ref": "#/components/schemas/A"}},
        {"A": {"$ref": "#/components/schemas/B"}, "B": {"$ref": "#/components/schemas/B"}},
        {"A": {"$ref": "#/components/schemas/A/properties/x"}},
        {"A": {"$ref": "#/components/schemas/B/x"}, "B": {"$ref": "#/components/schemas/A/y"}},
    ],
)
@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_a_component_that_leads_only_to_itself_is_any_value(components: JsonValue, version: str) -> None:
    found = read(one({"$ref": "#/components/schemas/A"}, version, components))
    assert not response_schema(found).types
    assert {rule for rule, _ in reported(found)} & {"reference-circular", "reference-dangling"}


def test_a_recursive_schema_is_read_once() -> None:
    tree: JsonValue = {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}
    found = read(one({"$ref": "#/components/schemas/Tree"}, Tree=tree))
    root = response_schema(found)
    assert root.arrays.items is not None
    assert found.document.resolve(root.arrays.items) is root


@pytest.mark.parametrize(
    ("reference", "rule"),
    [
        ("#/components/schemas/Nothing", "reference-dangling"),
        ("#/components/schemas/A/0", "reference-dangling"),
        ("#nowhere", "reference-dangling"),
        ("other.yaml", "reference-outside"),
        ("https://example.com/x#/A", "reference-outside"),
    ],
)
def test_a_reference_that_leads_nowhere_is_reported_with_its_location(reference: str, rule: str) -> None:
    found = read(one({"$ref": reference}, A=STRING))
    assert not response_schema(found).types
    schema = "/paths/~1x/get/responses/200/content/application~1json/schema"
    assert reported(found) == [(rule, f"{schema}/$ref")]


def test_references_lead_to_other_files_and_back() -> None:
    files: dict[str, JsonValue] = {
        "schemas/pet.yaml": {
            "Pet": {"properties": {"tag": {"$ref": "tag.yaml"}, "own": {"$ref": "#/Own"}}},
            "Own": STRING,
        },
        "schemas/tag.yaml": {"properties": {"up": {"$ref": "../spec.json#/components/schemas/A"}, "me": {"$ref": "#"}}},
    }
    found = read(one({"$ref": "./schemas/pet.yaml#/Pet"}, A=STRING), files)
    assert reported(found) == []
    pet = response_schema(found)
    assert (pet.location.file, pet.location.pointer) == ("schemas/pet.yaml", "/Pet")
    tag = found.document.resolve(pet.objects.properties["tag"])
    assert types(found.document, tag.objects.properties["up"]) == {"string"}
    assert types(found.document, pet.objects.properties["own"]) == {"string"}
    assert found.document.resolve(tag.objects.properties["me"]) is tag


def test_files_are_seen_from_the_file_that_refers_to_them() -> None:
    files: dict[str, JsonValue] = {
        "https://example.com/a/b.json": {"A": {"$ref": "../c.json#/C"}, "B": {"$ref": "/d.json#/D"}},
        "https://example.com/c.json": {"C": STRING},
        "https://example.com/d.json": {"D": {"type": "integer"}},
    }
    for name, kind in (("A", "string"), ("B", "integer")):
        found = read(one({"$ref": f"https://example.com/a/b.json#/{name}"}), files)
        assert (set(response_schema(found).types), reported(found)) == ({kind}, [])


def test_a_file_that_cannot_be_read_is_reported_with_the_reason() -> None:
    found = read(document({"/x": {"$ref": "paths/x.yaml"}}), {})
    assert found.document.operations == ()
    (finding,) = found.findings
    assert (finding.id, finding.level) == ("reference-outside", "risky")
    assert "there is no file paths/x.yaml" in finding.message
    assert "operations are left out" in finding.message


@pytest.mark.parametrize("reference", ["other.json#/A", "https://example.com/api/other.json#/A"])
def test_self_says_what_references_are_seen_from(reference: str) -> None:
    root = one({"$ref": reference}, "3.2.0")
    root["$self"] = "https://example.com/api/openapi.json"
    for name in ("https://example.com/api/other.json", "other.json"):
        if name == "other.json" and ":" in reference:
            continue
        found = read(root, {name: {"A": STRING}})
        assert (set(response_schema(found).types), reported(found)) == ({"string"}, [])


def test_self_names_the_document_itself() -> None:
    root = one({"$ref": "https://example.com/api/openapi.json#/components/schemas/A"}, "3.2.0", A=STRING)
    root["$self"] = "https://example.com/api/openapi.json"
    assert response_schema(read(root)).types == {"string"}


def test_identifiers_of_json_schema_are_followed() -> None:
    found = read(
        one(
            {"$ref": "https://example.com/a"},
            A={
                "$id": "https://example.com/a",
                "properties": {
                    "anchor": {"$ref": "#here"},
                    "relative": {"$ref": "b"},
                    "inside": {"$ref": "#/$defs/T"},
                    "outside": {"$ref": "#/components/schemas/C"},
                },
                "$defs": {"T": {"$anchor": "here", "type": "integer"}},
            },
            B={"$id": "https://example.com/b", "type": "boolean"},
            C={"type": "number"},
        )
    )
    properties = response_schema(found).objects.properties
    assert [types(found.document, node) for node in properties.values()] == [
        {"integer"}, {"boolean"}, {"integer"}, {"number"}
    ]  # fmt: skip
    assert reported(found) == []


@pytest.mark.parametrize(
    ("reference", "identifier"),
    [
        ("https://example.com/a", {"$id": "https://example.com/a"}),
        ("#here", {"$anchor": "here"}),
        ("#here", {"$dynamicAnchor": "here"}),
    ],
)
def test_one_identifier_of_any_kind_is_found_alone(reference: str, identifier: dict[str, JsonValue]) -> None:
    found = read(one({"$ref": reference}, A={"items": {**identifier, "type": "integer"}}))
    assert (set(response_schema(found).types), reported(found)) == ({"integer"}, [])


def test_a_reference_in_a_schema_with_an_identifier_is_followed_each_time() -> None:
    own: JsonValue = {"$ref": "#/$defs/T"}
    resource: JsonValue = {
        "$id": "https://example.com/a",
        "properties": {"a": own, "b": own},
        "$defs": {"T": {"type": "integer"}},
    }
    found = read(one({"$ref": "#/components/schemas/A"}, A=resource))
    properties = response_schema(found).objects.properties
    assert [types(found.document, node) for node in properties.values()] == [{"integer"}, {"integer"}]
    assert reported(found) == []


def test_an_identifier_in_an_example_identifies_nothing() -> None:
    media: JsonValue = {
        "schema": {"$ref": "#/components/schemas/A"},
        "example": {"$id": "https://example.com/a", "x": 1},
    }
    responses: JsonValue = {"200": {"description": "ok", "content": {"application/json": media}}}
    components: JsonValue = {"schemas": {"A": {"$ref": "https://example.com/a"}}}
    found = read(document({"/x": operation(responses=responses)}, components=components))
    assert [rule for rule, _ in reported(found)] == ["reference-outside"]


PARTS: dict[str, JsonValue] = {
    "parameters": {"P": {"$ref": "#/components/parameters/Q"}, "Q": {"name": "q", "in": "query", "schema": STRING}},
    "responses": {"R": {"description": "ok", "headers": {"H": {"$ref": "#/components/headers/H"}},
                        "links": {"L": {"$ref": "#/components/links/L"}}}},
    "headers": {"H": {"schema": STRING}},
    "links": {"L": {"operationId": "o"}},
    "requestBodies": {"B": {"content": {"text/plain": {"examples": {"e": {"$ref": "#/components/examples/E"}}}}}},
    "examples": {"E": {"value": {"$ref": "is data"}}},
    "callbacks": {"C": {"{$url}": {"$ref": "#/components/pathItems/I"}}},
    "pathItems": {"I": {"post": {"responses": {"204": {"description": "ok"}}}}},
}  # fmt: skip


def test_every_part_of_an_operation_may_be_a_reference() -> None:
    members: dict[str, JsonValue] = {
        "parameters": [{"$ref": "#/components/parameters/P"}],
        "responses": {"200": {"$ref": "#/components/responses/R"}},
        "requestBody": {"$ref": "#/components/requestBodies/B"},
        "callbacks": {"c": {"$ref": "#/components/callbacks/C"}},
    }
    found = read(document({"/x": operation(**members)}, components=PARTS))
    assert reported(found) == []
    each = only(found)
    assert [parameter.name for parameter in each.parameters] == ["q"]
    assert each.parameters[0].location.pointer == "/components/parameters/Q"
    assert each.parameters[0].use.pointer == "/paths/~1x/get/parameters/0"
    response = each.responses[0]
    assert ([header.name for header in response.headers], [link.operation_id for link in response.links]) == (
        ["H"],
        ["o"],
    )
    assert each.body is not None
    assert each.body.content[0].examples[0].value == {"$ref": "is data"}
    assert [inner.method for callback in each.callbacks for inner in callback.operations] == ["post"]


def test_a_description_beside_a_reference_wins() -> None:
    parameters: JsonValue = [{"$ref": "#/components/parameters/Q", "description": "mine"}]
    assert (
        only(read(document({"/x": operation(parameters=parameters)}, components=PARTS))).parameters[0].description
        == "mine"
    )


@pytest.mark.parametrize(
    ("members", "left"),
    [
        ({"parameters": [{"$ref": "#/nowhere"}]}, "argument"),
        ({"responses": {"200": {"$ref": "#/nowhere"}}}, "response 200"),
        ({"requestBody": {"$ref": "#/nowhere"}}, "request body"),
        ({"parameters": [{"$ref": "#/components/parameters/Loop"}]}, "argument"),
    ],
)
def test_what_a_caller_loses_by_a_reference_is_reported_without_verbose(
    members: dict[str, JsonValue], left: str
) -> None:
    loop: JsonValue = {"parameters": {"Loop": {"$ref": "#/components/parameters/Loop"}}}
    found = read(document({"/x": operation(**members)}, components=loop))
    costly = [each for each in found.findings if each.level == "risky"]
    assert [left in each.message for each in costly] == [True]


def test_an_operation_and_a_path_item_may_stand_in_other_files() -> None:
    files: dict[str, JsonValue] = {
        "paths/q.yaml": {
            "get": {"responses": {"$ref": "../responses.yaml"}},
            "parameters": {"$ref": "../parameters.yaml"},
        },
        "create.yaml": {"operationId": "create", "responses": {"201": {"description": "ok"}}},
        "responses.yaml": {"200": {"description": "ok"}},
        "parameters.yaml": [{"name": "a", "in": "query", "schema": STRING}],
    }
    found = read(document({"/q": {"$ref": "paths/q.yaml"}, "/p": {"post": {"$ref": "create.yaml"}}}), files)
    assert reported(found) == []
    first, second = found.document.operations
    assert ([each.status for each in first.responses], [each.name for each in first.parameters]) == (["200"], ["a"])
    assert (second.label, second.operation_id, second.location.file) == ("POST /p", "create", "create.yaml")


def test_members_beside_the_reference_of_a_path_item_win() -> None:
    item: JsonValue = {
        "$ref": "#/components/pathItems/I",
        "parameters": [{"name": "a", "in": "query"}],
        "get": {"responses": {}},
    }
    found = read(document({"/x": item}, components=PARTS))
    assert [(each.method, each.location.pointer) for each in found.document.operations] == [
        ("get", "/paths/~1x/get"),
        ("post", "/components/pathItems/I/post"),
    ]
    assert found.document.operations[1].parameters[0].use.pointer == "/paths/~1x/parameters/0"


def test_a_callback_that_stands_in_itself_ends() -> None:
    callbacks: JsonValue = {
        "C": {"{$url}": {"post": {"responses": {}, "callbacks": {"c": {"$ref": "#/components/callbacks/C"}}}}}
    }
    found = read(
        document(
            {"/x": operation(callbacks={"c": {"$ref": "#/components/callbacks/C"}})},
            components={"callbacks": callbacks},
        )
    )
    assert "callback-circular" in {rule for rule, _ in reported(found)}


def test_a_file_is_read_once_whether_it_is_there_or_not() -> None:
    asked: list[str] = []

    def load_file(name: str) -> JsonValue:
        asked.append(name)
        if name != "there.json":
            raise SpecError(f"there is no file {name}")
        return {"A": STRING, "B": STRING}

    texts = ("there.json#/A", "missing.json#/A", "there.json#/B", "missing.json#/B")
    schema: JsonValue = {"properties": {text: {"$ref": text} for text in texts}}
    found = read_value(one(schema), "spec.json", load_file)
    found.read_reachable()
    assert sorted(asked) == ["missing.json", "there.json"]
    assert [rule for rule, _ in reported(found)] == ["reference-outside", "reference-outside"]
