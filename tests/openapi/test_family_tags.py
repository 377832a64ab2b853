from __future__ import annotations

from typing import Any

import pytest

from nemogen.openapi.family_tags import FamilyTags
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.schema import MISSING, Schema, SchemaRef
from tests.openapi.schemas import document_of

PET: dict[str, JsonValue] = {"type": "object", "discriminator": {"propertyName": "kind"}}
CAT: JsonValue = {"allOf": [{"$ref": "#/components/schemas/Pet"}, {"properties": {"purr": {"type": "string"}}}]}


def tags_of(kind: JsonValue = None, **more: JsonValue) -> tuple[FamilyTags, SchemaRef, SchemaRef]:
    """The tags of a family, its base, whose property of the tag is `kind`, and its only child."""
    declared: dict[str, JsonValue] = {} if kind is None else {"properties": {"kind": kind}}
    document, components = document_of({"Pet": {**PET, **declared, **more}, "Cat": CAT})
    return FamilyTags(document), components["Pet"], components["Cat"]


@pytest.mark.parametrize(
    ("kind", "is_open"),
    [(None, True), ({"type": "string"}, True), ({"enum": ["Cat", "Pet"]}, False), ({"type": "integer"}, False)],
)
def test_a_base_is_open_where_its_tag_may_be_any_text(kind: JsonValue, is_open: bool) -> None:
    tags, pet, _ = tags_of(kind)
    assert tags.is_open(pet, "kind") is is_open


def test_a_base_requires_its_tag_where_it_says_so() -> None:
    for required in ([], ["kind"]):
        tags, pet, _ = tags_of(required=[*required])
        assert tags.is_required(pet, "kind") is bool(required)


@pytest.mark.parametrize(
    ("kind", "of_base", "of_child"),
    [
        (None, ({"string"}, None), (set(), ["Cat"])),
        ({"type": "string"}, ({"string"}, None), (set(), ["Cat"])),
        ({"type": "string", "default": "Pet"}, ({"string"}, None), (set(), ["Cat"])),
        ({"enum": ["Cat", "Pet"]}, (set(), ["Pet"]), (set(), ["Cat"])),
        ({"enum": ["Pet", "Bird"]}, (set(), ["Pet", "Bird"]), (set(), ["Pet", "Bird"])),
        ({"type": "integer"}, ({"integer"}, None), ({"integer"}, None)),
    ],
)
def test_the_property_of_the_tag_takes_what_tells_the_member(kind: JsonValue, of_base: Any, of_child: Any) -> None:
    tags, pet, cat = tags_of(kind)
    for member, (types, values) in ((pet, of_base), (cat, of_child)):
        found = tags.property_schema(member, "kind")
        assert isinstance(found, Schema)
        assert found.types - {"string"} == types - {"string"}
        assert (found.enum and [each.value for each in found.enum]) == values
    child = tags.property_schema(cat, "kind")
    assert isinstance(child, Schema)
    assert child.annotations.default is MISSING


def test_no_family_has_a_component_that_is_made_of_no_base() -> None:
    document, components = document_of({"Pet": PET, "Cat": CAT, "Alone": {"type": "object"}})
    tags = FamilyTags(document)
    found = {name: [tags.property_of(each) for each in tags.families_of(ref)] for name, ref in components.items()}
    assert found == {"Pet": ["kind"], "Cat": ["kind"], "Alone": []}
