from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from nemogen.errors import Location
from nemogen.openapi import schema_views
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.merged import Merged, merge
from nemogen.openapi.schema import ObjectRules, Schema, SchemaNode, SchemaRef, Target, View
from nemogen.openapi.schema_views import SchemaViews
from nemogen.openapi.visit import on_cycles, reach, reached_targets
from tests.openapi.schemas import document_of

SCHEMAS: Mapping[str, JsonValue] = {
    "Base": {
        "type": "object",
        "properties": {"id": {"type": "string"}, "kind": {"type": "string"}},
        "required": ["id"],
    },
    "Child": {
        "description": "a child",
        "allOf": [
            {"$ref": "#/components/schemas/Base"},
            {"properties": {"kind": {"const": "child"}, "n": {"type": "number"}}, "description": "inline"},
        ],
        "required": ["n"],
        "properties": {"n": {"type": "integer"}},
    },
    "Closed": {"type": "object", "properties": {"a": {}}, "additionalProperties": False},
    "OpenedAgain": {"allOf": [{"$ref": "#/components/schemas/Closed"}, {"properties": {"b": {"type": "string"}}}]},
    "NullableBase": {"type": "object", "nullable": True, "properties": {"kilos": {"type": "integer"}}},
    "Load": {"type": "object", "allOf": [{"$ref": "#/components/schemas/NullableBase"}, {"type": "object"}]},
    "NullableLoad": {"nullable": True, "allOf": [{"$ref": "#/components/schemas/Load"}]},
    "BothNull": {"allOf": [{"$ref": "#/components/schemas/NullableBase"}, {"required": ["kilos"]}]},
    "Impossible": {"allOf": [{"$ref": "#/components/schemas/Number"}, {"type": "string"}]},
    "Number": {"type": "number"},
    "Unions": {"allOf": [{"oneOf": [{"minLength": 1}, {"minimum": 1}]}, {"oneOf": [{"maxLength": 1}, {"maximum": 9}]}]},
    "Self": {"allOf": [{"$ref": "#/components/schemas/Self"}, {"type": "object"}]},
    "User": {
        "type": "object",
        "required": ["id", "name", "password", "kind", "odd"],
        "properties": {
            "id": {"type": "string", "readOnly": True},
            "name": {"type": "string"},
            "password": {"$ref": "#/components/schemas/Secret"},
            "kind": {"type": "string", "readOnly": True},
            "odd": {"allOf": [{"type": "string"}, {"readOnly": True}], "writeOnly": True},
        },
        "discriminator": {"propertyName": "kind"},
    },
    "Secret": {"type": "string", "writeOnly": True},
    "Tree": {"properties": {"children": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}}},
    "Odd": {
        "properties": {"even": {"$ref": "#/components/schemas/Even"}, "leaf": {"$ref": "#/components/schemas/Number"}}
    },
    "Even": {"anyOf": [{"$ref": "#/components/schemas/Odd"}, {"type": "null"}]},
}


@pytest.fixture(scope="module")
def views() -> SchemaViews:
    return SchemaViews(document_of(SCHEMAS)[0])


def component(views: SchemaViews, name: str) -> SchemaRef:
    return views.document.component_schemas[name]


def types(views: SchemaViews, node: SchemaNode) -> frozenset[str]:
    return views.plain(node).types


def test_an_all_of_is_one_schema_with_the_properties_of_all_parts(views: SchemaViews) -> None:
    merged = views.merged(component(views, "Child"))
    schema = merged.schema
    assert merged.is_exact
    assert merged.contradictions == ()
    assert schema.all_of == ()
    assert schema.types == {"object"}
    assert [*schema.objects.properties] == ["id", "kind", "n"]
    assert set(schema.objects.required) == {"id", "n"}
    assert types(views, schema.objects.properties["n"]) == {"integer"}
    assert types(views, schema.objects.properties["kind"]) == {"string"}
    assert views.plain(schema.objects.properties["kind"]).enum is not None
    assert schema.annotations.description == "a child"
    assert len(merged.parts) == 3


