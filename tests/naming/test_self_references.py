"""Components that refer to themselves without anything in between."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from nemogen.canonical import references
from nemogen.errors import NameClash
from nemogen.naming.prepare import prepare
from nemogen.openapi.read_document import read_value
from tests.canonical_nodes import contents, written
from tests.naming.small import findings, one, prepared, properties, ref
from tests.reference_graphs import document

STRING = {"type": "string"}


def response(schemas: dict[str, Any], name: str = "A") -> tuple[Any, list[str]]:
    """What a response of the component means, references written out, and the ids of the findings."""
    found = prepared(one(ref(name), schemas=schemas))
    schema = contents(found)["application/json"]
    while "$ref" in schema:
        schema = written(found)[schema["$ref"].rpartition("/")[2]]
    return schema, findings(found)


@pytest.mark.parametrize("keyword", ["anyOf", "oneOf"])
@pytest.mark.parametrize(
    "others",
    [
        {},
        {"B": {"anyOf": [ref("A")]}},
        {"B": {"allOf": [ref("C")]}, "C": {"oneOf": [{"$ref": "#/components/schemas/A"}]}},
        {"B": {"$ref": "#/components/schemas/A", "nullable": True}},
    ],
    ids=["itself", "over another", "over two others", "or null"],
)
def test_a_component_that_can_only_be_itself_accepts_any_value(keyword: str, others: dict[str, Any]) -> None:
    schema, found = response({"A": {keyword: [ref("B" if others else "A")]}, **others})
    assert schema == {}
    assert "self-reference" in found


def test_a_component_that_is_a_variant_of_itself_is_what_its_other_variants_are() -> None:
    schema, found = response({"A": {"anyOf": [ref("A"), STRING, ref("B")]}, "B": {"type": "integer"}})
    assert schema == {"anyOf": [STRING, {"type": "integer"}]}
    assert found == ["self-reference"]


def test_components_that_are_variants_of_each_other_accept_the_same_values() -> None:
    schemas = {"A": {"oneOf": [ref("B"), STRING]}, "B": {"oneOf": [ref("A"), {"type": "integer"}]}}
    for name in schemas:
        assert sorted(each["type"] for each in response(schemas, name)[0]["anyOf"]) == ["integer", "string"]


def test_a_cycle_with_an_object_or_a_list_in_between_stays_as_it_is() -> None:
    lists = {"A": {"anyOf": [STRING, {"type": "array", "items": ref("A")}]}}
    objects = {"A": {"anyOf": [properties(next=ref("A")), STRING]}}
    assert response(lists)[1] == response(objects)[1] == []


def test_a_child_of_a_parent_that_names_its_children_has_what_both_declare() -> None:
    parent = {**properties(kind=STRING), "required": ["kind"], "oneOf": [ref("A"), ref("C")]}
    child = {"allOf": [ref("B"), properties(a=STRING)]}
    schemas = {"A": child, "B": parent, "C": {"allOf": [ref("B"), properties(c=STRING)]}}
    assert response(schemas) == ({**properties(kind=STRING, a=STRING), "required": ["kind"]}, [])
    union, found = response(schemas, "B")
    assert union["anyOf"] == [ref("A"), ref("C")]
    assert found == []


def test_an_all_of_that_unfolds_to_itself_comes_to_an_end() -> None:
    schemas = {
        "A": {"allOf": [ref("B"), properties(a=STRING)]},
        "B": {"oneOf": [{"oneOf": [ref("A")]}, properties(b=STRING)]},
    }
    assert response(schemas) == (properties(a=STRING), [])


def test_an_alias_in_a_cycle_of_maps_is_what_it_stands_for() -> None:
    schemas = {
        "A": {"$ref": "#/components/schemas/B", "x-beside": 1},
        "B": {"type": "object", "additionalProperties": ref("A")},
    }
    assert response(schemas)[0] == {"type": "object", "additionalProperties": ref("B")}


@pytest.mark.parametrize("block", range(6))
def test_any_graph_of_references_can_be_read(block: int) -> None:
    for seed in range(block * 40, block * 40 + 40):
        try:
            prepared_document = prepare(read_value(document(Random(seed)), "spec.json"))
        except NameClash:  # two components of a random graph can want one name
            continue
        assert references(prepared_document.schemas.values()) <= prepared_document.schemas.keys(), seed


def test_what_a_cycle_says_of_itself_goes_before_what_its_variant_says() -> None:
    def said(outer: dict[str, Any], inner: dict[str, Any]) -> tuple[Any, ...]:
        schema = {**outer, "anyOf": [ref("A"), {**properties(a=STRING), **inner}]}
        found = prepared(one(ref("A"), schemas={"A": schema})).schemas["A"]
        return found.description, found.deprecated, found.sunset, found.default

    mine = {"description": "Mine.", "deprecated": True, "x-sunset": "2030-01-01", "default": {"a": "b"}}
    theirs = {"description": "Theirs.", "deprecated": True, "x-sunset": "2031-01-01", "default": {}}
    assert said(mine, {}) == said(mine, theirs) == ("Mine.", True, "2030-01-01", {"a": "b"})
    assert said({}, theirs) == ("Theirs.", True, "2031-01-01", {})
    assert said({}, {}) == ("", False, "", None)
