"""Kinds of pagination that only a description, the words of a name, a header or the shape of a response tells."""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.client.pagination import recognize
from nemogen.client.pagination_plan import Pagination
from nemogen.openapi.read_document import read_value
from nemogen.openapi.schema_views import SchemaViews

TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
SHIPS = {"type": "array", "items": {"type": "object", "properties": {"id": TEXT}}}
PORTS = {"type": "array", "items": {"type": "object", "properties": {"code": TEXT}}}
LIMIT = ("limit", NUMBER, "")


def obj(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def found_in(
    parameters: list[Any], response: Any, *, headers: Any = None, method: str = "get", path: str = "/ships"
) -> Pagination | None:
    declared = [
        {"name": name, "in": where, "schema": schema, "description": prose}
        for name, schema, prose, where in ((*each, "query")[:4] for each in parameters)
    ]
    content = {"application/json": {"schema": response}}
    operation: dict[str, Any] = {
        "parameters": declared,
        "responses": {"200": {"description": "Fine.", "content": content, "headers": headers or {}}},
    }
    spec: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {path: {method: operation}},
    }
    document = read_value(spec, "openapi.json").document
    return recognize(document.operations[0], SchemaViews(document))


@pytest.mark.parametrize(
    ("parameters", "response", "style", "parameter", "first"),
    [
        ([("offset", TEXT, ""), ("limit", TEXT, "")], SHIPS, "offset", "offset", 0),
        ([("page", TEXT, ""), ("pageSize", TEXT, "")], SHIPS, "page", "page", 1),
        ([("page", {"type": "string", "default": "0"}, "")], obj(ships=SHIPS), "page", "page", 1),
        ([("index", {"type": "integer", "default": 1}, "Page index"), ("size", NUMBER, "")], SHIPS, "page", "index", 1),
        ([("offset", NUMBER, "Page number of ships to return"), ("size", NUMBER, "")], SHIPS, "page", "offset", 1),
        ([("skipRecords", NUMBER, ""), ("numberToRead", NUMBER, "")], SHIPS, "offset", "skipRecords", 0),
        ([("SkipPages", NUMBER, ""), ("PageSize", NUMBER, "")], SHIPS, "page", "SkipPages", 0),
        ([("begin_at", NUMBER, "Index of the first ship to return"), LIMIT], SHIPS, "offset", "begin_at", 0),
        ([("page", NUMBER, ""), ("offset", NUMBER, ""), LIMIT], obj(ships=SHIPS, page=NUMBER), "page", "page", 1),
        ([("skipRows", NUMBER, ""), ("pageNumber", NUMBER, ""), LIMIT], SHIPS, "page", "pageNumber", 1),
        ([("page", NUMBER, "Which page of results to return")], {"type": "array", "items": NUMBER}, "page", "page", 1),
        ([("offset", NUMBER, "")], obj(ships=SHIPS, total={"type": "number"}), "offset", "offset", 0),
    ],
)
def test_a_number_counts_what_is_before_the_page(
    parameters: list[Any], response: Any, style: str, parameter: str, first: int
) -> None:
    found = found_in(parameters, response)
    assert found is not None
    assert (found.style, found.parameter, found.first) == (style, parameter, first)


@pytest.mark.parametrize(
    ("parameters", "response"),
    [
        ([("offset", TEXT, "An opaque token"), ("limit", TEXT, "")], SHIPS),
        ([("from", TEXT, ""), ("limit", TEXT, "")], SHIPS),
        ([("offset", NUMBER, "Number of events to retrieve"), LIMIT], SHIPS),
        ([("startIndex", NUMBER, "First element"), ("numElements", NUMBER, "")], {"type": "array", "items": NUMBER}),
        ([("chapter", NUMBER, "Number of the chapter"), LIMIT], SHIPS),
        ([("token", TEXT, "Token of the login"), LIMIT], SHIPS),
        ([("before", TEXT, "Id of the last ship of the previous page"), LIMIT], SHIPS),
    ],
)
def test_what_counts_something_else_chooses_no_page(parameters: list[Any], response: Any) -> None:
    assert found_in(parameters, response) is None