def test_a_merged_property_has_all_its_locations(views: SchemaViews) -> None:
    merged = views.merged(component(views, "Child"))
    assert [location.pointer for location in merged.locate_property("n")] == [
        "/components/schemas/Child/properties/n",
        "/components/schemas/Child/allOf/1/properties/n",
    ]
    assert [location.pointer for location in merged.locate_property("kind")] == [
        "/components/schemas/Child/allOf/1/properties/kind",
        "/components/schemas/Base/properties/kind",
    ]
    assert [location.pointer for location in merged.locate_required("id")] == ["/components/schemas/Base/required"]
    assert merged.schema.locate("properties").pointer == "/components/schemas/Child/properties"


def test_a_view_is_made_once_and_is_its_own_view(views: SchemaViews) -> None:
    child = component(views, "Child")
    assert views.merged(child) is views.merged(child)
    assert views.merged(views.merged(child).schema).schema is views.merged(child).schema
    assert views.plain(views.plain(child)) is views.plain(child)


@pytest.mark.parametrize(
    ("name", "nullable"),
    [
        ("NullableBase", True),
        ("Load", False),
        ("NullableLoad", True),
        ("BothNull", True),
        ("Even", True),
        ("Odd", True),
    ],
)
def test_null_is_valid_where_all_parts_allow_it(views: SchemaViews, name: str, nullable: bool) -> None:
    assert views.admits_null(component(views, name)) is nullable


def test_what_a_closed_part_forbids_is_reported_and_stays_exact(views: SchemaViews) -> None:
    merged = views.merged(component(views, "OpenedAgain"))
    assert [*merged.schema.objects.properties] == ["a", "b"]
    assert merged.is_exact
    (contradiction,) = merged.contradictions
    assert "`b`" in contradiction.message
    assert contradiction.location.pointer == "/components/schemas/Closed/additionalProperties"
    (closed,) = merged.schema.all_of
    assert isinstance(closed, Schema)
    assert [*closed.objects.properties] == ["a"]


def test_parts_without_a_common_value_are_reported(views: SchemaViews) -> None:
    merged = views.merged(component(views, "Impossible"))
    assert merged.allows_nothing
    assert not merged.is_exact
    assert merged.schema.types == {"string"}
    assert views.plain(component(views, "Impossible")).never


def test_what_one_schema_cannot_say_stays_a_part(views: SchemaViews) -> None:
    schema = views.merged(component(views, "Unions")).schema
    assert len(schema.one_of) == 2
    (other,) = schema.all_of
    assert isinstance(other, Schema)
    assert len(other.one_of) == 2


def test_a_schema_that_has_itself_as_a_part_is_reported(views: SchemaViews) -> None:
    merged = views.merged(component(views, "Self"))
    assert merged.schema.types == {"object"}
    assert [each.message for each in merged.contradictions] == ["a schema has itself as a part: that part is ignored"]


def test_more_parts_than_are_sensible_are_reported() -> None:
    schemas: dict[str, JsonValue] = {
        f"S{index}": {"allOf": [{"$ref": f"#/components/schemas/S{index + 1}"}, {"required": [f"p{index}"]}]}
        for index in range(3000)
    }
    document, components = document_of({**schemas, "S3000": {"type": "object"}})
    merged = SchemaViews(document).merged(components["S0"])
    assert merged.is_cut
    assert not merged.is_exact
    assert "more than 2000 parts" in merged.contradictions[0].message


class _Counted(dict[str, SchemaNode]):
    """Properties, of which it is counted how often one is looked up by name."""

    lookups = 0

    def __contains__(self, name: object) -> bool:
        _Counted.lookups += 1
        return super().__contains__(name)


def test_properties_of_other_parts_are_not_looked_for_in_each_pair_of_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_Counted, "lookups", 0)
    anything = Schema(Location(""))
    rules = [ObjectRules(_Counted(a=anything, b=anything), additional_properties=anything) for _ in range(300)]
    schema = Schema(Location(""), all_of=tuple(Schema(Location(""), objects=each) for each in rules))
    merged = merge(
        schema, lambda node: node if isinstance(node, Schema) else anything, lambda one, _: one, nullable=False
    )
    assert not merged.contradictions
    assert 0 < _Counted.lookups < 20 * len(rules)


