from __future__ import annotations

import re
from contextlib import suppress
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.document import Document
from nemogen.errors import NemogenError
from nemogen.naming.canonical_operations import canonical
from nemogen.naming.views import directed
from nemogen.openapi.read_document import read_value
from tests.canonical_nodes import written
from tests.mutations import DOCUMENTS, mutated
from tests.naming.small import findings, one, operation, prepared, properties, ref, spec
from tests.naming.test_prepare import check

STRING = {"type": "string"}
READ = {**STRING, "readOnly": True}
WRITTEN = {**STRING, "writeOnly": True}
SEEDS = st.integers(0, 2**32)
KEYWORDS = ("readOnly", "writeOnly")


def planet(**more: Any) -> dict[str, Any]:
    return {**properties(id=READ, name=STRING, password=WRITTEN, **more), "required": ["id", "name", "password"]}


def both(name: str, schemas: dict[str, Any]) -> Document:
    """The document of an operation that takes and gives the component `name`."""
    return prepared(one(ref(name), ref(name), schemas))


def sides(document: Document) -> tuple[str | None, str | None]:
    """The components that the first operation takes and gives."""
    (operation,) = document.operations
    return next(operation.request_schemas()).reference, next(operation.response_schemas()).reference


def members(document: Document) -> dict[str, list[str]]:
    """By component, its properties; those that it requires end with an exclamation mark."""
    return {
        name: [f"{each}!" if each in schema.required else each for each in schema.properties]
        for name, schema in document.schemas.items()
    }


def without_keywords(value: Any) -> Any:
    if isinstance(value, list):
        return [without_keywords(inner) for inner in value]
    if isinstance(value, dict):
        return {key: without_keywords(inner) for key, inner in value.items() if key not in KEYWORDS}
    return value


def marked(document: Any, random: Random) -> Any:
    """`document` with keywords at one in three of the schemas inside its components and its operations."""
    if isinstance(document, list):
        return [marked(inner, random) for inner in document]
    if not isinstance(document, dict):
        return document
    found = {key: marked(inner, random) for key, inner in document.items()}
    is_schema = document.keys() & {"type", "$ref", "allOf", "oneOf", "anyOf"}
    return {**found, random.choice(KEYWORDS): True} if is_schema and not random.randrange(3) else found


def test_a_component_of_both_sides_is_two_and_the_answers_keeps_the_name() -> None:
    document = both("Planet", {"Planet": planet()})
    assert sides(document) == ("PlanetRequest", "Planet")
    assert members(document) == {"Planet": ["id!", "name!"], "PlanetRequest": ["name!", "password!"]}
    assert set(document.origins.values()) == {"/components/schemas/Planet"}


def test_a_component_of_requests_alone_keeps_its_name() -> None:
    assert members(prepared(one(body=ref("Planet"), schemas={"Planet": planet()}))) == {
        "Planet": ["name!", "password!"]
    }


def test_a_component_of_answers_alone_keeps_its_name() -> None:
    assert members(prepared(one(ref("Planet"), schemas={"Planet": planet()}))) == {"Planet": ["id!", "name!"]}


def test_a_component_that_leads_to_no_such_property_stays_one() -> None:
    found = members(both("Planet", {"Planet": planet(mayor=ref("Person")), "Person": properties(name=STRING)}))
    assert list(found) == ["Planet", "PlanetRequest", "Person"]


@pytest.mark.parametrize(
    "inside",
    [
        ref("Planet"),
        {"type": "array", "items": ref("Planet")},
        {"type": "object", "additionalProperties": ref("Planet")},
        {"oneOf": [ref("Planet"), STRING]},
        {"anyOf": [ref("Planet"), {"type": "null"}]},
        {"allOf": [ref("Planet")], "description": "Where they live."},
    ],
)
def test_what_leads_to_such_a_property_has_two_views_as_well(inside: Any) -> None:
    document = both("Person", {"Person": properties(home=inside), "Planet": planet()})
    assert sorted(document.schemas) == ["Person", "PersonRequest", "Planet", "PlanetRequest"]
    assert "PlanetRequest" in str(document.schemas["PersonRequest"])
    assert "PlanetRequest" not in str(document.schemas["Person"])


def test_components_that_lead_to_themselves_have_two_views() -> None:
    schemas = {
        "Planet": planet(moons={"type": "array", "items": ref("Moon")}),
        "Moon": properties(around=ref("Planet")),
    }
    assert members(both("Planet", schemas)) == {
        "Planet": ["id!", "name!", "moons"],
        "PlanetRequest": ["name!", "password!", "moons"],
        "Moon": ["around"],
        "MoonRequest": ["around"],
    }


@pytest.mark.parametrize(
    "identifier",
    [
        {"$ref": "#/components/schemas/Identifier", "readOnly": True},
        {"allOf": [ref("Identifier")], "readOnly": True},
        {"allOf": [STRING, {"readOnly": True}]},
        {"allOf": [{"allOf": [{"readOnly": True}]}]},
        {"type": ["string", "null"], "readOnly": True},
        ref("Given"),
        ref("Alias"),
    ],
)
def test_the_keyword_holds_wherever_it_stands(identifier: Any) -> None:
    schemas = {
        "Identifier": STRING,
        "Given": READ,
        "Alias": {"$ref": "#/components/schemas/Identifier", "readOnly": True},
        "Planet": {**properties(id=identifier, name=STRING), "required": ["id"]},
    }
    assert members(both("Planet", schemas)) == {"Planet": ["id!", "name"], "PlanetRequest": ["name"]}


