from __future__ import annotations

from nemogen.errors import Location
from nemogen.openapi.schema import ArrayRules, Conditional, EnumValue, ObjectRules, Schema, StringRules


def at(pointer: str) -> Schema:
    return Schema(Location("spec.json", pointer))


def test_the_schemas_below_one_are_all_that_it_holds_each_with_its_keyword() -> None:
    whole = Schema(
        Location("spec.json", ""),
        strings=StringRules(content_schema=at("contentSchema")),
        arrays=ArrayRules(
            items=at("items"),
            prefix_items=(at("prefixItems/0"), at("prefixItems/1")),
            contains=at("contains"),
            unevaluated_items=at("unevaluatedItems"),
        ),
        objects=ObjectRules(
            properties={"a": at("properties/a")},
            additional_properties=at("additionalProperties"),
            pattern_properties={"^b": at("patternProperties/^b")},
            property_names=at("propertyNames"),
            dependent_schemas={"c": at("dependentSchemas/c")},
            unevaluated_properties=at("unevaluatedProperties"),
        ),
        all_of=(at("allOf/0"),),
        any_of=(at("anyOf/0"), at("anyOf/1")),
        one_of=(at("oneOf/0"), at("oneOf/1")),
        negated=at("not"),
        conditional=Conditional(at("if"), at("then"), at("else")),
    )
    found = [*whole.children()]
    assert [(label, child.location.pointer) for label, child in found] == [(label, label) for label, _ in found]
    assert len(found) == 21
    assert [*at("").children()] == []
    only_if = Schema(Location("spec.json", ""), conditional=Conditional(at("if")))
    assert [label for label, _ in only_if.children()] == ["if"]


def test_the_location_of_a_keyword_is_that_of_the_first_that_is_written() -> None:
    keywords = {each: Location("spec.json", f"/{each}") for each in ("minimum", "type")}
    schema = Schema(Location("spec.json", "/s"), keywords=keywords)
    assert schema.locate("maximum", "type", "minimum").pointer == "/type"
    assert schema.locate("maximum").pointer == "/s"


def test_a_value_is_the_same_whatever_is_written_about_it() -> None:
    assert EnumValue(1, description="One.") == EnumValue(1.0)
    assert EnumValue(1) != EnumValue(True)
    assert EnumValue(1) != EnumValue(1, name="ONE")
    assert EnumValue(1) != EnumValue(1, deprecated=True)
    assert EnumValue(1) != 1
    assert hash(EnumValue(1)) == hash(EnumValue(1.0, deprecated=True))
