from __future__ import annotations

from typing import Any

import pytest

from nemogen.canonical import CanonicalParameter
from nemogen.canonical_json import write_canonical
from tests.canonical_nodes import node, written
from tests.naming.small import findings, operation, prepared, spec

STRING = {"type": "string"}


def read(
    *entries: Any, path: str = "/things", above: tuple[Any, ...] = ()
) -> tuple[tuple[CanonicalParameter, ...], list[str]]:
    item = {"parameters": list(above), "get": operation(parameters=list(entries))}
    document = prepared(spec({path: item}))
    return document.operations[0].parameters, findings(document)


def query(name: str = "q", **more: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": STRING, **more}


def test_the_operation_wins_over_its_path() -> None:
    found, _ = read(query(required=True), above=(query(), query("other")))
    assert [(each.name, each.required) for each in found] == [("other", False), ("q", True)]


def test_a_placeholder_that_nobody_declares_is_a_string() -> None:
    found, ids = read(path="/things/{id}")
    assert found == (CanonicalParameter(name="id", location_in="path", required=True, schema=node(STRING)),)
    assert ids == ["path-parameter-undeclared"]


def test_a_path_parameter_without_a_placeholder_is_left_out() -> None:
    entry = {"name": "id", "in": "path", "required": True, "schema": STRING}
    assert read(entry) == ((), ["path-parameter-unused"])


@pytest.mark.parametrize(
    "entry",
    [5, None, {}, {"name": 5, "in": "query"}, {"name": "a"}, {"name": "a", "in": "body"}, {"name": "a", "in": []},
     {"$ref": "#/nowhere"}],
)  # fmt: skip
def test_what_is_no_parameter_is_left_out_and_reported(entry: Any) -> None:
    found, ids = read(entry)
    assert found == ()
    assert ids in (["parameter-unreadable"], ["document-part-malformed"], ["reference-dangling"])


@pytest.mark.parametrize("name", ["Authorization", "accept", "Content-Type"])
def test_headers_that_are_described_elsewhere_are_no_parameters(name: str) -> None:
    assert read({"name": name, "in": "header", "schema": STRING}) == ((), ["parameter-ignored"])
    assert read({"name": name, "in": "query", "schema": STRING})[1] == []


def test_the_schema_may_stand_under_a_media_type() -> None:
    found, _ = read({"name": "q", "in": "query", "content": {"application/json": {"schema": {"type": "integer"}}}})
    assert found[0].schema == node({"type": "integer"})


def test_values_of_the_wrong_type_are_dropped() -> None:
    found, ids = read(query(description=[], explode="yes", deprecated=1, required="yes", style=["form"]))
    assert found == (CanonicalParameter(name="q", location_in="query", required=False, schema=node(STRING)),)
    assert set(ids) == {"style-unreadable", "value-malformed"}


def test_a_style_of_another_place_is_reported() -> None:
    entry = {"name": "h", "in": "header", "schema": STRING, "style": "deepObject"}
    assert read(entry)[1] == ["style-unreadable"]


def test_every_style_of_openapi_is_read_in_its_place() -> None:
    for style in ("simple", "label", "matrix"):
        entry = {"name": "id", "in": "path", "required": True, "schema": STRING, "style": style, "explode": True}
        found, ids = read(entry, path="/things/{id}")
        assert (found[0].style or "simple", found[0].explode, ids) == (style, True, [])


def test_two_of_one_name_in_two_places_keep_their_types() -> None:
    header = {"name": "q", "in": "header", "schema": {"type": "integer"}}
    document = prepared(spec({"/things": {"get": operation(parameters=[query(), header])}}))
    assert [write_canonical(each.schema) for each in document.operations[0].parameters] == [{"type": "integer"}, STRING]
    whole = written(document)["ThingListParameters"]["properties"]["q"]
    assert whole == {"anyOf": [{"type": "integer"}, STRING]}
