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
    parameters: list[Any],
    response: Any,
    *,
    headers: Any = None,
    method: str = "get",
    path: str = "/ships",
    body: Any = None,
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
    if body is not None:
        operation["requestBody"] = {"content": {"application/json": {"schema": body}}}
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
        ([("skip", NUMBER, "")], SHIPS, "offset", "skip", 0),
        ([("start", TEXT, ""), ("limit", TEXT, "")], obj(ships=SHIPS, start=NUMBER), "offset", "start", 0),
        ([("startAfter", TEXT, ""), ("skip", NUMBER, ""), LIMIT], SHIPS, "offset", "skip", 0),
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
    other = found_in([("X-Page-Continue", TEXT, "", "header")], SHIPS, headers={"X-Page-Next": {"schema": TEXT}})
    assert [(each.parameter, each.location_in, each.header) for each in (said, declared, sent, other) if each] == [
        ("cursor", "query", "X-Ship-Cursor-Next"),
        ("cursor", "query", "X-Next-Cursor"),
        ("X-Next-Token", "header", "X-Next-Token"),
        ("X-Page-Continue", "header", "X-Page-Next"),
    ]
    assert said is not None
    assert said.reason == "`cursor` takes the header X-Ship-Cursor-Next of the response; items: the response"
    assert found_in([("cursor", TEXT, "Send the header `X-Ship` here."), LIMIT], SHIPS) is None


def test_a_header_of_the_request_chooses_pages_only_where_the_response_has_one_for_the_next() -> None:
    header = ("Next-Token", TEXT, "", "header")
    assert found_in([header, LIMIT], obj(ships=SHIPS, nextToken=TEXT)) is None
    found = found_in([header, LIMIT], obj(ships=SHIPS), headers={"X-Next-Page": {"schema": TEXT}})
    assert found is not None
    assert (found.parameter, found.location_in) == ("Next-Token", "header")


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


PAGED = [("page", NUMBER, ""), LIMIT]


@pytest.mark.parametrize(
    "ship", [obj(id=TEXT, documents=PORTS), obj(ship=obj(id=TEXT, ports=PORTS)), obj(id=TEXT, harbor=obj(ports=PORTS))]
)
def test_one_thing_with_an_id_gives_no_pages_of_a_part_of_it(ship: Any) -> None:
    assert found_in(PAGED, ship, path="/ships/{id}") is None


def test_one_thing_that_counts_its_part_gives_pages_of_it() -> None:
    found = found_in(PAGED, obj(id=TEXT, ports=PORTS, total=NUMBER), path="/ships/{id}")
    assert found is not None
    assert found.items == ("ports",)


def test_an_array_beside_results_that_are_not_declared_is_not_taken_for_them() -> None:
    response = obj(ships=obj(kind=TEXT, total=NUMBER, aggregations=PORTS))
    assert found_in(PAGED, response) is None
    found = found_in(PAGED, response, path="/fleet")
    assert found is not None
    assert found.items == ("ships", "aggregations")


OPEN = {"type": "object", "additionalProperties": {"type": "string"}}


def test_an_object_of_links_that_declares_none_has_the_link_that_a_cursor_is_said_to_be_of() -> None:
    cursor = ("cursor", TEXT, "Part of the address `next` of the page before")
    found = found_in([cursor, LIMIT], obj(ships=SHIPS, _links=OPEN))
    assert found is not None
    assert (found.style, found.next) == ("next_link", ("_links", "next"))
    assert found_in([("cursor", TEXT, "Where to begin"), LIMIT], obj(ships=SHIPS, _links=OPEN)) is None
    counted = found_in([cursor, ("start", NUMBER, ""), LIMIT], obj(ships=SHIPS, _links=OPEN, start=NUMBER))
    assert counted is not None
    assert (counted.style, counted.parameter) == ("offset", "start")


@pytest.mark.parametrize(
    ("body", "response", "style", "label"),
    [
        (obj(page=obj(**{"from": NUMBER, "limit": NUMBER})), obj(items=SHIPS), "offset", "page.from"),
        (obj(page=obj(number=NUMBER, size=NUMBER)), obj(items=SHIPS), "page", "page.number"),
        (obj(paging=obj(page=NUMBER)), obj(items=SHIPS, totalPages=NUMBER), "page", "paging.page"),
        (obj(pagination=obj(after=TEXT)), obj(items=SHIPS, next=obj(after=TEXT)), "cursor", "pagination.after"),
        (obj(page=obj(offset=NUMBER), offset=NUMBER, limit=NUMBER), obj(items=SHIPS), "offset", "offset"),
    ],
)
def test_an_object_of_the_body_may_have_what_chooses_the_page(body: Any, response: Any, style: str, label: str) -> None:
    found = found_in([], response, method="post", body=body)
    assert found is not None
    assert (found.style, found.location_in, ".".join((*found.within, found.parameter))) == (style, "body", label)
    assert found.reason.startswith(f"`{label}` ")


SIZE = {"type": "integer", "default": 10, "maximum": 50}


@pytest.mark.parametrize(
    ("body", "size"),
    [
        (obj(limit=SIZE, page=obj(**{"from": NUMBER})), ("", None, None)),
        (obj(page=obj(**{"from": NUMBER, "limit": SIZE})), ("limit", 10, 50)),
        (obj(limit=SIZE, **{"from": NUMBER}), ("limit", 10, 50)),
    ],
)
def test_a_size_is_known_only_beside_what_chooses_the_page(body: Any, size: Any) -> None:
    found = found_in([], obj(items=SHIPS), method="post", body=body)
    assert found is not None
    assert (found.parameter, found.size_parameter, found.size, found.most) == ("from", *size)


def test_a_number_in_an_object_that_is_called_page_may_be_of_a_book() -> None:
    assert found_in([], obj(id=TEXT, ships=SHIPS), method="post", body=obj(page=obj(number=NUMBER, text=TEXT))) is None


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
