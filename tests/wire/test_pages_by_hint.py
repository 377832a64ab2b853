"""Pages that a document tells by an example of a response, or by two headers of different names."""

from __future__ import annotations

from typing import Any

import pytest

from tests.servers.loopback import Loopback, Reply, Request

from .packages import MODES, TEXT, WHOLE, Mode, api, array, gives, obj, parameters, ref
from .test_pagination import SHIPS, Session, page

FLEET = api(
    {
        "GET /crews": {
            **parameters(*({"name": each, "in": "query", "schema": WHOLE} for each in ("startAt", "limit"))),
            "responses": {
                "200": {
                    "description": "Fine.",
                    "content": {"application/json": {"example": {"isLast": True, "values": [{"id": 1}]}}},
                }
            },
        },
        "GET /ships": {
            **parameters({"name": "X-Page-Continue", "in": "header", "schema": TEXT}),
            **gives(obj(ships=array(ref("Ship")))),
        },
    },
    {"Ship": obj(id=WHOLE)},
)
FLEET["paths"]["/ships"]["get"]["responses"]["200"]["headers"] = {"X-Page-Next": {"schema": TEXT}}


def by_example(request: Request) -> Reply:
    start = int(request.query.get("startAt", "0"))
    return page({"isLast": start + 2 >= len(SHIPS), "values": SHIPS[start : start + 2]})


def by_headers(request: Request) -> Reply:
    start = int(request.headers.get("x-page-continue", "0"))
    following = {"X-Page-Next": str(start + 2)} if start < 4 else {}
    return page({"ships": SHIPS[start : start + 2]}, **following)


@pytest.mark.parametrize("mode", MODES)
def test_items_are_those_that_the_example_shows(mode: Mode) -> None:
    with Loopback(by_example) as server:
        found: list[Any] = Session(server, mode, FLEET).run("crews.list_all")
        assert [each["id"] for each in found] == [1, 2, 3, 4, 5]
        assert [each.query.get("startAt") for each in server.requests] == [None, "2", "4"]


@pytest.mark.parametrize("mode", MODES)
def test_a_header_takes_what_another_header_of_the_response_has(mode: Mode) -> None:
    with Loopback(by_headers) as server:
        found = Session(server, mode, FLEET).run("ships.list_all")
        assert [each.id for each in found] == [1, 2, 3, 4, 5]
        assert [each.headers.get("x-page-continue") for each in server.requests] == [None, "2", "4"]