@pytest.mark.parametrize(("is_negated_too", "most"), [(False, 1_000), (True, 2 * schema_views.MOST_CONDITIONS)])
def test_known_conditions_that_refer_to_each_other_are_bounded(
    monkeypatch: pytest.MonkeyPatch, is_negated_too: bool, most: int
) -> None:
    schemas: dict[str, JsonValue] = {"S0": {"type": "string"}}
    for index in range(1, 30):
        inner: JsonValue = {"$ref": f"#/components/schemas/S{index - 1}"}
        below: JsonValue = {"allOf": [inner, {"if": {}, "then": inner}]}
        schemas[f"S{index}"] = {"if": {}, "then": below, **({"not": {"not": inner}} if is_negated_too else {})}
    document, components = document_of(schemas)
    merges: list[Schema] = []

    def counted(schema: Schema, *given: Any, **options: Any) -> Merged:
        merges.append(schema)
        return merge(schema, *given, **options)

    monkeypatch.setattr(schema_views, "merge", counted)
    SchemaViews(document).plain(components["S29"])
    assert 0 < len(merges) < most


def test_each_side_of_the_wire_has_its_properties(views: SchemaViews) -> None:
    user = component(views, "User")
    assert [*views.properties(user, View.REQUEST)] == ["name", "password", "kind", "odd"]
    assert [*views.properties(user, View.RESPONSE)] == ["id", "name", "kind", "odd"]
    assert [*views.properties(user, View.REQUEST, kept=["id"])] == ["id", "name", "password", "kind", "odd"]
    assert views.required(user, View.REQUEST) == ("name", "password", "kind")
    assert views.required(user, View.RESPONSE) == ("id", "name", "kind")


def test_variants_are_flat_through_references() -> None:
    raw: dict[str, JsonValue] = {
        "A": {"properties": {"a": {}}, "type": "object"},
        "B": {"properties": {"b": {}}, "type": "object"},
        "C": {"properties": {"c": {}}, "type": "object"},
        "U": {"anyOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/C"}, {"type": "null"}]},
        "X": {"anyOf": [{"$ref": "#/components/schemas/U"}, {"$ref": "#/components/schemas/B"}, False]},
    }
    document, components = document_of(raw)
    variants = SchemaViews(document).variants(components["X"])
    found = [node.target.component for node in variants.members if isinstance(node, SchemaRef) and node.target]
    assert found == ["A", "C", "B"]
    assert variants.nullable


def test_reach_follows_references_once(views: SchemaViews) -> None:
    start = component(views, "Odd")
    pointers = [schema.location.pointer for schema in reach(views.document, [start, start])]
    assert pointers == [
        "/components/schemas/Odd",
        "/components/schemas/Even",
        "/components/schemas/Number",
    ]
    names = [target.component for target in reached_targets(views.document, [start])]
    assert names == ["Odd", "Even", "Number"]


def test_cycles_are_found(views: SchemaViews) -> None:
    start = [component(views, name) for name in SCHEMAS]
    found = {target.component for target in on_cycles(views.document, start)}
    assert found == {"Tree", "Odd", "Even", "Self"}
    assert Target("", "/components/schemas/Tree") in on_cycles(views.document, [component(views, "Tree")])


def test_what_two_parts_say_alike_is_said_once_in_the_merged_view() -> None:
    part: JsonValue = {"minLength": 1, "not": {"const": "a"}, "if": {"const": "b"}, "then": False}
    other: JsonValue = {"maxLength": 9, "not": {"const": "a"}, "if": {"const": "b"}, "then": False}
    further: JsonValue = {"maxLength": 9, "not": {"const": "c"}}
    document, components = document_of({"Same": {"allOf": [part, other]}, "Two": {"allOf": [part, further]}})
    views = SchemaViews(document)
    same, two = (views.merged(components[name]).schema for name in ("Same", "Two"))
    assert same.negated is not None
    assert (same.strings.min_length, same.strings.max_length, same.all_of) == (1, 9, ())
    assert len(two.all_of) == 1
