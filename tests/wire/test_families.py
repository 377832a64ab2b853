"""Bases with a discriminator whose children come by `allOf`: what is declared as the base is read as the child."""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.openapi.read_document import read_value
from nemogen.recordings.fake_values import make
from nemogen.recordings.judge_value import ValueJudge
from tests.servers.loopback import Reply

from .packages import MODES, TEXT, WHOLE, Mode, api, array, call, gives, json_reply, obj, package, ref, takes


def base(name: str, discriminator: Any, **more: Any) -> dict[str, Any]:
    found = obj(name=TEXT, **{name: TEXT})
    return {**found, "required": [name, "name"], "discriminator": discriminator, **more}


def child(of: str, **own: Any) -> dict[str, Any]:
    return {"allOf": [ref(of), obj(**own)]}


PETS = api(
    {
        "GET /pet": gives(ref("Pet")),
        "POST /pets": {**takes(ref("Pet")), **gives(array(ref("Pet")))},
        "GET /cat": gives(ref("Cat")),
        "GET /either": gives({"oneOf": [ref("Cat"), ref("Dog")]}),
        "GET /owner": gives(ref("Owner")),
    },
    {
        "Pet": base(
            "petType", {"propertyName": "petType", "mapping": {"cat": "#/components/schemas/Cat", "sia": "Siamese"}}
        ),
        "Cat": child("Pet", claws=WHOLE),
        "Siamese": child("Cat", blue={"type": "boolean"}),
        "Dog": child("Pet", bark=TEXT, friend=ref("Pet")),
        "Doggy": {"description": "A dog.", "allOf": [ref("Dog")]},
        "Owner": obj(
            pet={"allOf": [ref("Pet"), {"description": "The pet."}]},
            maybe={"allOf": [ref("Pet")], "nullable": True},
            more={"allOf": [ref("Pet"), obj(extra=WHOLE)]},
        ),
    },
    "3.0.3",
)
CAT = {"petType": "cat", "name": "Tom", "claws": 18}
SIAMESE = {"petType": "sia", "name": "Si", "claws": 18, "blue": True}
DOG = {"petType": "Dog", "name": "Rex", "bark": "wuff", "friend": {"petType": "Doggy", "name": "Bo", "bark": "aff"}}


def given(value: Any) -> Any:
    return value.model_dump(by_alias=True, exclude_unset=True, mode="json")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("value", "kind"),
    [(CAT, "CatBase"), (SIAMESE, "Siamese"), (DOG, "Dog"), ({"petType": "Pet", "name": "Any"}, "PetBase")],
)
def test_a_value_declared_as_the_base_is_the_child_of_its_tag(mode: Mode, value: Any, kind: str) -> None:
    module = package(PETS)
    found = call(module, "GET /pet", mode, json_reply(value))
    assert (type(found.value).__name__, found.warned) == (kind, [])
    assert given(found.value) == value
    sent = call(module, "POST /pets", mode, json_reply([value, CAT]), body=value)
    assert sent.sent == value
    assert [type(each).__name__ for each in sent.value] == [kind, "CatBase"]
    assert call(module, "POST /pets", mode, json_reply([]), body=found.value).sent == value


def test_properties_and_unions_of_bases_are_read_as_children_too() -> None:
    module = package(PETS)
    owner = {"pet": CAT, "maybe": DOG, "more": {**CAT, "extra": 1}}
    found = call(module, "GET /owner", "sync", json_reply(owner)).value
    assert (type(found.pet).__name__, type(found.maybe).__name__, found.more.extra) == ("CatBase", "Dog", 1)
    assert type(found.maybe.friend).__name__ == "Dog"
    assert given(found) == owner
    assert call(module, "GET /owner", "sync", json_reply({"maybe": None})).value.maybe is None
    assert type(call(module, "GET /cat", "sync", json_reply(SIAMESE)).value).__name__ == "Siamese"
    either = call(module, "GET /either", "sync", json_reply(SIAMESE)).value
    assert type(either).__name__ == "Siamese"


