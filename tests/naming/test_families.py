"""What a document with a family is read as: `tests/wire/test_families.py` shows the same in generated packages."""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.naming.families import with_families
from nemogen.openapi.document import Document
from nemogen.openapi.families import FamilyUnion, target_of
from nemogen.openapi.read_document import read_value
from nemogen.openapi.schema import Schema, SchemaNode, SchemaRef, Target
from tests.naming.small import one, properties, ref

STRING = {"type": "string"}
AT = "/components/schemas/"
PET = {
    **properties(kind=STRING, name=STRING),
    "required": ["kind"],
    "discriminator": {"propertyName": "kind"},
    "title": "A pet",
    "nullable": True,
}


def child(of: str, **own: Any) -> dict[str, Any]:
    return {"allOf": [ref(of), properties(**own)]}


SCHEMAS = {
    "Pet": PET,
    "Cat": child("Pet", purr=STRING),
    "Dog": child("Pet", bark=STRING),
    "Puppy": child("Dog", age=STRING),
    "Hound": {"description": "Any dog.", "allOf": [ref("Dog")]},
    "Alone": properties(a=STRING),
    "PetBase": properties(b=STRING),
}


def family_document(schemas: dict[str, Any] = SCHEMAS) -> Document:
    return with_families(read_value(one(ref("Pet"), schemas=schemas), "spec.json")).document


def meant(document: Document, name: str) -> Schema:
    """What a reference to a pointer below the components means."""
    found = document.resolve_target(SchemaRef(Target("", f"{AT}{name}"), "", document.operations[0].location))
    assert isinstance(found, Schema)
    return found


def names(nodes: Any) -> list[str]:
    """The targets of the references among these schemas."""
    return [target_of(node).pointer.removeprefix(AT) for node in nodes if isinstance(node, SchemaRef)]


def texts(node: SchemaNode) -> list[Any] | None:
    assert isinstance(node, Schema)
    return None if node.enum is None else [each.value for each in node.enum]


def test_a_reference_to_a_base_means_its_children_and_last_itself() -> None:
    document = family_document()
    pet = meant(document, "Pet")
    assert isinstance(pet, FamilyUnion)
    assert names(pet.one_of) == ["Cat", "DogBase", "Puppy", "PetBaseBase"]
    assert names([pet.base]) == ["PetBaseBase"]
    assert (pet.nullable, pet.annotations.title, pet.location.pointer) == (True, "A pet", f"{AT}Pet")
    assert pet.discriminator is not None
    assert pet.discriminator.property_name == "kind"
    assert pet.discriminator.location is not None
    assert pet.discriminator.location.pointer == f"{AT}Pet/discriminator"
    tags = {tag: names([mapped]) for tag, mapped in pet.discriminator.mapping.items()}
    assert tags == {
        "Cat": ["Cat"], "Dog": ["DogBase"], "Hound": ["DogBase"], "Puppy": ["Puppy"], "Pet": ["PetBaseBase"],
    }  # fmt: skip
    dog = meant(document, "Dog")
    assert names(dog.one_of) == ["Puppy", "DogBase"]
    assert not dog.nullable


def test_a_member_by_itself_has_its_tag_and_is_made_of_the_base_without_tags() -> None:
    document = family_document()
    for name, tag, part in (("Cat", ["Cat"], "Pet"), ("Puppy", ["Puppy"], "Dog"), ("DogBase", None, "Pet")):
        found = meant(document, name)
        assert found.types == {"object"}
        assert found.objects.required == ("kind",)
        assert texts(found.objects.properties["kind"]) == tag
        assert names(found.all_of) == [f"{part}/allOf"]
        assert len(found.all_of) == 2
    base = meant(document, "Pet/allOf")
    assert (list(base.objects.properties), base.discriminator) == (["name"], None)
    assert names(meant(document, "Dog/allOf").all_of) == ["Pet/allOf"]


def test_a_base_by_itself_is_not_null_and_leaves_its_names_to_the_union() -> None:
    base = meant(family_document(), "PetBaseBase")
    assert (base.nullable, base.annotations.title, base.location.pointer) == (False, "", f"{AT}PetBaseBase")
    assert list(base.objects.properties) == ["kind", "name"]


def test_what_belongs_to_no_family_is_what_it_is() -> None:
    document = family_document()
    assert [list(meant(document, name).objects.properties) for name in ("Alone", "PetBase")] == [["a"], ["b"]]
    assert names(meant(document, "Hound").all_of) == ["Dog"]
    assert document.resolve_target(SchemaRef(None, "", document.operations[0].location)) is None
    plain = read_value(one(STRING), "spec.json")
    assert with_families(plain) is plain


TAGS = {"Cat": ["Cat"], "DogBase": ["Dog", "Hound"], "Puppy": ["Puppy"], "PetBaseBase": ["Pet"]}


def mapping_to(**tags: str) -> dict[str, Any]:
    return {"Pet": {**PET, "discriminator": {"propertyName": "kind", "mapping": tags}}}


