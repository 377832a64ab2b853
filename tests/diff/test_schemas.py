"""Schemas that mean the same in another form, and what a change of one keyword means beside others."""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.diff.compare import compare
from nemogen.findings import Level
from tests.diff.documents import document, holder, parameter, request, response

PERSON = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}
PLACE = {"type": "object", "properties": {"town": {"type": "string"}}}
BOTH = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}, "town": {"type": "string"}}}


def ids(base: Any, revision: Any) -> list[str]:
    return [finding.id for finding in compare(base, revision)]


def test_an_object_that_was_taken_apart_into_an_all_of_is_the_same() -> None:
    assert ids(request(BOTH), request({"allOf": [PERSON, PLACE]})) == []
    assert ids(response({"allOf": [PERSON, {"allOf": [PLACE]}]}), response(BOTH)) == []


@pytest.mark.parametrize(
    ("rule", "fits"),
    [
        ({"minimum": 1}, True),
        ({"minimum": 2}, False),
        ({"maximum": 5}, True),
        ({"maximum": 4}, False),
        ({"exclusiveMinimum": 0}, True),
        ({"exclusiveMinimum": 1}, False),
        ({"exclusiveMaximum": 6}, True),
        ({"exclusiveMaximum": 5}, False),
        ({"multipleOf": 2}, False),
    ],
)
@pytest.mark.parametrize("kind", ["integer", "number"])
def test_a_bound_in_place_of_listed_values_breaks_where_it_excludes_one(
    kind: str, rule: dict[str, Any], fits: bool
) -> None:
    found = compare(request({"type": kind, "enum": [1, 5]}), request({"type": kind, **rule}))
    assert (Level.BREAKING not in {each.level for each in found}) == fits


def test_a_change_made_while_an_object_was_taken_apart_is_found() -> None:
    changed = {"allOf": [PERSON, {**PLACE, "required": ["town"]}]}
    findings = compare(request(BOTH), request(changed))
    assert [finding.id for finding in findings] == ["request-property-became-required"]
    assert findings[0].revision is not None
    assert findings[0].revision.pointer.endswith("/schema/allOf/1/required")


def test_a_property_that_two_parts_declare_has_to_meet_both() -> None:
    both = {"allOf": [PERSON, {"properties": {"name": {"type": "string", "maxLength": 5}}}]}
    assert ids(request(PERSON), request(both)) == ["request-property-max-length-set"]
    assert ids(request(both), request({**PERSON, "properties": {"name": {"type": "string", "maxLength": 5}}})) == []


def test_parts_that_contradict_allow_nothing_whichever_they_are() -> None:
    schemas = {"S": {"type": "string"}, "I": {"type": "integer"}, "B": {"type": "boolean"}}
    clash, other = (
        request(
            {"allOf": [{"$ref": f"#/components/schemas/{name}"} for name in names]}, components={"schemas": schemas}
        )
        for names in ("SI", "SB")
    )
    found = [each for each in ids(clash, other) if not each.startswith(("unreachable", "api-schema"))]
    assert found == []


def test_properties_imply_an_object_and_values_their_type() -> None:
    assert ids(request({"properties": {"a": {}}}), request({"type": "object", "properties": {"a": {}}})) == []
    assert ids(request({"enum": ["a", "b"]}), request({"type": "string", "enum": ["b", "a"]})) == []


def test_a_const_is_an_enum_of_one() -> None:
    assert ids(request({"const": "a"}), request({"type": "string", "enum": ["a"]})) == []
    assert ids(request({"const": "a"}), request({"enum": ["a", "b"]})) == ["request-body-enum-value-added"]


def test_another_type_altogether_is_reported_without_what_hangs_on_it() -> None:
    assert ids(request({"type": "string", "maxLength": 5}), request(PERSON)) == ["request-body-type-changed"]


@pytest.mark.parametrize(
    ("old", "new", "ending"),
    [
        ({"format": "int32"}, {"format": "int64"}, "generalized"),
        ({"format": "int64"}, {"format": "int32"}, "changed"),
        ({}, {"format": "int32"}, "changed"),
        ({"format": "int32"}, {}, "generalized"),
        ({"format": "int64"}, {"type": ["integer", "number"], "format": "int32"}, "changed"),
    ],
)
def test_a_format_widens_or_narrows_like_a_type(old: dict[str, Any], new: dict[str, Any], ending: str) -> None:
    kind = {"type": "integer"}
    assert ids(request({**kind, **old}), request({**kind, **new})) == [f"request-body-type-{ending}"]