@pytest.mark.parametrize(
    ("parameters", "response", "parameter", "following"),
    [
        ([("nextPageId", TEXT, "")], obj(ships=SHIPS, nextPageId=TEXT), "nextPageId", ("nextPageId",)),
        ([("shipsCursor", TEXT, "")], obj(ships=SHIPS, nextFleetCursor=TEXT), "shipsCursor", ("nextFleetCursor",)),
        (
            [("last_offset", TEXT, "For continuing where the previous response ended")],
            obj(ships=SHIPS, last_offset=TEXT),
            "last_offset",
            ("last_offset",),
        ),
        (
            [("ref", TEXT, ""), LIMIT],
            obj(ships=SHIPS, details=obj(pagination=obj(ref=TEXT, has_more={"type": "boolean"}))),
            "ref",
            ("details", "pagination", "ref"),
        ),
        ([("since", NUMBER, "")], obj(Ships=SHIPS, Last=NUMBER, Done={"type": "boolean"}), "since", ("Last",)),
    ],
)
def test_a_parameter_takes_what_the_response_says(
    parameters: list[Any], response: Any, parameter: str, following: tuple[str, ...]
) -> None:
    found = found_in(parameters, response)
    assert found is not None
    assert (found.style, found.parameter, found.next) == ("cursor", parameter, following)


def test_a_header_has_the_cursor_where_a_description_or_the_document_says_so() -> None:
    said = found_in([("cursor", TEXT, "Send the header `X-Ship-Cursor-Next` of a response here."), LIMIT], SHIPS)
    declared = found_in([("cursor", TEXT, ""), LIMIT], SHIPS, headers={"X-Next-Cursor": {"schema": TEXT}})
    sent = found_in([("X-Next-Token", TEXT, "", "header")], SHIPS, headers={"X-Next-Token": {"schema": TEXT}})
    assert [(each.parameter, each.location_in, each.header) for each in (said, declared, sent) if each] == [
        ("cursor", "query", "X-Ship-Cursor-Next"),
        ("cursor", "query", "X-Next-Cursor"),
        ("X-Next-Token", "header", "X-Next-Token"),
    ]
    assert said is not None
    assert said.reason == "`cursor` takes the header X-Ship-Cursor-Next of the response; items: the response"
    assert found_in([("cursor", TEXT, "Send the header `X-Ship` here."), LIMIT], SHIPS) is None


@pytest.mark.parametrize("name", ["starting_after", "after_id", "from_key"])
def test_the_id_of_the_last_item_chooses_the_next_page(name: str) -> None:
    prose = "The id of the last ship of the page before" if name == "from_key" else ""
    found = found_in([(name, TEXT, prose), LIMIT], SHIPS)
    assert found is not None
    assert (found.style, found.parameter, found.next) == ("last_id", name, ("id",))
    assert found_in([(name, TEXT, prose), LIMIT], PORTS) is None


@pytest.mark.parametrize(
    ("links", "following"),
    [
        (obj(next={"anyOf": [TEXT, obj(href=TEXT)]}), ("links", "next")),
        ({"type": "array", "items": obj(rel=TEXT, href=TEXT)}, ("links",)),
    ],
)
def test_links_are_objects_or_lists_of_them(links: Any, following: tuple[str, ...]) -> None:
    found = found_in([("start_at", TEXT, ""), LIMIT], obj(ships=SHIPS, links=links))
    assert found is not None
    assert (found.style, found.next) == ("next_link", following)


@pytest.mark.parametrize(
    ("response", "items"),
    [
        (obj(message=obj(header=obj(status=NUMBER), body=obj(ship_list=SHIPS))), ("message", "body", "ship_list")),
        (obj(ships=SHIPS, metadata=PORTS), ("ships",)),
        (obj(successShips=SHIPS, errorShips=PORTS, skippedShips=PORTS), ("successShips",)),
        (obj(shipList=SHIPS, harbors=PORTS), ("shipList",)),
        (obj(facets=obj(ports=PORTS), related_searches=PORTS, ships={}), ("ships",)),
        (obj(data={"anyOf": [SHIPS, PORTS]}, errors=PORTS), ("data",)),
        ({"anyOf": [obj(ships=SHIPS, kind=TEXT), obj(ships=SHIPS)]}, ("ships",)),
    ],
)
def test_the_items_are_the_array_that_the_operation_is_about(response: Any, items: tuple[str, ...]) -> None:
    found = found_in([("page", NUMBER, ""), LIMIT], response, path="/fleet/ships")
    assert found is not None
    assert found.items == items


def test_a_parameter_may_be_sent_as_json() -> None:
    content = {"application/json": {"schema": NUMBER}}
    offset = {"name": "offset", "in": "query", "content": content}
    limit = {"name": "limit", "in": "query", "content": content}
    success = {"description": "Fine.", "content": {"application/json": {"schema": obj(ships=SHIPS)}}}
    operation = {"parameters": [offset, limit], "responses": {"200": success}}
    spec: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/ships": {"get": operation}},
    }
    document = read_value(spec, "openapi.json").document
    found = recognize(document.operations[0], SchemaViews(document))
    assert found is not None
    assert (found.style, found.parameter) == ("offset", "offset")
