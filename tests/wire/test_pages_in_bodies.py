"""Pages that an object in the body of a request chooses: `{"filter": ..., "page": {"from": 2, "limit": 2}}`."""

from __future__ import annotations

import json
import warnings
from typing import Any

import pytest

from nemogen.commands.serving import page_ends
from nemogen.naming.prepare import prepare
from nemogen.openapi.read_document import read_value
from nemogen.read_config import read_settings
from nemogen.recordings.serve import Mock, serving
from tests.servers.loopback import Loopback, Reply, Request

from .packages import MODES, TEXT, WHOLE, Mode, api, array, gives, obj, ref, takes
from .test_pagination import SHIPS, Session, page

COUNTED = obj(**{"from": WHOLE, "limit": {**WHOLE, "default": 2}})
FLEET = api(
    {
        "POST /ships/search": {
            **takes(obj(filter=ref("Filter"), page=ref("Part"))),
            **gives(obj(items=array(ref("Ship")), page=obj(totalItems=WHOLE))),
        },
        "POST /ports/search": {
            **takes(obj(limit={**WHOLE, "default": 10}, page=obj(**{"from": WHOLE}))),
            **gives(obj(items=array(ref("Ship")))),
        },
        "POST /crews/search": {
            **takes(obj(query=TEXT, pagination=obj(per_page=WHOLE, starting_after=TEXT))),
            **gives(obj(data=array(ref("Ship")), pages=obj(next=obj(starting_after=TEXT), page=WHOLE))),
        },
    },
    {"Ship": obj(id=WHOLE), "Part": COUNTED, "Filter": obj(name=TEXT)},
)


def by_count(request: Request) -> Reply:
    asked = json.loads(request.body).get("page", {})
    start = asked.get("from", 0)
    return page({"items": SHIPS[start : start + asked.get("limit", 2)], "page": {"totalItems": len(SHIPS)}})


def by_count_alone(request: Request) -> Reply:
    asked = json.loads(request.body)
    start = asked.get("page", {}).get("from", 0)
    return page({"items": SHIPS[start : start + asked["limit"]]})


def by_cursor(request: Request) -> Reply:
    start = int(json.loads(request.body).get("pagination", {}).get("starting_after", "0"))
    following = {"next": {"starting_after": str(start + 2)}} if start < 4 else {}
    return page({"data": SHIPS[start : start + 2], "pages": following})


CASES: dict[str, tuple[Any, str, dict[str, Any], list[dict[str, Any]]]] = {
    "nothing": (by_count, "ships.search_all", {}, [{}, {"page": {"from": 2}}, {"page": {"from": 4}}]),
    "a size": (
        by_count,
        "ships.search_all",
        {"filter": {"name": "x"}, "page": {"limit": 3}},
        [
            {"filter": {"name": "x"}, "page": {"limit": 3}},
            {"filter": {"name": "x"}, "page": {"from": 3, "limit": 3}},
        ],
    ),
    "a start": (by_count, "ships.search_all", {"page": {"from": 3}}, [{"page": {"from": 3}}]),
    "a size elsewhere": (
        by_count_alone,
        "ports.search_all",
        {"limit": 3},
        [{"limit": 3}, {"limit": 3, "page": {"from": 3}}, {"limit": 3, "page": {"from": 5}}],
    ),
    "a cursor": (
        by_cursor,
        "crews.search_all",
        {"query": "tall", "pagination": {"per_page": 2}},
        [
            {"query": "tall", "pagination": {"per_page": 2}},
            {"query": "tall", "pagination": {"per_page": 2, "starting_after": "2"}},
            {"query": "tall", "pagination": {"per_page": 2, "starting_after": "4"}},
        ],
    ),
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("case", CASES)
def test_an_object_of_the_body_chooses_the_page_and_keeps_its_other_members(case: str, mode: Mode) -> None:
    respond, method, given, bodies = CASES[case]
    with Loopback(respond) as server:
        found = Session(server, mode, FLEET).run(method, **given)
        assert [each.id for each in found] == [4, 5] if case == "a start" else [1, 2, 3, 4, 5]
        assert [json.loads(each.body) for each in server.requests] == bodies


@pytest.mark.parametrize("mode", MODES)
def test_pages_of_a_body_resume_where_others_stopped(mode: Mode) -> None:
    with Loopback(by_count) as server:
        found = Session(server, mode, FLEET).run("ships.search_all", at=4, page={"limit": 2})
        assert [each.id for each in found] == [5]
        assert json.loads(server.requests[0].body) == {"page": {"from": 4, "limit": 2}}


@pytest.mark.parametrize("method", ["ships.search_all", "crews.search_all"])
def test_the_mock_server_ends_pages_of_a_body(method: str) -> None:
    read = read_value(FLEET, "openapi.json")
    settings = read_settings("fleet", b'[source]\nfile = "fleet.json"\n', "api.toml")
    mock = Mock((), read.document, seed="1", pages=page_ends(prepare(read), settings))
    with serving(mock) as server, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert len(Session(server, "sync", FLEET).run(method, pages=True)) == 2