@pytest.mark.parametrize("value", [{"petType": "lizard", "name": "Liz", "tail": 1}, {"name": "Liz"}])
def test_an_unknown_tag_is_the_base_with_a_mismatch(value: Any) -> None:
    found = call(package(PETS), "GET /pet", "sync", json_reply(value))
    assert type(found.value).__name__ == "PetBase"
    assert given(found.value) | {"petType": value.get("petType")} == value | {"petType": value.get("petType")}
    assert [each.pointer for each in found.value.mismatches] == ["/petType"]


OPEN = api(
    {
        "POST /pets": takes(ref("Pet")),
        "POST /boxes": takes(obj(pets=array(ref("Pet")), by_name={"additionalProperties": ref("Pet")})),
        "POST /strict": takes(ref("Strict")),
    },
    {
        "Pet": {**obj(kind=TEXT, name=TEXT), "required": ["name"], "discriminator": {"propertyName": "kind"}},
        "Cat": child("Pet", claws=WHOLE, friend=ref("Pet")),
        "Strict": base("kind", {"propertyName": "kind"}),
        "Own": child("Strict", a=WHOLE),
    },
)
LIZARD = {"kind": "lizard", "name": "Liz", "tail": 1}
UNTAGGED = {"name": "Liz"}


@pytest.mark.parametrize("value", [LIZARD, UNTAGGED, {"kind": "Cat", "name": "Tom", "claws": 1, "friend": LIZARD}])
def test_a_request_may_send_a_base_with_any_tag(value: Any) -> None:
    module = package(OPEN)
    assert call(module, "POST /pets", "sync", Reply(204), body=value).sent == value
    boxed = {"pets": [value, UNTAGGED], "by_name": {"a": value}}
    assert call(module, "POST /boxes", "sync", Reply(204), **boxed).sent == boxed


def test_the_rest_of_a_base_with_an_unknown_tag_is_checked() -> None:
    module = package(OPEN)
    strict = {"kind": "any", "name": "Any"}
    assert call(module, "POST /strict", "sync", Reply(204), body=strict).sent == strict
    refusals: list[tuple[str, dict[str, Any], str]] = [
        ("POST /pets", {"body": {"kind": "lizard"}}, "name"),
        ("POST /pets", {"body": {"kind": 5, "name": "Liz"}}, "kind"),
        ("POST /boxes", {"pets": [{**LIZARD, "name": 5}]}, "pets[0].name: 5"),
        ("POST /strict", {"body": UNTAGGED}, "kind"),
    ]
    for operation, given_arguments, message in refusals:
        refused = call(module, operation, "sync", Reply(204), **given_arguments).refused("ArgumentError")
        assert message in refused


def test_a_child_that_breaks_its_schema_is_still_that_child() -> None:
    found = call(package(PETS), "GET /pet", "sync", json_reply({**CAT, "claws": "many"})).value
    assert (type(found).__name__, found.claws) == ("CatBase", "many")
    assert [each.pointer for each in found.mismatches] == ["/claws"]


def families(version: str, schemas: dict[str, Any]) -> Any:
    if version == "2.0":
        answer = {"description": "", "schema": {"$ref": "#/definitions/Base"}}
        operation = {"get": {"produces": ["application/json"], "responses": {"200": answer}}}
        info = {"title": "t", "version": "1"}
        return {"swagger": "2.0", "info": info, "paths": {"/base": operation}, "definitions": schemas}
    return api({"GET /base": gives(ref("Base"))}, schemas, version)


def ref2(name: str) -> dict[str, str]:
    return {"$ref": f"#/definitions/{name}"}


OWN_ENUM = {"type": "string", "enum": ["a", "b", "other"]}
TAGGED = {"type": "object", "required": ["kind"], "properties": {"kind": OWN_ENUM}}