def test_properties_of_a_member_of_all_of_count() -> None:
    schemas = {"Base": properties(id=READ), "Planet": {"allOf": [ref("Base"), properties(name=STRING)]}}
    assert members(both("Planet", schemas)) == {"Planet": ["id", "name"], "PlanetRequest": ["name"]}


def test_a_reference_with_a_keyword_beside_it_still_means_the_component() -> None:
    owner = {"allOf": [ref("Person")], "readOnly": True}
    document = prepared(one(properties(owner=owner, heir=ref("Person")), schemas={"Person": properties(name=STRING)}))
    assert list(document.schemas) == ["Thing", "Person"]
    assert findings(document) == []


def test_a_property_with_both_keywords_is_required_by_neither_side_and_reported() -> None:
    odd = {**READ, "writeOnly": True}
    document = both("Planet", {"Planet": {**properties(odd=odd, name=STRING), "required": ["odd", "name"]}})
    assert members(document) == {"Planet": ["name!", "odd"]}
    assert findings(document) == ["read-only-and-write-only"]


def test_the_property_that_tells_the_branches_of_a_union_apart_stays() -> None:
    kind = {"type": "string", "readOnly": True}
    schemas = {
        "Ship": {
            "oneOf": [ref("Tanker"), ref("Liner")],
            "discriminator": {"propertyName": "kind", "mapping": {"oil": ref("Tanker")["$ref"]}},
        },
        "Tanker": {**properties(kind=kind, id=READ, litres=STRING), "required": ["kind"]},
        "Liner": {**properties(kind=kind, seats=STRING), "required": ["kind"]},
    }
    document = both("Ship", schemas)
    assert members(document)["TankerRequest"] == ["kind!", "litres"]
    mapping = written(document)["ShipRequest"]["discriminator"]["mapping"]
    assert mapping == {"oil": "#/components/schemas/TankerRequest", "Liner": "#/components/schemas/Liner"}


def test_the_property_that_tells_branches_in_place_apart_stays() -> None:
    def branch(kind: str, **more: Any) -> dict[str, Any]:
        return {**properties(kind={"enum": [kind], "readOnly": True}, id=READ, **more), "required": ["kind"]}

    union = {"oneOf": [branch("oil", litres=STRING), branch("sea", seats=STRING)]}
    document = prepared(one(body={**union, "discriminator": {"propertyName": "kind"}}))
    assert sorted(members(document).values()) == [[], ["kind!", "litres"], ["kind!", "seats"]]


def test_the_kind_of_an_object_that_names_it_itself_stays() -> None:
    pet = {**properties(kind=READ, id=READ), "discriminator": {"propertyName": "kind"}}
    assert members(both("Pet", {"Pet": pet}))["PetRequest"] == ["kind"]


def test_branches_that_a_request_no_longer_tells_apart_are_one() -> None:
    union = {"oneOf": [properties(name=STRING, id=READ), properties(name=STRING, code=READ)]}
    document = both("Planet", {"Planet": union})
    assert sides(document) == ("PlanetRequest", "Planet")
    assert members(document)["PlanetRequest"] == ["name"]
    assert len(document.schemas["Planet"].any_of) == 2
    union["oneOf"].append(properties(size=STRING))
    wider = both("Planet", {"Planet": union}).schemas
    assert (len(wider["PlanetRequest"].any_of), len(wider["Planet"].any_of)) == (2, 3)


def test_objects_in_place_follow_the_side_that_they_stand_on() -> None:
    document = prepared(one(planet(), planet()))
    assert members(document) == {"ThingRequest": ["name!", "password!"], "Thing": ["id!", "name!"]}


def test_an_object_inside_a_component_is_called_as_the_component_is() -> None:
    document = both("Planet", {"Planet": properties(air=properties(oxygen=STRING, measured=READ))})
    assert members(document) == {
        "Planet": ["air"], "PlanetRequest": ["air"], "Air": ["measured", "oxygen"], "AirRequest": ["oxygen"],
    }  # fmt: skip


def test_an_object_that_is_referred_to_where_it_stands_has_two_views() -> None:
    inside = {"$ref": "#/components/schemas/Planet/properties/air"}
    air = properties(measured=READ, oxygen=STRING, layers={"type": "array", "items": inside})
    document = both("Planet", {"Planet": properties(air=air)})
    assert members(document) == {
        "Planet": ["air"], "PlanetRequest": ["air"],
        "Air": ["layers", "measured", "oxygen"], "AirRequest": ["layers", "oxygen"],
    }  # fmt: skip
    assert written(document)["AirRequest"]["properties"]["layers"]["items"] == ref("AirRequest")
    assert document.origins["AirRequest"] == "/components/schemas/Planet/properties/air"