@pytest.mark.parametrize(
    ("old", "new", "id_"),
    [
        ({"type": "integer"}, {"type": "string"}, "request-parameter-type-generalized"),
        ({"type": "string"}, {"type": "integer"}, "request-parameter-type-changed"),
        ({"type": ["string", "integer"]}, {"type": "string"}, "request-parameter-type-generalized"),
    ],
)
def test_a_parameter_is_text_on_the_wire(old: dict[str, Any], new: dict[str, Any], id_: str) -> None:
    assert ids(parameter(old), parameter(new)) == [id_]


def test_one_value_is_also_a_list_where_lists_are_exploded() -> None:
    many = {"type": "array", "items": {"type": "string"}}
    assert ids(parameter({"type": "string"}), parameter(many)) == ["request-parameter-type-generalized"]
    other = {"type": "array", "items": {"type": "integer"}}
    assert ids(parameter({"type": "string"}), parameter(other)) == ["request-parameter-type-changed"]


def test_a_length_that_is_not_written_down_is_zero() -> None:
    text = {"type": "string"}
    assert ids(request(text), request({**text, "minLength": 1})) == ["request-body-min-length-increased"]
    assert ids(request(text), request({**text, "minLength": 0})) == []


@pytest.mark.parametrize("bound", [10**400, 1e308, -(10**400)])
def test_bounds_of_any_size_are_compared(bound: float) -> None:
    number = {"type": "number"}
    assert len(ids(request({**number, "maximum": 1}), request({**number, "maximum": bound}))) == 1
    unit = abs(bound)
    assert len(ids(request({**number, "multipleOf": 3}), request({**number, "multipleOf": unit}))) == 1


def test_a_read_only_property_is_no_part_of_a_request() -> None:
    base = request(holder({"type": "string", "readOnly": True}))
    revision = request(holder({"type": "integer", "readOnly": True}, required=True))
    assert all(finding.level is Level.ADDITIVE for finding in compare(base, revision))
    assert ids(request({"type": "object"}), request(holder({"type": "string", "readOnly": True}, required=True))) == []


def test_words_beside_a_reference_are_prose() -> None:
    parts: dict[str, Any] = {"components": {"schemas": {"A": {"type": "string"}}}}
    reference = {"$ref": "#/components/schemas/A"}
    base, revision = request(reference, **parts), request({**reference, "description": "Words"}, **parts)
    assert ids(base, revision) == ["description-changed"]


def test_constraints_beside_a_reference_count_in_openapi_31_and_not_in_30() -> None:
    parts: dict[str, Any] = {"components": {"schemas": {"A": {"type": "string"}}}}
    reference = {"$ref": "#/components/schemas/A"}
    base, revision = request(reference, **parts), request({**reference, "maxLength": 5}, **parts)
    assert ids(base, revision) == ["request-body-max-length-set"]
    assert ids({**base, "openapi": "3.0.3"}, {**revision, "openapi": "3.0.3"}) == []


def test_a_change_that_is_only_words_is_docs() -> None:
    base = document({"description": "Words"})
    assert [finding.level for finding in compare(base, document({"description": "Other words"}))] == [Level.DOCS]


def test_a_type_inside_a_parameter_that_is_json_changes_as_in_a_body() -> None:
    def json_parameter(where: str, kind: str) -> dict[str, Any]:
        schema = {"type": "object", "properties": {"a": {"type": kind}}}
        content = {"application/json": {"schema": schema}}
        return document({"parameters": [{"name": "p", "in": where, "content": content}]})

    for where, scope in (("query", "parameter"), ("header", "header")):
        (finding,) = compare(json_parameter(where, "string"), json_parameter(where, "integer"))
        assert (finding.id, finding.level) == (f"request-{scope}-property-type-changed", Level.BREAKING)
        assert finding.revision is not None
        assert finding.revision.pointer.endswith("/content/application~1json/schema/properties/a/type")


