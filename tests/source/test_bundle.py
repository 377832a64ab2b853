"""Documents of several files become one: names, nested files, whole operations, what cannot be followed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from nemogen.errors import Location, SpecError
from nemogen.openapi.read_document import read_value
from nemogen.openapi.text import ParsedText, parse_text
from nemogen.source.bundle import Bundle, bundle, may_have_outside_references

OWNER = {"type": "object", "properties": {"id": {"type": "integer"}}}
PET = {
    "type": "object",
    "properties": {"owner": {"$ref": "people/owner.json"}, "mother": {"$ref": "#/Pet"}, "tag": {"$ref": "#/Tag"}},
}
GET = {"get": {"operationId": "getPet", "responses": {"200": {"$ref": "../responses.json#/pet"}}}}
JSON_OF_PET = {"application/json": {"schema": {"$ref": "schemas/pet.json#/Pet"}}}
FILES: Mapping[str, Any] = {
    "schemas/pet.json": {"Pet": PET, "Tag": {"type": "string"}},
    "schemas/people/owner.json": OWNER,
    "paths/pet.json": GET,
    "responses.json": {"pet": {"description": "ok", "content": JSON_OF_PET}},
}


def document(paths: Mapping[str, Any], **components: Any) -> dict[str, Any]:
    return {"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": paths, "components": components}


def bundled(root: Any, files: Mapping[str, Any] = FILES, file: str = "api/openapi.json") -> Bundle:
    def load_text(name: str) -> ParsedText:
        if name not in files:
            raise SpecError("no such file", where=Location(name))
        return parse_text(json.dumps(files[name]).encode(), f"api/{name}")

    return bundle(parse_text(json.dumps(root).encode(), file), load_text)


def test_a_file_within_a_file_is_relative_to_it() -> None:
    found = bundled(document({"/pet": {"$ref": "paths/pet.json"}}))

    assert found.value["paths"]["/pet"]["get"]["responses"]["200"] == {"$ref": "#/components/responses/pet"}
    schemas = found.value["components"]["schemas"]
    assert list(schemas) == ["Pet", "owner", "Tag"]
    assert schemas["owner"] == OWNER
    assert schemas["Pet"]["properties"] == {
        "owner": {"$ref": "#/components/schemas/owner"},
        "mother": {"$ref": "#/components/schemas/Pet"},
        "tag": {"$ref": "#/components/schemas/Tag"},
    }
    assert sorted(found.files) == sorted(FILES)


def test_a_bundle_has_no_reference_to_other_files() -> None:
    found = bundled(document({"/pet": {"$ref": "paths/pet.json"}}))
    read = read_value(found.value, "openapi.json")
    read.read_reachable()
    assert read.findings == ()


def test_lists_of_another_file_are_kept_and_references_in_them_followed() -> None:
    files = {
        "pet.json": {"required": ["id"], "allOf": [{"$ref": "owner.json"}, {"type": "object"}]},
        "owner.json": OWNER,
    }
    found = bundled(document({}, schemas={"Pet": {"$ref": "pet.json"}}), files)
    schemas = found.value["components"]["schemas"]
    assert schemas["Pet"] == {"required": ["id"], "allOf": [{"$ref": "#/components/schemas/owner"}, {"type": "object"}]}
    assert schemas["owner"] == OWNER


def test_a_whole_operation_is_copied_with_what_stands_beside_its_reference() -> None:
    found = bundled(
        document({"/pet": {"post": {"$ref": "create.json", "deprecated": True}}}),
        {"create.json": {"operationId": "create", "responses": {}}},
    )
    assert found.value["paths"]["/pet"]["post"] == {"operationId": "create", "responses": {}, "deprecated": True}


def test_a_component_that_stands_for_a_file_gives_it_its_name() -> None:
    root = document(
        {"/pet": {"$ref": "paths/pet.json"}},
        schemas={"Animal": {"$ref": "schemas/pet.json#/Pet"}, "Tag": {"type": "integer"}},
    )
    schemas = bundled(root).value["components"]["schemas"]
    assert schemas["Animal"]["type"] == "object"
    assert schemas["Tag"] == {"type": "integer"}
    assert schemas["Animal"]["properties"]["mother"] == {"$ref": "#/components/schemas/Animal"}
    assert schemas["Animal"]["properties"]["tag"] == {"$ref": "#/components/schemas/pet_Tag"}


def test_whole_maps_may_lie_in_files() -> None:
    files = {
        "paths/all.json": {"/pet": {"$ref": "pet.json"}},
        "paths/pet.json": {"get": {"responses": {"200": {"$ref": "../openapi.json#/components/responses/Ok"}}}},
        "schemas/all.json": {"Pet": {"$ref": "pet.json"}, "Name": {"type": "string"}},
        "schemas/pet.json": {"properties": {"name": {"$ref": "all.json#/Name"}}},
    }
    response = {"description": "ok", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}
    root = document({"$ref": "paths/all.json"}, schemas={"$ref": "schemas/all.json"}, responses={"Ok": response})
    found = bundled(root, files).value
    assert found["paths"] == {"/pet": {"get": {"responses": {"200": {"$ref": "#/components/responses/Ok"}}}}}
    assert found["components"]["schemas"] == {
        "Pet": {"properties": {"name": {"$ref": "#/components/schemas/Name"}}},
        "Name": {"type": "string"},
    }


def test_two_files_with_one_name_are_distinguished() -> None:
    files = {"a/item.json": {"type": "string"}, "b/item.json": {"type": "integer"}, "c/item.json": {"type": "number"}}
    schema = {"properties": {key: {"$ref": f"{key}/item.json"} for key in "abc"}}
    schemas = bundled(document({}, schemas={"All": schema}), files).value["components"]["schemas"]
    kinds = [schemas[each["$ref"].rpartition("/")[2]]["type"] for each in schemas["All"]["properties"].values()]
    assert kinds == ["string", "integer", "number"]


def test_the_values_of_a_discriminator_that_are_files_lead_to_components() -> None:
    schema = {"oneOf": [{"$ref": "cat.json"}], "discriminator": {"propertyName": "k", "mapping": {"c": "cat.json"}}}
    found = bundled(document({}, schemas={"Pet": schema}), {"cat.json": OWNER})
    mapping = found.value["components"]["schemas"]["Pet"]["discriminator"]["mapping"]
    assert mapping == {"c": "#/components/schemas/cat"}


def test_swagger_keeps_its_sections() -> None:
    response = {"description": "ok", "schema": {"$ref": "pet.json"}}
    root = {"swagger": "2.0", "info": {}, "paths": {"/p": {"get": {"responses": {"200": response}}}}}
    found = bundled(root, {"pet.json": OWNER}).value
    assert found["definitions"] == {"pet": OWNER}
    assert found["paths"]["/p"]["get"]["responses"]["200"]["schema"] == {"$ref": "#/definitions/pet"}


def test_data_that_looks_like_a_reference_is_data() -> None:
    schema = {"type": "object", "example": {"$ref": "nothing.json"}, "properties": {"$ref": {"type": "string"}}}
    root = document({}, schemas={"Link": schema})
    assert bundled(root).value == root


def test_a_schema_that_is_known_by_its_id_is_no_file() -> None:
    first = {"$id": "https://example.com/a", "properties": {"b": {"$ref": "b"}}}
    schemas = {"A": first, "B": {"$id": "https://example.com/b"}}
    root = {**document({}, schemas=schemas), "openapi": "3.1.0"}
    assert bundled(root).value == root


SHAPES = {
    "$id": "https://example.com/shapes",
    "$defs": {
        "Side": {"type": "number"},
        "Named": {
            "$id": "named",
            "$defs": {"Text": {"$anchor": "text", "type": "string"}},
            "properties": {"name": {"$ref": "#/$defs/Text"}, "title": {"$ref": "#text"}, "own": {"$ref": "#"}},
        },
        "Square": {
            "properties": {
                "side": {"$ref": "#/$defs/Side"},
                "name": {"$ref": "named"},
                "label": {"$ref": "https://example.com/named#/$defs/Text"},
                "whole": {"$ref": "shapes#/$defs/Square"},
            }
        },
        "Tree": {"$dynamicAnchor": "node", "properties": {"inner": {"$dynamicRef": "#node"}}},
    },
}


def test_schemas_of_another_file_that_are_known_by_an_id_become_components() -> None:
    shapes = {name: {"$ref": f"shapes.json#/$defs/{name}"} for name in ("Square", "Tree")}
    root = {**document({}, schemas={"Both": {"properties": shapes}}), "openapi": "3.1.0"}
    found = bundled(root, {"shapes.json": SHAPES}).value["components"]["schemas"]
    inside = {key: each["$ref"].rpartition("/")[2] for key, each in found["Square"]["properties"].items()}
    assert inside == {"side": "Side", "name": "Named", "label": "Text", "whole": "Square"}
    named = {key: each["$ref"].rpartition("/")[2] for key, each in found["Named"]["properties"].items()}
    assert named == {"name": "Text", "title": "Text", "own": "Named"}
    assert not any("$id" in schema for schema in found.values())


def test_what_is_read_of_a_bundle_with_ids_leads_somewhere() -> None:
    content = {"application/json": {"schema": {"$ref": "shapes.json#/$defs/Square"}}}
    tree = {"application/json": {"schema": {"$ref": "shapes.json#/$defs/Tree"}}}
    responses = {"200": {"description": "ok", "content": content}, "201": {"description": "ok", "content": tree}}
    root = {**document({"/p": {"get": {"responses": responses}}}), "openapi": "3.1.0"}
    read = read_value(bundled(root, {"shapes.json": SHAPES}).value, "openapi.json")
    read.read_reachable()
    assert not [each for each in read.findings if "reference" in each.id]


@pytest.mark.parametrize(
    ("reference", "file", "at"),
    [
        ("schemas/none.json", "api/openapi.json", "/paths/~1p"),
        ("schemas/pet.json#/Cat", "api/openapi.json", "/paths/~1p"),
        ("broken.json", "api/broken.json", "/get"),
    ],
)
def test_what_cannot_be_followed_is_an_error_with_its_location(reference: str, file: str, at: str) -> None:
    files = {**FILES, "broken.json": {"get": {"$ref": "gone.json"}}}
    with pytest.raises(SpecError) as caught:
        bundled(document({"/p": {"$ref": reference}}), files)
    where = caught.value.problems[0].where
    assert where is not None
    assert (where.file, where.pointer, where.line) == (file, at, 1)


def test_path_items_that_only_lead_to_each_other_are_an_error() -> None:
    files = {"a.json": {"$ref": "b.json"}, "b.json": {"$ref": "a.json"}}
    with pytest.raises(SpecError, match="leads to itself"):
        bundled(document({"/p": {"$ref": "a.json"}}), files)


@pytest.mark.parametrize(
    ("mapping", "expected"),
    [
        ('{"dog": "#/components/schemas/Dog", "cat": "Cat"}', False),
        ("{}", False),
        ('{ "dog" : "#/a/b" , "cat":"#/a/c"\n}', False),
        ('{"dog": "#/components/schemas/Dog", "cat": "cat.json"}', True),
        ('{"dog": "pets/Dog", "cat": "#/a"}', True),
        ('{"dog": "dog.yaml#/Dog"}', True),
        ('{"a\\\\u002e": "#/a"}', True),
        ('"x.json"', True),
    ],
)
def test_a_mapping_within_the_document_leads_to_no_other_file(mapping: str, expected: bool) -> None:
    content = f'{{"discriminator": {{"propertyName": "kind", "mapping": {mapping}}}}}'.encode()
    assert may_have_outside_references(content) is expected