def test_an_object_that_one_side_alone_leads_back_to_has_two_views() -> None:
    inside = {"$ref": "#/components/schemas/Planet/properties/air", "readOnly": True}
    document = both("Planet", {"Planet": properties(air=properties(oxygen=STRING, under=inside))})
    assert members(document) == {
        "Planet": ["air"], "PlanetRequest": ["air"], "Air": ["oxygen", "under"], "AirRequest": ["oxygen"],
    }  # fmt: skip


def test_a_title_names_neither_view_of_a_component() -> None:
    assert list(both("Planet", {"Planet": {**planet(), "title": "World"}}).schemas) == ["Planet", "PlanetRequest"]


def test_what_both_views_hold_is_named_after_the_view_of_responses() -> None:
    air = properties(air=properties(oxygen=STRING))
    document = both("Air", {"Air": {**air, "properties": {**air["properties"], "id": READ}}})
    assert list(document.schemas) == ["Air", "AirRequest", "InnerAir"]


def test_an_object_of_read_only_properties_alone_is_any_object_in_a_request() -> None:
    document = both("Planet", {"Planet": properties(made=properties(at=READ), name=STRING)})
    assert written(document)["PlanetRequest"]["properties"]["made"] == {"type": "object"}


def test_a_name_of_the_overlay_stays_with_the_answers() -> None:
    schemas = {"Planet": {**planet(air={**properties(measured=READ, o2=STRING), "x-nemogen-name": "Gas"}),
                          "x-nemogen-name": "World"}}  # fmt: skip
    assert list(both("Planet", schemas).schemas) == ["World", "WorldRequest", "Gas", "GasRequest"]


def test_a_component_of_the_name_and_the_shape_is_what_requests_take() -> None:
    schemas = {"Planet": planet(), "PlanetRequest": properties(n=STRING)}
    schemas["PlanetRequest"] = {**properties(name=STRING, password=STRING), "required": ["password", "name"]}
    paths = {
        "/planets": {"post": operation(ref("Planet"), ref("Planet"))},
        "/worlds": {"post": operation(body=ref("PlanetRequest"))},
    }
    assert sorted(prepared(spec(paths, schemas)).schemas) == ["Planet", "PlanetRequest"]


def test_a_view_whose_name_is_taken_gets_another_without_a_number() -> None:
    schemas = {"Planet": planet(), "PlanetRequest": properties(n=STRING), "Fleet": properties(at=ref("Planet"))}
    paths = {
        "/fleets": {"post": operation(ref("Fleet"), ref("Fleet"))},
        "/worlds": {"post": operation(ref("Planet"), ref("PlanetRequest"))},
    }
    found = list(prepared(spec(paths, schemas)).schemas)
    assert sorted(found) == ["Fleet", "FleetRequest", "FleetRequestPlanetRequest", "Planet", "PlanetRequest"]


def test_a_body_whose_name_is_taken_is_called_after_its_operation() -> None:
    schemas = {"Planet": planet(), "PlanetRequest": properties(n=STRING)}
    paths = {
        "/worlds": {"post": operation(ref("Planet"), ref("Planet"))},
        "/more": {"post": operation(body=ref("PlanetRequest"))},
    }
    assert sorted(prepared(spec(paths, schemas)).schemas) == ["Planet", "PlanetRequest", "WorldRequest"]


def test_lists_of_a_component_keep_their_names() -> None:
    schemas = {"Planets": {"type": "array", "items": planet()}}
    # The list that is sent has a class too, which it is checked against.
    assert sorted(both("Planets", schemas).schemas) == ["Planet", "PlanetRequest", "ThingCreateBareBody"]


def test_the_objects_of_parameters_are_what_requests_send() -> None:
    document = one(ref("Planet"), schemas={"Planet": planet()})
    filters = {"name": "filter", "in": "query", "style": "deepObject", "schema": ref("Planet")}
    document["paths"]["/things"]["post"]["parameters"] = [filters]
    found = prepared(document)
    assert sides(found) == ("PlanetRequest", "Planet")


def test_a_chain_of_components_with_such_a_property_at_its_end_is_prepared() -> None:
    schemas: dict[str, Any] = {f"C{n}X": properties(next=ref(f"C{n + 1}X")) for n in range(1000)}
    assert len(both("C0X", {**schemas, "C1000X": planet()}).schemas) == 2002


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS, SEEDS)
def test_a_document_without_the_keywords_is_as_it_was(document: Any, seed: int) -> None:
    with suppress(NemogenError):
        normal = canonical(read_value(mutated(without_keywords(document), Random(seed)), "spec.json"))
        assert directed(normal) is normal


@settings(max_examples=200, deadline=None)
@given(DOCUMENTS, SEEDS)
def test_whatever_has_a_keyword_no_mark_gets_out_and_every_reference_leads_somewhere(document: Any, seed: int) -> None:
    with suppress(NemogenError):
        found = prepared(marked(without_keywords(document), Random(seed)))
        assert not re.search(
            r"x-nemogen-(?!parameters|closed)|request:/", repr((found.operations, found.schemas, found.origins))
        )
        check(found)
