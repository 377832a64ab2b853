from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from random import Random

import jsonschema_rs
import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from nemogen.errors import Location
from nemogen.openapi.bundle_schema import bundle_schema
from nemogen.openapi.document import Document, Info
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.references import References
from nemogen.openapi.schema import Schema, SchemaNode, SchemaRef, Target, View
from nemogen.openapi.schema_resources import SchemaResources
from nemogen.openapi.schema_store import SchemaStore
from nemogen.openapi.schema_views import SchemaViews
from nemogen.openapi.visit import reach
from nemogen.openapi.write_schema import WriteOptions, write_schema
from tests.openapi.random_schemas import Raw, random_components, random_instance
from tests.openapi.schemas import REF_A, REF_B, document_of, read
from tests.openapi.test_read_schema import SPELLINGS

OPTIONS = WriteOptions(lambda target: f"#{target.pointer}")


def validator(raw: JsonValue) -> jsonschema_rs.Validator:
    return jsonschema_rs.Draft202012Validator(raw, validate_formats=False, offline=True)  # type: ignore[arg-type]


def has_null(value: JsonValue) -> bool:
    if isinstance(value, dict):
        return any(has_null(item) for item in value.values())
    return value is None or (isinstance(value, list) and any(has_null(item) for item in value))


def read_components(raw: Raw) -> tuple[Document, SchemaRef]:
    document, found = document_of(raw)
    return document, found["X"]


@pytest.mark.parametrize("name", SPELLINGS)
def test_what_is_written_is_read_as_the_same(name: str) -> None:
    for raw in SPELLINGS[name]:
        node, _ = read(raw)
        assert read(write_schema(node, OPTIONS))[0] == node


@given(st.randoms(use_true_random=True))
@settings(max_examples=300, deadline=None)
def test_writing_and_reading_again_changes_nothing(random: Random) -> None:
    raw = random_components(random, unevaluated=True)
    document, start = read_components(raw)
    for schema in reach(document, [start]):
        written = write_schema(schema, OPTIONS)
        again, _ = read(written, components=raw)
        is_reference = written.keys() == {"$ref"}
        assert is_reference or again == schema, written
        assert write_schema(again, OPTIONS) == written


def assert_same_validity(
    document: Document, shown: Iterable[SchemaNode], raw: Raw, values: Iterable[JsonValue]
) -> None:
    """Assert that instances are as valid by each schema as by the component X."""
    expected = validator({"components": {"schemas": raw}, "$ref": "#/components/schemas/X"})
    for schema in shown:
        found = validator({**bundle_schema(document, schema).schema})
        for value in values:
            is_valid = expected.is_valid(value)
            event(f"valid: {is_valid}")
            assert found.is_valid(value) is is_valid, (raw, value)


def instances(random: Random, raw: Raw) -> Iterator[JsonValue]:
    """Instances, without null where there is a `oneOf`: if several variants allow null, the reader lets it be valid."""
    for _ in range(20):
        value = random_instance(random)
        if "oneOf" not in repr(raw) or not has_null(value):
            yield value


@given(st.randoms(use_true_random=True))
@settings(max_examples=300, deadline=None)
def test_an_instance_is_as_valid_after_reading_and_writing(random: Random) -> None:
    raw = random_components(random, unevaluated=True)
    document, start = read_components(raw)
    assert_same_validity(document, [start], raw, [*instances(random, raw)])


@given(st.randoms(use_true_random=True))
@settings(max_examples=300, deadline=None)
def test_an_instance_is_as_valid_by_the_views_of_a_schema(random: Random) -> None:
    raw = random_components(random, unevaluated=True)
    document, start = read_components(raw)
    views = SchemaViews(document)
    is_exact = views.merged(start).is_exact
    event(f"exact: {is_exact}")
    shown = [views.plain(start), *([views.merged(start).schema] if is_exact else [])]
    assert_same_validity(document, shown, raw, [*instances(random, raw)])


