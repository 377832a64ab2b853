from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.client import engine_input, operations
from nemogen.errors import NemogenError, SpecError
from nemogen.naming.prepare import prepare
from nemogen.openapi.read_document import read_value
from tests.mutations import documents, mutated
from tests.naming.small import operation, prepared, properties, spec

DOCUMENTS = documents()
STRING = {"type": "string"}


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(DOCUMENTS), st.integers(0, 2**32))
def test_the_parser_sees_every_operation_and_every_class_of_any_document(document: Any, seed: int) -> None:
    try:
        found = prepare(read_value(mutated(document, Random(seed)), "spec.json"))
    except NemogenError:
        return
    parsed = operations.parse(engine_input.for_client(found))
    assert engine_input.names_of(found.schemas) <= parsed.classes
    assert {(each.verb, engine_input.client_path(each.path)) for each in found.operations} == parsed.operations.keys()


def test_an_operation_is_read_with_its_parameters_bodies_and_statuses() -> None:
    parameters = [
        {"name": "größe", "in": "path", "required": True, "schema": STRING},
        {"name": "X-Key", "in": "header", "schema": properties(a=STRING)},
        {"name": "q", "in": "query", "required": True, "schema": {"type": "integer"}},
    ]
    document = prepared(spec({"/a/{größe}": {"put": operation(properties(b=STRING), STRING, parameters=parameters)}}))
    parsed = operations.parse(engine_input.for_client(document))
    (found,) = parsed.operations.values()
    assert [(each.name, each.place, each.required) for each in found.parameters] == [
        ("at_grosse", "path", True),
        ("q", "query", True),
        ("X-Key", "header", False),
    ]
    assert (found.bodies, found.statuses) == (("application/json",), ("200",))


def test_what_the_parser_does_not_take_is_an_error_with_all_that_it_says() -> None:
    broken = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {"/a": {"get": {"responses": 5}}}}
    with pytest.raises(SpecError, match="does not take"):
        operations.parse(broken)
    lost = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Lost"}}}}
    paths = {path: {"post": {"requestBody": lost, "responses": {}}} for path in ("/a", "/b")}
    with pytest.raises(SpecError) as caught:
        operations.parse({**broken, "paths": paths})
    assert len(caught.value.problems) >= 2


def test_what_the_parser_passes_over_without_a_word_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    query = {"name": "q", "in": "query", "schema": STRING}
    document = prepared(spec({"/a": {"put": operation(STRING, STRING, parameters=[query])}}))
    less = operations.ParsedOperation("put", "/a", (), (), ())
    monkeypatch.setattr(operations, "_operation", lambda _: less)
    with pytest.raises(SpecError) as caught:
        operations.parse(engine_input.for_client(document))
    assert [each.what.partition(" drops ")[2] for each in caught.value.problems] == [
        "the query parameter q of PUT /a",
        "the body application/json of PUT /a",
        "the status 200 of PUT /a",
    ]
    monkeypatch.setattr(operations, "_operation", lambda _: replace(less, path="/b"))
    with pytest.raises(SpecError, match="drops the operation PUT /a"):
        operations.parse(engine_input.for_client(document))