@pytest.mark.parametrize(
    ("version", "schemas", "reported"),
    [
        (
            "2.0",
            {"Base": base("kind", "kind"), "One": {"allOf": [ref2("Base"), obj(a=WHOLE)]},
             "Two": {"allOf": [obj(b=WHOLE), ref2("Base")], "x-ms-discriminator-value": "#two"}},
            {"One": "One", "#two": "Two", "Base": "BaseBase"},
        ),
        (
            "3.0.0",
            {"Base": {**TAGGED, "discriminator": {"propertyName": "kind", "mapping": {"a": "One", "b": "Two"}}},
             "One": child("Base", a=WHOLE), "Two": child("Base", b=WHOLE)},
            {"a": "One", "b": "Two", "other": "BaseBase"},
        ),
        (
            "3.1.0",
            {"Base": base("kind", {"propertyName": "kind"}),
             "One": child("Base", kind={"const": "one"}), "Two": child("Base", kind={"enum": ["two", "zwei"]})},
            {"one": "One", "two": "Two", "zwei": "Two", "Base": "BaseBase"},
        ),
        (
            "3.1.0",
            {"Base": {"discriminator": {"propertyName": "kind"}, "properties": {"name": TEXT}},
             "BaseBase": child("Base", b=WHOLE), "Plain": {"allOf": [ref("Base")]}, "Deep": child("Plain", c=WHOLE)},
            {"BaseBase": "BaseBase", "Deep": "Deep", "Plain": "BaseBaseBase", "Base": "BaseBaseBase"},
        ),
    ],
    ids=["swagger", "enum-of-the-base", "constants", "undeclared-tag"],
)  # fmt: skip
def test_the_tag_of_a_child_is_its_own_or_mapped_or_its_name(
    version: str, schemas: Any, reported: dict[str, str]
) -> None:
    module = package(families(version, schemas))
    for tag, kind in reported.items():
        value = {"kind": tag, "name": "x", "a": 1, "c": 2}
        found = call(module, "GET /base", "sync", json_reply(value))
        assert (type(found.value).__name__, found.warned) == (kind, []), tag
        assert given(found.value) == value


def test_children_whose_names_the_base_does_not_allow_as_tags_are_the_base() -> None:
    kinds = {"type": "string", "enum": ["user", "guest", "Admin"]}
    schemas = {
        "Base": {**obj(type=kinds, name=TEXT), "discriminator": {"propertyName": "type"}},
        "Summary": child("Base", role=TEXT),
        "Details": child("Summary", bio=TEXT),
        "Admin": child("Base", rights=WHOLE),
    }
    unknown = {name: each for name, each in schemas.items() if name != "Admin"}
    value = {"type": "guest", "name": "G", "role": "r", "bio": "b"}
    operations = {f"GET /{name.lower()}": gives(ref(name)) for name in unknown}
    for own, kind in ((schemas, "BaseBase"), (unknown, "Base")):
        module = package(api(operations, own))
        for operation, expected in (("GET /base", kind), ("GET /summary", "Summary"), ("GET /details", "Details")):
            found = call(module, operation, "sync", json_reply(value))
            assert (type(found.value).__name__, found.warned, given(found.value)) == (expected, [], value)
    admin = call(package(api(operations, schemas)), "GET /base", "sync", json_reply({"type": "Admin", "rights": 1}))
    assert type(admin.value).__name__ == "Admin"


def test_families_that_are_made_of_each_other_do_no_harm() -> None:
    tag = {"propertyName": "kind"}
    schemas = {
        "Base": {**child("Other", a=WHOLE), "discriminator": tag},
        "Other": {**child("Base", b=WHOLE), "discriminator": tag},
        "Loop": {"allOf": [ref("Pool")]},
        "Pool": {"allOf": [ref("Loop")]},
        "Same": ref("Same"),
        "Child": {"allOf": [ref("Base"), ref("Same"), ref("Loop")]},
    }
    found = call(
        package(families("3.0.0", schemas)), "GET /base", "sync", json_reply({"kind": "Other", "a": 1, "b": 2})
    )
    assert given(found.value) == {"kind": "Other", "a": 1, "b": 2}


@pytest.mark.parametrize("seed", ["1", "2", "3", "4"])
def test_a_mock_makes_children_that_their_tags_tell(seed: str) -> None:
    document = read_value(PETS, "openapi.json").document
    judge = ValueJudge(document)
    module = package(PETS)
    made = make(document.component_schemas["Owner"], judge, seed=seed)
    found = call(module, "GET /owner", "sync", json_reply(made))
    assert (found.error, found.warned) == (None, [])
    pet = make(document.component_schemas["Pet"], judge, seed=seed)
    assert type(call(module, "GET /pet", "sync", json_reply(pet)).value).__name__ in {"Siamese", "Dog"}