@pytest.mark.parametrize(
    ("change", "tags"),
    [
        ({}, {}),
        ({"Cat": {**child("Pet"), "x-ms-discriminator-value": "cat"}}, {"Cat": ["cat"]}),
        ({"Cat": {**child("Pet"), "x-discriminator-value": "tom"}}, {"Cat": ["tom"]}),
        ({"Cat": child("Pet", kind={"enum": ["tom", "kitty"]})}, {"Cat": ["tom", "kitty"]}),
        (mapping_to(meow="Cat"), {"Cat": ["meow"]}),
        (mapping_to(hound="Hound"), {"DogBase": ["hound"]}),
    ],
    ids=["name", "extension", "other extension", "values", "mapping", "mapping to another name"],
)
def test_a_tag_is_what_the_document_says_before_the_name(change: dict[str, Any], tags: dict[str, list[str]]) -> None:
    discriminator = meant(family_document({**SCHEMAS, **change}), "Pet").discriminator
    assert discriminator is not None
    found: dict[str, list[str]] = {}
    for tag, mapped in discriminator.mapping.items():
        found.setdefault(names([mapped])[0], []).append(tag)
    assert found == {**TAGS, **tags}


def test_a_child_whose_name_the_base_does_not_allow_cannot_be_told() -> None:
    only = {**PET, "properties": {"kind": {"enum": ["Cat", "Pet"]}}}
    document = family_document({"Pet": only, "Cat": child("Pet"), "Dog": child("Pet")})
    assert names(meant(document, "Pet").one_of) == ["Cat", "PetBase"]
    assert texts(meant(document, "Cat").objects.properties["kind"]) == ["Cat"]
    none = {**PET, "properties": {"kind": {"enum": ["Bird"]}}}
    alone = meant(family_document({"Pet": none, "Cat": child("Pet")}), "Pet")
    assert (alone.one_of, list(alone.objects.properties)) == ((), ["kind"])


def test_families_are_found_in_any_order_and_through_other_names() -> None:
    def found(schemas: dict[str, Any]) -> dict[str, list[str]]:
        families = read_value(one(ref("Pet"), schemas=schemas), "spec.json").document.families
        return {base.pointer.removeprefix(AT): names(family.children) for base, family in families.items()}

    expected = {"Pet": ["Cat", "Dog", "Puppy"], "Dog": ["Puppy"]}
    assert found(SCHEMAS) == found(dict(reversed(SCHEMAS.items()))) == expected
    assert found({**SCHEMAS, "Puppy": child("Hound")}) == expected
    assert found({**SCHEMAS, "Pup": ref("Dog"), "Puppy": child("Pup")}) == expected
    for union in ({"oneOf": [ref("Cat")]}, {"anyOf": [ref("Cat")]}, ref("Alone")):
        assert found({**SCHEMAS, "Pet": {**PET, **union}}) == {}
    assert found({**SCHEMAS, "Pet": properties(kind=STRING)}) == {}
    nested = {"allOf": [{"allOf": [ref("Pet")]}, properties(a=STRING)]}
    assert found({"Pet": PET, "Nested": nested}) == {"Pet": ["Nested"]}


@pytest.mark.parametrize(
    ("schema", "is_another_name"),
    [
        ({"allOf": [ref("Dog")]}, True),
        ({"allOf": [ref("Dog")], "title": "H", "deprecated": True, "example": {}, "externalDocs": {}}, True),
        ({"allOf": [ref("Dog")], "description": "H", "examples": [], "$comment": "", "x-order": 1}, True),
        ({"allOf": [ref("Dog")], "discriminator": {"propertyName": "kind"}}, True),
        ({"allOf": [ref("Dog")], "properties": {"a": STRING}}, False),
        ({"allOf": [ref("Dog")], "x-nemogen-name": "Hound"}, False),
        ({"allOf": [ref("Dog"), {"description": "Any dog."}]}, False),
        ({"allOf": [{"allOf": [ref("Dog")]}]}, False),
    ],
)
def test_a_component_that_says_nothing_but_another_is_another_name_of_it(schema: Any, is_another_name: bool) -> None:
    families = read_value(one(ref("Pet"), schemas={**SCHEMAS, "Hound": schema}), "spec.json").document.families
    found = {base.pointer.removeprefix(AT): names(family.children) for base, family in families.items()}
    assert found == {
        "Pet": ["Cat", "Dog", *["Hound"] * (not is_another_name), "Puppy"],
        "Dog": [*["Hound"] * (not is_another_name), "Puppy"],
    }


def test_names_of_names_lead_to_one_member_and_names_in_a_cycle_to_none() -> None:
    names_of = {"Hound": {"allOf": [ref("Dog")]}, "Greyhound": {"allOf": [ref("Hound")]}}
    cycle = {"First": {"allOf": [ref("Second")]}, "Second": {"allOf": [ref("First")]}}
    families = read_value(one(ref("Pet"), schemas={**SCHEMAS, **names_of, **cycle}), "spec.json").document.families
    family = next(iter(families.values()))
    others = {name.pointer.removeprefix(AT): names(found) for name, found in family.others.items()}
    assert others == {"Dog": ["Greyhound", "Hound"]}
