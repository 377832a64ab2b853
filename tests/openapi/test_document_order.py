"""A document that was read and put in order is the document that was put in order and read."""

from __future__ import annotations

import copy
import random
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nemogen.openapi.document import Document
from nemogen.openapi.document_order import document_in_name_order
from nemogen.openapi.name_order import in_name_order
from nemogen.openapi.read_document import read_value
from nemogen.openapi.schema import SchemaRef
from nemogen.openapi.schema_store import reachable_schemas
from nemogen.source.load import load, require_openapi
from tests.naming.small import one, operation, properties, spec
from tests.test_cases import CASES

TEXT = {"type": "string"}
NO_DATA = ("keywords", "resolve_target", "resources", "families")
"""What documents are not compared by: where keywords stand, functions, and what is made of raw values alone."""
GOOD = [case for case in CASES if (case / "expected").is_dir()]
SPECS = [require_openapi(load(found.read_bytes(), found.name)) for case in GOOD for found in case.glob("spec.*")]


def written_out(value: Any) -> Any:
    """All that a value holds, in its order, as lists."""
    if is_dataclass(value):
        named = [each.name for each in fields(value) if each.name not in NO_DATA]
        return [type(value).__name__, *([name, written_out(getattr(value, name))] for name in named)]
    if isinstance(value, Mapping):
        return [[key, written_out(each)] for key, each in value.items()]
    if isinstance(value, list | tuple):
        return [*map(written_out, value)]
    return sorted(value) if isinstance(value, frozenset) else value


def whole(document: Document) -> list[Any]:
    components = map(document.resolve, document.component_schemas.values())
    return [written_out(each) for each in (document, [*components], [*reachable_schemas(document)])]


def mixed(value: Any, rng: random.Random) -> Any:
    """The same value with all its maps in another order."""
    if isinstance(value, dict):
        return {each: mixed(value[each], rng) for each in rng.sample([*value], len(value))}
    return [mixed(each, rng) for each in value] if isinstance(value, list) else value


def in_order(value: Any) -> Document | None:
    found = document_in_name_order(read_value(value, "spec.json"))
    return None if found is None else found.document


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(SPECS), st.integers(0, 2**32))
def test_it_is_the_document_that_is_read_in_order(value: Any, seed: int) -> None:
    document = in_order(mixed(copy.deepcopy(value), random.Random(seed)))
    if document is not None:
        assert whole(document) == whole(read_value(in_name_order(value), "spec.json").document)


def test_nearly_all_documents_need_not_be_read_again() -> None:
    modern = [each for each in SPECS if str(each.get("openapi", "")).startswith(("3.0", "3.1"))]
    assert sum(in_order(each) is not None for each in modern) > 0.9 * len(modern)


def with_response_headers(headers: Any) -> Any:
    document = one(TEXT, TEXT)
    document["paths"]["/things"]["post"]["responses"]["200"]["headers"] = headers
    return document


def with_parameter(parameter: Any) -> Any:
    return one(TEXT, TEXT, parameters=[parameter])


TWO = {"text/plain": {"schema": TEXT}, "application/json": {"schema": TEXT}}


@pytest.mark.parametrize(
    "value",
    [
        {**one(TEXT, TEXT), "openapi": "3.2.0"},
        with_response_headers({"X-B": {"schema": TEXT}, "x-b": {"schema": {"type": "integer"}}}),
        with_response_headers({"X-B": {"content": TWO}}),
        with_parameter({"name": "a", "in": "query", "content": TWO}),
        spec({"/b": {"get": operation(TEXT)}, "a": {"get": operation(TEXT)}}),
        spec({"/b": {"additionalOperations": {"COPY": operation(TEXT)}}}),
        {**one(TEXT), "paths": {"$ref": "#/x-paths"}, "x-paths": one(TEXT)["paths"]},
        one({"$id": "https://a.example/b", **TEXT}),
        {"swagger": "2.0", "info": {"title": "a", "version": "1"}, "paths": {}},
    ],
    ids=["3.2", "headers", "header", "parameter", "path", "method", "paths", "identifier", "swagger"],
)
def test_where_order_decides_what_is_read_it_has_to_be_read_in_order(value: Any) -> None:
    assert in_order(value) is None


def test_a_status_of_another_spelling_may_be_one_of_two() -> None:
    document = one(TEXT, TEXT)
    declared = document["paths"]["/things"]["post"]["responses"]
    assert in_order(document) is not None
    assert in_order({**document, "paths": {"/t": {"get": {"responses": {**declared, "4xx": declared["200"]}}}}}) is None


def test_a_schema_is_put_in_order_once_and_one_in_order_is_itself() -> None:
    schemas = {"B": properties(b=TEXT, a=TEXT), "A": properties(a=TEXT, b=TEXT)}
    read = read_value(one(TEXT, TEXT, schemas), "spec.json")
    found = document_in_name_order(read)
    assert found is not None
    document, other = read.document, found.document
    reference = document.component_schemas["B"]
    assert other.resolve(reference) is other.resolve(reference)
    assert [*other.component_schemas] == ["A", "B"]
    assert [*other.resolve(reference).objects.properties] == ["a", "b"]
    assert other.resolve(document.component_schemas["A"]) is document.resolve(document.component_schemas["A"])
    assert other.resolve_target(SchemaRef(None, "#/x", reference.location)) is None