def test_children_of_a_base_are_compared_where_only_the_base_is_declared() -> None:
    """What is declared as a Pet may be a Cat, which nothing refers to but its own `allOf`."""

    def shelter(claws: str, name: str = "string") -> dict[str, Any]:
        kind = {
            "type": "object",
            "required": ["kind"],
            "properties": {"kind": {"type": "string"}, "name": {"type": name}},
        }
        reference = {"$ref": "#/components/schemas/Pet"}
        cat = {"allOf": [reference, {"properties": {"claws": {"type": claws}}}]}
        schemas = {"Pet": {**kind, "discriminator": {"propertyName": "kind"}}, "Cat": cat}
        owner = {"type": "object", "properties": {"pet": {"allOf": [reference]}}}
        content = {"application/json": {"schema": {"type": "array", "items": owner}}}
        responses = {"200": {"description": "d", "content": content}}
        info = {"title": "t", "version": "1"}
        components = {"schemas": schemas}
        return {
            "openapi": "3.1.0",
            "info": info,
            "paths": {"/o": {"get": {"responses": responses}}},
            "components": components,
        }

    (found,) = compare(shelter("integer"), shelter("string"), today=None)
    assert found.id == "response-property-type-changed"
    assert "pet(Cat).claws" in found.message
    (found,) = compare(shelter("integer"), shelter("integer", "integer"), today=None)
    assert "pet.name" in found.message


PET_REFERENCE = {"$ref": "#/components/schemas/Pet"}
DOG_OF_PET = {"allOf": [PET_REFERENCE, {"properties": {"bark": {"type": "string"}}}]}


def pets(*, discriminator: Any, **others: Any) -> dict[str, Any]:
    """A document that takes and gives pets, which are of these kinds."""
    pet = {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}}
    content = {"content": {"application/json": {"schema": {"type": "array", "items": PET_REFERENCE}}}}
    operation = {"requestBody": content, "responses": {"200": {"description": "d", **content}}}
    schemas = {"Pet": {**pet, **({"discriminator": discriminator} if discriminator else {})}, **others}
    info = {"title": "t", "version": "1"}
    paths = {"/pets": {"post": operation}, "/more": {"post": operation}}
    return {"openapi": "3.1.0", "info": info, "paths": paths, "components": {"schemas": schemas}}


KIND = {"propertyName": "kind"}
ONE_CHILD = pets(discriminator=KIND, Dog=DOG_OF_PET)
CAT_OF_PET = {"allOf": [PET_REFERENCE, {"properties": {"claws": {"type": "integer"}}}]}


@pytest.mark.parametrize("few", [ONE_CHILD, pets(discriminator=KIND)], ids=["one-more", "the-first"])
def test_children_that_are_added_or_removed_are_variants(few: dict[str, Any]) -> None:
    several = pets(
        discriminator=KIND, Cat=CAT_OF_PET, **{k: v for k, v in few["components"]["schemas"].items() if k != "Pet"}
    )
    for found, change, levels in (
        (compare(few, several, today=None), "added", {"request": Level.ADDITIVE, "response": Level.BREAKING}),
        (compare(several, few, today=None), "removed", {"request": Level.BREAKING, "response": Level.RISKY}),
    ):
        reported = {each.id: each for each in found}
        assert reported.keys() == {f"{direction}-property-one-of-{change}" for direction in levels}
        for direction, level in levels.items():
            finding = reported[f"{direction}-property-one-of-{change}"]
            assert (finding.level, "Cat" in finding.message) == (level, True)
            cat = finding.revision if change == "added" else finding.base
            assert cat is not None
            assert cat.pointer == "/components/schemas/Cat"
            assert set(finding.operations) == {"POST /pets", "POST /more"}


def test_a_child_that_keeps_its_tag_under_another_name_is_the_same() -> None:
    def named(name: str) -> dict[str, Any]:
        mapping = {"dog": f"#/components/schemas/{name}"}
        return pets(discriminator={**KIND, "mapping": mapping}, **{name: DOG_OF_PET})

    assert not [each.id for each in compare(named("Dog"), named("Hound"), today=None) if "one-of" in each.id]
    reported = compare(ONE_CHILD, pets(discriminator=KIND, Hound=DOG_OF_PET), today=None)
    assert {each.id.rpartition("-")[2] for each in reported} == {"added", "removed"}


def test_a_base_that_gets_its_discriminator_has_no_new_children() -> None:
    reported = compare(pets(discriminator=None, Dog=DOG_OF_PET), ONE_CHILD, today=None)
    assert {each.id for each in reported} == {
        "request-property-discriminator-added",
        "response-property-discriminator-added",
    }


def test_a_multiple_that_both_sides_name_is_not_lost_where_the_type_changes() -> None:
    base, revision = (request({"type": name, "multipleOf": 0.1}) for name in ("number", "integer"))
    assert [each.id for each in compare(base, revision)] == ["request-body-type-changed"]