def test_a_reference_keeps_what_stands_beside_it() -> None:
    node, _ = read({**REF_A, "description": "d"})
    assert write_schema(node, OPTIONS) == {**REF_A, "description": "d"}
    node, _ = read({**REF_A, "required": ["a"]})
    assert write_schema(node, OPTIONS) == {"allOf": [REF_A], "required": ["a"]}
    node, _ = read({"anyOf": [REF_A, {"type": "null"}], "default": None})
    assert write_schema(node, OPTIONS) == {"anyOf": [REF_A, {"type": "null"}], "default": None}


def test_annotations_can_be_left_out() -> None:
    raw: JsonValue = {
        "oneOf": [REF_A, REF_B],
        "title": "T",
        "x-a": 1,
        "readOnly": True,
        "discriminator": {"propertyName": "k", "mapping": {"a": "A"}},
    }
    node, _ = read(raw)
    assert write_schema(node, replace(OPTIONS, has_annotations=False)) == {"oneOf": [REF_A, REF_B]}
    written = write_schema(node, OPTIONS)
    assert written["discriminator"] == {"propertyName": "k", "mapping": {"a": "#/components/schemas/A"}}
    assert read(written)[0] == node


def test_types_and_names_of_values_keep_their_order() -> None:
    node, _ = read({"type": ["string", "null", "integer"], "x-enum-varnames": ["B"]})
    assert write_schema(node, OPTIONS)["type"] == ["string", "integer", "null"]
    values: JsonValue = [{"const": "b", "title": "Bee"}, {"const": "a", "deprecated": True}]
    assert write_schema(read({"oneOf": values})[0], OPTIONS)["oneOf"] == values
    named, _ = read({"oneOf": [{"const": "b", "title": "Bee"}, {"const": "a"}]})
    assert write_schema(named, OPTIONS) == {"type": "string", "enum": ["b", "a"], "x-enum-varnames": ["Bee", ""]}


def test_what_one_side_does_not_send_is_not_required_of_it() -> None:
    raw: Raw = {
        "X": {"type": "object", "properties": {"id": {"readOnly": True}, "n": {}}, "required": ["id", "n"]},
    }
    document, start = read_components(raw)
    views = SchemaViews(document)

    def not_required(schema: Schema) -> Collection[str]:
        return set(schema.objects.required) - set(views.required(schema, View.REQUEST))

    found = validator({**bundle_schema(document, start, not_required=not_required).schema})
    assert found.is_valid({"n": 1})
    assert not found.is_valid({"id": 1})


def test_patterns_that_cannot_be_compiled_are_left_out() -> None:
    raw: Raw = {"X": {"pattern": "(", "patternProperties": {"[": False, "^a": False}}}
    document, start = read_components(raw)
    bundle = bundle_schema(document, start, accepts_pattern=lambda pattern: pattern == "^a")
    assert bundle.schema["$defs"] == {"s0": {"patternProperties": {"^a": False}}}
    assert bundle.targets == {"s0": Target("", "/components/schemas/X")}


def test_a_dynamic_reference_means_the_anchor_of_the_resource_that_was_entered_first() -> None:
    schema: JsonValue = {
        "$id": "https://example.com/strings",
        "$ref": "list",
        "$defs": {
            "item": {"$dynamicAnchor": "item", "type": "string"},
            "list": {
                "$id": "list",
                "type": "array",
                "items": {"$dynamicRef": "#item"},
                "$defs": {"any": {"$dynamicAnchor": "item"}},
            },
        },
    }
    reading = References(schema, "schema.json")
    document = Document("3.1.0", Info(), (), resolve_target=SchemaStore(reading).resolve)
    resources = SchemaResources(reading)
    for pointer, is_valid in (("", False), ("/$defs/list", True)):
        start = SchemaRef(Target("", pointer), "#", Location("schema.json"))
        found = validator({**bundle_schema(document, start, resources).schema})
        assert found.is_valid(["a"])
        assert found.is_valid([1]) is is_valid
