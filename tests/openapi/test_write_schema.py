from __future__ import annotations

from collections.abc import Iterable, Iterator
from random import Random

import jsonschema_rs
import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from nemogen.openapi.bundle_schema import bundle_schema
from nemogen.openapi.document import Document
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.schema import SchemaNode, SchemaRef
from nemogen.openapi.schema_views import SchemaViews
from nemogen.openapi.visit import reach
from nemogen.openapi.write_schema import WriteOptions, write_schema
from tests.openapi.random_schemas import Raw, random_components, random_instance
from tests.openapi.schemas import document_of, read
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
