from __future__ import annotations

import sys
from collections.abc import Mapping
from itertools import pairwise, permutations

import pytest

from nemogen.openapi.json_value import JsonValue
from tests.openapi.schemas import digest
from tests.openapi.test_read_schema import PAIRS, SPELLINGS

PARTS: Mapping[str, JsonValue] = {
    "A": {"type": "object", "properties": {"k": {"const": "a"}, "x": {"type": "string"}}, "required": ["k"]},
    "B": {"type": "object", "properties": {"k": {"const": "b"}, "y": {"type": "string"}}, "required": ["k"]},
    "C": {"type": "object", "properties": {"k": {"const": "c"}, "z": {"type": "string"}}, "required": ["k"]},
    "U": {"anyOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}]},
    "NullableA": {"anyOf": [{"$ref": "#/components/schemas/A"}, {"type": "null"}]},
    "Base": {"type": "object", "properties": {"id": {"type": "string"}}},
    "Text": {"type": "string"},
    "Color": {"enum": ["red", "green"]},
    "Anything": {},
    "Nothing": {"not": {}},
    "Nobody": {"type": "null"},
}


def ref(name: str) -> dict[str, JsonValue]:
    return {"$ref": f"#/components/schemas/{name}"}


def same(*spellings: JsonValue) -> None:
    found = [digest({**PARTS, "X": {"properties": {"x": spelling}}}, "X") for spelling in spellings]
    assert [index for index, each in enumerate(found) if each != found[0]] == []


@pytest.mark.parametrize(("name", "index"), PAIRS)
def test_spellings_of_one_thing_have_one_digest(name: str, index: int) -> None:
    components: Mapping[str, JsonValue] = {**PARTS, "X": SPELLINGS[name][0], "Y": SPELLINGS[name][index]}
    assert digest(components, "X") == digest(components, "Y")


THROUGH_REFERENCES: dict[str, list[JsonValue]] = {
    "an alias of a union": [
        {"anyOf": [ref("U"), ref("C")]},
        {"anyOf": [ref("A"), ref("B"), ref("C")]},
        {"anyOf": [ref("C"), ref("B"), ref("A"), ref("B")]},
        {"anyOf": [ref("C"), {"anyOf": [ref("U"), ref("A")]}]},
    ],
    "null in an alias": [
        {"anyOf": [ref("NullableA"), ref("B")]},
        {"anyOf": [ref("A"), ref("B"), {"type": "null"}]},
        {"anyOf": [ref("A"), ref("B")], "nullable": True},
        {"anyOf": [ref("A"), ref("B"), ref("Nobody")]},
        {"anyOf": [ref("U"), ref("Nobody"), ref("Nothing")]},
    ],
    "a base class": [
        {"type": "object", "properties": {"id": {"type": "string"}, "n": {"type": "integer"}}, "required": ["n"]},
        {"allOf": [ref("Base"), {"properties": {"n": {"type": "integer"}}, "required": ["n"]}]},
        {"allOf": [ref("Base")], "properties": {"n": {"type": "integer"}}, "required": ["n"]},
        {**ref("Base"), "properties": {"n": {"type": "integer"}}, "required": ["n"]},
        {"allOf": [{"allOf": [ref("Base"), {"required": ["n"]}]}, {"properties": {"n": {"type": "integer"}}}]},
        {
            "allOf": [
                ref("Base"),
                {"properties": {"n": {"allOf": [{"type": "number"}, {"type": "integer"}]}}},
                {"required": ["n"]},
            ]
        },
    ],
    "a base class in a variant": [
        {"oneOf": [{"type": "object", "properties": {"id": {"type": "string"}, "n": {}}}, ref("B")]},
        {"oneOf": [{"allOf": [ref("Base"), {"type": "object", "properties": {"n": {}}}]}, ref("B")]},
    ],
    "a closed object of parts": [
        {"type": "object", "properties": {"id": {"type": "string"}, "n": {}}, "additionalProperties": False},
        {"allOf": [ref("Base"), {"properties": {"n": {}}}], "unevaluatedProperties": False},
        {"type": "object", "properties": {"id": {"type": "string"}, "n": {}}, "unevaluatedProperties": False},
    ],
    "types": [
        {"anyOf": [ref("Text"), {"type": "integer"}]},
        {"type": ["string", "integer"]},
        {"anyOf": [{"type": "integer"}, {"type": "string", "title": "T"}]},
    ],
    "types and a variant": [
        {"anyOf": [ref("A"), {"type": "string"}, {"type": "integer"}]},
        {"anyOf": [{"type": ["integer", "string"]}, ref("A")]},
        {"anyOf": [ref("A"), ref("Text"), {"type": "integer"}]},
    ],
    "values": [
        {"anyOf": [ref("Color"), {"const": "blue"}]},
        {"enum": ["blue", "green", "red"]},
        {"oneOf": [{"const": "red"}, {"const": "blue"}, {"const": "green", "title": "Green"}]},
    ],
    "any value": [
        {"type": "object", "additionalProperties": ref("Anything")},
        {"type": "object"},
        {"type": "object", "propertyNames": ref("Anything")},
    ],
    "any items": [
        {"type": "array", "items": ref("Anything")},
        {"type": "array"},
        {"type": "array", "items": {"anyOf": [ref("A"), ref("Anything")]}},
    ],
    "one variant that counts": [
        ref("A"),
        {"anyOf": [ref("A"), ref("Nothing")]},
        {"oneOf": [ref("Nothing"), ref("A")]},
        {"allOf": [ref("A"), ref("Anything")]},
        {"allOf": [ref("A"), ref("A")]},
        {"anyOf": [ref("A"), PARTS["A"]]},
        PARTS["A"],
    ],
    "tags": [
        {"oneOf": [ref("A"), ref("B")], "discriminator": {"propertyName": "k"}},
        {"oneOf": [ref("B"), ref("A")], "discriminator": {"propertyName": "k", "mapping": {"A": "A"}}},
        {
            "oneOf": [ref("B"), ref("A")],
            "discriminator": {"propertyName": "k", "mapping": {"B": "#/components/schemas/B"}},
        },
    ],
    "bounds of parts": [
        {"type": "integer", "minimum": 1, "maximum": 5},
        {"allOf": [{"type": "integer"}, {"exclusiveMinimum": 0}, {"maximum": 5, "minimum": -3}]},
        {"allOf": [{"type": "number", "maximum": 5}, {"type": "integer", "maximum": 8, "minimum": 1}]},
    ],
}


@pytest.mark.parametrize("name", THROUGH_REFERENCES)
def test_one_meaning_has_one_digest_through_references(name: str) -> None:
    same(*THROUGH_REFERENCES[name])


@pytest.mark.parametrize(
    ("keyword", "first", "second"),
    [
        ("anyOf", [ref("A"), ref("B")], [ref("B"), ref("C")]),
        ("oneOf", [ref("A"), ref("B")], [ref("B"), ref("C")]),
        ("not", {"required": ["x"]}, {"required": ["y"]}),
        ("if", {"required": ["x"]}, {"required": ["y"]}),
        ("multipleOf", 2, 3),
        ("pattern", "a", "b"),
        ("contains", ref("A"), ref("B")),
    ],
)
def test_what_a_schema_and_its_parts_say_has_no_order(keyword: str, first: JsonValue, second: JsonValue) -> None:
    said = [{keyword: each, **({"then": ref("A")} if keyword == "if" else {})} for each in (first, second)]
    one, other = said
    same({**one, "allOf": [other]}, {**other, "allOf": [one]}, {"allOf": [one, other]}, {"allOf": [other, one]})
    assert digest({**PARTS, "X": {**one, "allOf": [other]}}, "X") != digest({**PARTS, "X": one}, "X")


@pytest.mark.parametrize("table", [SPELLINGS, THROUGH_REFERENCES])
def test_different_meanings_have_different_digests(table: Mapping[str, list[JsonValue]]) -> None:
    spellings = [each[0] for name, each in table.items() if name != "a reference with a description"]
    unlike: list[JsonValue] = [
        {"type": "string", "default": "a"},
        {"type": "string", "default": None},
        {"type": "string", "default": 1},
        {"type": "string", "default": True},
        {"type": "string", "deprecated": True},
        {"type": "string", "readOnly": True},
        {"type": "string", "writeOnly": True},
        {"type": "string", "xml": {"attribute": True}},
        {"type": "string", "format": "date"},
        {"minimum": 0},
        {"type": "integer", "format": "int32"},
        {"oneOf": [{"type": "integer"}, {"type": "number"}]},
        {"allOf": [{"additionalProperties": False}, {"properties": {"a": {}}}]},
        {"properties": {"a": {}}, "additionalProperties": False},
        {"oneOf": [ref("A"), ref("B")], "discriminator": {"propertyName": "k", "mapping": {"b": "A"}}},
        {"oneOf": [ref("A"), ref("B")], "discriminator": {"propertyName": "x"}},
        {"oneOf": [ref("A"), ref("B")], "discriminator": {"propertyName": "k", "defaultMapping": "A"}},
        {"oneOf": [ref("A"), ref("B")], "discriminator": {"propertyName": "k", "defaultMapping": "B"}},
        {"if": ref("A"), "then": ref("B")},
        {"if": ref("A"), "else": ref("B")},
        {"not": ref("A")},
        {"contains": ref("A")},
        {"contains": ref("A"), "minContains": 2},
        {"contains": ref("A"), "maxContains": 2},
        {"dependentRequired": {"a": ["b"]}},
        {"dependentRequired": {"b": ["a"]}},
        {"unevaluatedProperties": False, "anyOf": [ref("A"), ref("B")]},
    ]
    found: dict[bytes, list[JsonValue]] = {}
    for each in (*spellings, *unlike):
        found.setdefault(digest({**PARTS, "X": {"properties": {"x": each}}}, "X"), []).append(each)
    assert [alike for alike in found.values() if len(alike) > 1] == []


def ring(*names: str, **facts: JsonValue) -> dict[str, JsonValue]:
    """Schemas each of which leads to the next, and the last, which has `facts` besides, to the first."""
    schemas: dict[str, JsonValue] = {}
    for index, name in enumerate(names):
        following = names[(index + 1) % len(names)]
        more = facts if name == names[-1] else {}
        schemas[name] = {"type": "object", "properties": {"next": ref(following)}, **more}
    return schemas


def test_a_recursion_has_one_digest_however_far_it_is_written_out() -> None:
    unrolled: JsonValue = {
        "type": "object",
        "properties": {"next": {"type": "object", "properties": {"next": ref("A")}}},
    }
    once = digest(ring("A"), "A")
    assert once == digest(ring("A", "B", "C"), "A")
    assert once == digest({**ring("A"), "Start": unrolled}, "Start")
    assert once == digest(
        {"A": {"allOf": [ref("Node")]}, "Node": {"type": "object", "properties": {"next": ref("A")}}}, "A"
    )


def test_recursions_that_differ_have_different_digests() -> None:
    plain, two, three = ring("A", "B"), ring("A", "B", required=["next"]), ring("A", "B", "C", required=["next"])
    assert len({digest(each, "A") for each in (plain, two, three)}) == 3
    assert digest(two, "A") == digest(ring("C", "D", required=["next"]), "C")


def test_a_long_ring_or_chain_takes_no_stack() -> None:
    names = [f"S{index}" for index in range(sys.getrecursionlimit() + 200)]
    assert len(digest(ring(*names, required=["next"]), "S0")) == 32
    assert len(digest(ring(*names), "S0")) == 32
    for keyword in ("allOf", "anyOf", "oneOf", "items", "not"):
        chain: dict[str, JsonValue] = {names[-1]: {"type": "string"}}
        for name, following in pairwise(names):
            linked: JsonValue = ref(following) if keyword in ("items", "not") else [ref(following), {"minLength": 1}]
            chain[name] = {keyword: linked}
        assert len(digest(chain, "S0")) == 32


def test_recursion_through_parts_ends() -> None:
    schemas: Mapping[str, JsonValue] = {
        "Base": {"type": "object", "properties": {"self": ref("Base")}},
        "Child": {"allOf": [ref("Base"), {"properties": {"self": ref("Child")}}]},
        "Loop": {"allOf": [ref("Loop"), {"type": "object"}]},
        "Union": {"anyOf": [ref("Union"), ref("Base")]},
        "Left": {"anyOf": [ref("Right"), {"type": "string"}]},
        "Right": {"anyOf": [ref("Left"), {"type": "integer"}]},
    }
    found = {name: digest(schemas, name) for name in schemas}
    assert found["Base"] == found["Union"] == found["Child"]
    assert found["Left"] == found["Right"] == digest({"X": {"type": ["string", "integer"]}}, "X")
    assert len(set(found.values())) == 3


def test_old_and_new_spellings_have_one_digest() -> None:
    old: JsonValue = {"type": "object", "properties": {"a": {"type": "string", "nullable": True, "format": "binary"}}}
    new: JsonValue = {
        "type": "object",
        "properties": {"a": {"type": ["string", "null"], "contentMediaType": "application/octet-stream"}},
    }
    assert digest({"X": old}, "X", "3.0.3") == digest({"X": new}, "X", "3.1.0")
    beside: JsonValue = {"properties": {"a": {**ref("A"), "description": "d", "maxProperties": 3}}}
    assert digest({**PARTS, "X": beside}, "X", "3.0.3") == digest(
        {**PARTS, "X": {"properties": {"a": ref("A")}}}, "X", "3.0.3"
    )
    assert digest({**PARTS, "X": beside}, "X") != digest({**PARTS, "X": {"properties": {"a": ref("A")}}}, "X")


def test_parts_that_cannot_be_one_schema_have_no_order() -> None:
    parts: list[JsonValue] = [
        {"anyOf": [{"type": "string", "pattern": "a"}, {"type": "integer"}]},
        {"anyOf": [{"minLength": 3}, {"multipleOf": 2}]},
        {"oneOf": [{"required": ["a"]}, {"required": ["b"]}]},
        {"oneOf": [{"required": ["c"]}, {"required": ["d"]}]},
    ]
    same(*({"allOf": list(order)} for order in permutations(parts)))
