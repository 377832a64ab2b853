"""Which operations are taken for paginated, and how: one row a spelling."""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.client.pagination import faults_of, recognize
from nemogen.client.pagination_plan import Pagination
from nemogen.config import Pagination as Given
from nemogen.openapi.read_document import read_value
from nemogen.openapi.schema_views import SchemaViews

TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
YES_NO = {"type": "boolean"}
NULLABLE = {"type": ["string", "null"]}
URL = {"type": "string", "format": "uri"}
SHIPS = {"type": "array", "items": {"type": "object", "properties": {"id": TEXT}}}
NAMES = {"type": "array", "items": TEXT}


def obj(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def document(
    query: dict[str, Any], response: Any, *, method: str = "get", body: Any = None, headers: Any = None
) -> dict[str, Any]:
    content = {"application/json": {"schema": response}}
    operation: dict[str, Any] = {
        "parameters": [{"name": name, "in": "query", "schema": schema} for name, schema in query.items()],
        "responses": {"200": {"description": "Fine.", "content": content, "headers": headers or {}}},
    }
    if body is not None:
        operation["requestBody"] = {"content": {"application/json": {"schema": body}}}
    return {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/ships": {method: operation}}}


def recognized(spec: dict[str, Any], given: Given | None = None) -> Pagination | None:
    typed = read_value(spec, "openapi.json").document
    (operation,) = typed.operations
    return recognize(operation, SchemaViews(typed), given)


def faults(spec: dict[str, Any], given: Given) -> list[tuple[str, str]]:
    typed = read_value(spec, "openapi.json").document
    (operation,) = typed.operations
    return list(faults_of(operation, SchemaViews(typed), given))


@pytest.mark.parametrize(
    ("query", "response", "style", "parameter", "following"),
    [
        ({"cursor": TEXT}, obj(data=SHIPS, next_cursor=NULLABLE), "cursor", "cursor", ("next_cursor",)),
        ({"pageToken": TEXT}, obj(files=SHIPS, nextPageToken=TEXT), "cursor", "pageToken", ("nextPageToken",)),
        ({"page_token": NULLABLE}, obj(items=SHIPS, next_page=NULLABLE), "cursor", "page_token", ("next_page",)),
        ({"NextToken": TEXT}, obj(Ships=SHIPS, NextToken=TEXT), "cursor", "NextToken", ("NextToken",)),
        (
            {"cursor": TEXT},
            obj(members=SHIPS, response_metadata=obj(next_cursor=TEXT)),
            "cursor",
            "cursor",
            ("response_metadata", "next_cursor"),
        ),
        (
            {"page[after]": TEXT},
            obj(data=SHIPS, meta=obj(page=obj(after=TEXT))),
            "cursor",
            "page[after]",
            ("meta", "page", "after"),
        ),
        ({"after": TEXT}, obj(data=SHIPS, paging=obj(cursors=obj(after=TEXT))), "cursor", "after", None),
        ({"page": NUMBER}, obj(data=SHIPS, next_page={"type": ["integer", "null"]}), "cursor", "page", ("next_page",)),
        ({"after": TEXT}, obj(data=SHIPS, has_more=YES_NO, last_id=TEXT), "cursor", "after", ("last_id",)),
        ({"starting_after": TEXT}, obj(data=SHIPS, has_more=YES_NO), "last_id", "starting_after", ("id",)),
        ({"page": NUMBER}, obj(results=SHIPS, next=URL, previous=URL), "next_link", "", ("next",)),
        ({}, obj(results=SHIPS, next=NULLABLE, previous=NULLABLE), "next_link", "", ("next",)),
        ({}, obj(data=SHIPS, links=obj(next=obj(href=TEXT))), "next_link", "", ("links", "next", "href")),
        ({"$top": NUMBER}, obj(value=SHIPS, **{"@odata.nextLink": TEXT}), "next_link", "", ("@odata.nextLink",)),
        ({"offset": NUMBER, "limit": NUMBER}, SHIPS, "offset", "offset", ()),
        ({"startIndex": NUMBER, "count": NUMBER}, obj(Resources=SHIPS, totalResults=NUMBER), "offset", None, ()),
        ({"page": NUMBER, "per_page": NUMBER}, SHIPS, "page", "page", ()),
        ({"page": NUMBER, "size": NUMBER}, obj(content=SHIPS, totalPages=NUMBER), "page", "page", ()),
        ({"page[number]": NUMBER, "page[size]": NUMBER}, obj(data=SHIPS), "page", "page[number]", ()),
    ],
)
def test_a_spelling_is_recognized(
    query: dict[str, Any], response: Any, style: str, parameter: str | None, following: tuple[str, ...] | None
) -> None:
    found = recognized(document(query, response))
    assert found is not None
    assert found.style == style
    assert parameter in (None, found.parameter)
    assert following in (None, found.next)


def test_a_header_is_a_link_where_the_document_declares_it() -> None:
    found = recognized(document({"page": NUMBER}, SHIPS, headers={"Link": {"schema": TEXT}}))
    assert found is not None
    assert (found.style, found.items) == ("link_header", ())
    assert recognized(document({"tag": TEXT}, SHIPS, headers={"Link": {"schema": TEXT}})) is None


def test_a_body_may_hold_the_cursor_of_a_request_that_reads() -> None:
    body = obj(query=TEXT, start_cursor=TEXT)
    found = recognized(document({}, obj(results=SHIPS, next_cursor=NULLABLE), method="post", body=body))
    assert found is not None
    assert (found.style, found.parameter, found.location_in) == ("cursor", "start_cursor", "body")
    assert recognized(document({}, obj(results=SHIPS, next_cursor=NULLABLE), method="put", body=body)) is None


@pytest.mark.parametrize(
    ("query", "response"),
    [
        ({}, SHIPS),
        ({"limit": NUMBER}, SHIPS),
        ({"limit": NUMBER}, obj(data=SHIPS, has_more=YES_NO)),
        ({"cursor": TEXT}, SHIPS),
        ({}, obj(data=SHIPS, next_cursor=TEXT)),
        ({"cursor": TEXT}, obj(next_cursor=TEXT, name=TEXT)),
        ({"after": {"type": "string", "format": "date-time"}}, SHIPS),
        ({"page": TEXT}, SHIPS),
        ({"page": NUMBER}, obj(title=TEXT, body=TEXT)),
        ({"offset": NUMBER}, SHIPS),
        ({"start": TEXT, "end": TEXT, "limit": NUMBER}, SHIPS),
        ({}, obj(next=TEXT, steps=SHIPS)),
        ({"\N{GREEK SMALL LETTER PSI}": TEXT}, obj(next=TEXT, ships=SHIPS)),
        ({"cursor": TEXT}, obj(left=SHIPS, right=SHIPS, next_cursor=TEXT)),
    ],
)
def test_what_only_looks_like_pages_is_left_alone(query: dict[str, Any], response: Any) -> None:
    assert recognized(document(query, response)) is None


@pytest.mark.parametrize(
    ("response", "items"),
    [
        (obj(data=SHIPS, errors=NAMES, next_cursor=TEXT), ("data",)),
        (obj(ships=SHIPS, ports=SHIPS, next_cursor=TEXT), ("ships",)),
        (obj(fleet=SHIPS, tags=NAMES, next_cursor=TEXT), ("fleet",)),
        (obj(data=obj(items=SHIPS), next_cursor=TEXT), ("data", "items")),
        ({"allOf": [obj(next_cursor=TEXT), obj(list=SHIPS)]}, ("list",)),
    ],
)
def test_the_items_are_the_array_that_the_response_is_about(response: Any, items: tuple[str, ...]) -> None:
    found = recognized(document({"cursor": TEXT}, response))
    assert found is not None
    assert found.items == items


def test_settings_say_what_the_document_does_not() -> None:
    spec = document({"from_key": TEXT}, obj(left=SHIPS, right=SHIPS, tail=TEXT))
    given = Given("cursor", "from_key", "tail", "right")
    assert faults(spec, given) == []
    found = recognized(spec, given)
    assert found is not None
    assert (found.style, found.parameter, found.location_in) == ("cursor", "from_key", "query")
    assert (found.next, found.items) == (("tail",), ("right",))


def test_a_setting_names_a_parameter_in_an_object_of_the_body_by_its_path() -> None:
    body = obj(scope=obj(page=NUMBER), page=obj(at=NUMBER, limit=NUMBER))
    spec = document({}, obj(ships=SHIPS), method="post", body=body)
    assert recognized(spec) is None
    given = Given("offset", "page.at")
    assert faults(spec, given) == []
    found = recognized(spec, given)
    assert found is not None
    assert (found.location_in, found.within, found.parameter, found.first) == ("body", ("page",), "at", 0)
    assert ("it has no param page.att", "Did you mean page.at?") in faults(spec, Given("offset", "page.att"))


@pytest.mark.parametrize(
    ("given", "size"),
    [
        (None, ("limit", 10, 50)),
        (Given(param="page.from"), ("", None, None)),
        (Given("offset", "page.from"), ("", None, None)),
        (Given(param="skip"), ("limit", 10, 50)),
    ],
)
def test_a_setting_keeps_a_size_only_beside_the_parameter_that_it_names(given: Given | None, size: object) -> None:
    limit = {**NUMBER, "default": 10, "maximum": 50}
    body = obj(offset=NUMBER, skip=NUMBER, limit=limit, page=obj(**{"from": NUMBER, "to": NUMBER}))
    found = recognized(document({}, obj(ships=SHIPS), method="post", body=body), given)
    assert found is not None
    assert (found.size_parameter, found.size, found.most) == size


def test_a_setting_knows_the_size_that_no_rule_would_have_looked_for() -> None:
    spec = document({"at": NUMBER, "limit": {**NUMBER, "default": 10}}, obj(left=SHIPS, right=SHIPS))
    found = recognized(spec, Given("offset", "at", items="left"))
    assert found is not None
    assert (found.parameter, found.size_parameter, found.size) == ("at", "limit", 10)


@pytest.mark.parametrize(
    ("given", "what", "remedy"),
    [
        (Given(param="cursr"), "it has no param cursr", "Did you mean cursor?"),
        (Given(next="next_curser"), "it has no next next_curser", "Did you mean next_cursor?"),
        (Given(items="dta"), "it has no items dta", "Did you mean data?"),
        (Given("page"), "style page needs param", "Add param to the setting."),
        (Given("last_id", "cursor", "idd"), "it has no next idd", "Did you mean id?"),
    ],
)
def test_a_setting_that_matches_nothing_is_a_fault_with_a_suggestion(given: Given, what: str, remedy: str) -> None:
    spec = document({"cursor": TEXT}, obj(data=SHIPS, next_cursor=TEXT))
    assert (what, remedy) in faults(spec, given)
    assert recognized(spec, given) is None
