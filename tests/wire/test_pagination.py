"""Pages of every style, fetched from a server: all items, no request too many, and an end to pages that have none."""

from __future__ import annotations

import asyncio
import json
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from nemogen.commands.serving import page_ends
from nemogen.naming.prepare import prepare
from nemogen.openapi.read_document import read_value
from nemogen.read_config import read_settings
from nemogen.recordings.bundled_tests.loopback import Loopback as MockServer
from nemogen.recordings.serve import Mock, serving
from tests.servers.loopback import Loopback, Reply, Request

from .packages import MODES, Mode, _member, api, array, clients_of, gives, obj, package, parameters, ref

CASE = Path(__file__).parents[1] / "cases" / "pagination-styles" / "spec.yaml"
FLEET = yaml.safe_load(CASE.read_text())
SHIPS = [{"id": number} for number in range(1, 6)]


def page(value: Any, **headers: str) -> Reply:
    return Reply(body=json.dumps(value).encode(), headers={"content-type": "application/json", **headers})


class Session:
    """One client against one server: `run` gives what the pages of a method gave, whichever the mode."""

    def __init__(
        self, server: Loopback | MockServer, mode: Mode, document: Mapping[str, Any] = FLEET, **options: Any
    ) -> None:
        self.mode = mode
        self.module = package(document)
        kind = clients_of(self.module)[mode == "async"]
        self.client = kind(base_url=server.url, max_retries=options.pop("max_retries", 0), **options)

    def run(
        self,
        method: str,
        *given: Any,
        pages: bool = False,
        at: Any = None,
        most: int | None = None,
        seen: list[Any] | None = None,
        **named: Any,
    ) -> list[Any]:
        found = _member(self.client, method)(*given, **named)
        self.pages = found if at is None else found.resume(at)
        gathered: list[Any] = [] if seen is None else seen
        source = self.pages.pages() if pages else self.pages
        if self.mode == "sync":
            with self.client:
                for each in source:
                    gathered.append(each)
                    if len(gathered) == most:
                        break
            return gathered
        return asyncio.run(self._gather(source, gathered, most))

    async def _gather(self, source: Any, gathered: list[Any], most: int | None) -> list[Any]:
        async with self.client:
            async for each in source:
                gathered.append(each)
                if len(gathered) == most:
                    break
        return gathered


def by_cursor(request: Request) -> Reply:
    start = int(request.query.get("cursor", "0"))
    following = start + 2 if start + 2 < len(SHIPS) else None
    return page({"data": SHIPS[start : start + 2], "meta": {"nextCursor": following and str(following)}})


def by_last_id(request: Request) -> Reply:
    start = int(request.query.get("starting_after", "0"))
    data = [{"id": str(each["id"])} for each in SHIPS[start : start + 2]]
    return page({"data": data, "has_more": start + 2 < len(SHIPS)})


def by_header(request: Request) -> Reply:
    number = int(request.query.get("page", "1"))
    target = f"http://{request.headers['host']}/ports?page={number + 1}&per_page=2"
    link = f'<{target}>; rel="next", <{target}>; rel="last"' if number < 3 else f'<{target}>; rel="first"'
    return page([{"code": str(each["id"])} for each in SHIPS[2 * number - 2 : 2 * number]], Link=link)


def by_link(request: Request) -> Reply:
    start = int(request.query.get("at", "0"))
    following = f"/logs?at={start + 2}&q=%C3%A9%20x" if start + 2 < len(SHIPS) else None
    return page({"count": 5, "next": following, "previous": None, "results": list("abcde")[start : start + 2]})


def by_offset(request: Request) -> Reply:
    start = int(request.query.get("offset", "0"))
    return page({"total": 5, "list": SHIPS[start : start + int(request.query.get("limit", "2"))]})


def by_number(request: Request) -> Reply:
    number, size = int(request.query.get("page", "1")), int(request.query.get("page_size", "2"))
    return page(SHIPS[size * (number - 1) : size * number])


def by_body(request: Request) -> Reply:
    body = json.loads(request.body)
    assert body["query"] == "tall"
    start = int(body.get("page_token", "0"))
    return page({"items": SHIPS[start : start + 2], **({"next_page_token": str(start + 2)} if start < 4 else {})})


STYLES: dict[str, tuple[Callable[[Request], Reply], str, tuple[str, ...], dict[str, Any], Callable[[Any], Any]]] = {
    "cursor": (by_cursor, "ships.list_all", (), {}, lambda each: each.id),
    "last_id": (by_last_id, "crew.retrieve_all", (), {}, lambda each: int(each.id)),
    "link_header": (by_header, "ports.list_all", (), {"per_page": 2}, lambda each: int(each.code)),
    "next_link": (by_link, "logs.list_all", (), {}, " abcde".index),
    "offset": (by_offset, "voyages.list_all", (), {}, lambda each: each.id),
    "page": (by_number, "fleets.ships.list_all", ("north",), {}, lambda each: each.id),
    "body": (by_body, "ships.search_all", (), {"query": "tall"}, lambda each: each.id),
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("style", STYLES)
def test_all_items_come_in_as_many_requests_as_there_are_pages(style: str, mode: Mode) -> None:
    answer, method, given, named, number = STYLES[style]
    with Loopback(answer) as server:
        session = Session(server, mode)
        assert [number(each) for each in session.run(method, *given, **named)] == [1, 2, 3, 4, 5]
        assert len(server.requests) == 3
        assert session.pages.next_cursor is None


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("style", STYLES)
def test_a_page_is_fetched_when_its_first_item_is_asked_for(style: str, mode: Mode) -> None:
    answer, method, given, named, number = STYLES[style]
    with Loopback(answer) as server:
        assert [number(each) for each in Session(server, mode).run(method, *given, most=2, **named)] == [1, 2]
        assert len(server.requests) == 1


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("style", STYLES)
def test_pages_resume_where_others_stopped(style: str, mode: Mode) -> None:
    answer, method, given, named, number = STYLES[style]
    with Loopback(answer) as server:
        first = Session(server, mode)
        first.run(method, *given, most=2, **named)
        again = Session(server, mode).run(method, *given, at=first.pages.next_cursor, **named)
        assert [number(each) for each in again] == [3, 4, 5]
        assert len(server.requests) == 3


@pytest.mark.parametrize("mode", MODES)
def test_pages_are_what_the_plain_method_gives(mode: Mode) -> None:
    with Loopback(by_cursor) as server:
        found = Session(server, mode).run("ships.list_all", pages=True)
        assert [len(each.data) for each in found] == [2, 2, 1]
        assert type(found[0]).__name__ == "ShipList"


@pytest.mark.parametrize("mode", MODES)
def test_raw_pages_have_headers_and_the_parsed_page(mode: Mode) -> None:
    with Loopback(by_header) as server:
        raw = Session(server, mode).run("ports.with_raw_response.list_all", pages=True)
        assert ['rel="next"' in each.headers["link"] for each in raw] == [True, True, False]
        assert [each.code for each in raw[2].parsed] == ["5"]
        items = Session(server, mode).run("ports.with_raw_response.list_all")
        assert [each.code for each in items] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("mode", MODES)
def test_a_page_that_fails_is_sent_again_alone(mode: Mode) -> None:
    with Loopback(by_cursor) as server:
        server.script = [by_cursor(Request("GET", "/ships", {}, {}, b"", "")), Reply(503)]
        session = Session(server, mode, max_retries=1)
        assert [each.id for each in session.run("ships.list_all")] == [1, 2, 3, 4, 5]
        assert [each.query.get("cursor") for each in server.requests] == [None, "2", "2", "4"]


@pytest.mark.parametrize("mode", MODES)
def test_pages_go_on_after_an_error_from_the_page_that_failed(mode: Mode) -> None:
    with Loopback(by_cursor) as server:
        server.script = [by_cursor(Request("GET", "/ships", {}, {}, b"", "")), Reply(503)]
        seen: list[Any] = []
        session = Session(server, mode)
        with pytest.raises(Exception, match="503"):
            session.run("ships.list_all", seen=seen)
        seen += Session(server, mode).run("ships.list_all", at=session.pages.next_cursor)
        assert [each.id for each in seen] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("start", [None, "a"])
def test_a_cursor_that_came_before_is_an_error(mode: Mode, start: str | None) -> None:
    given: dict[str, Any] = {} if start is None else {"cursor": start}
    following = {"a": "b", "b": "a"}

    def circle(request: Request) -> Reply:
        cursor = following[request.query.get("cursor", "b")]
        return page({"data": SHIPS[:1], "meta": {"nextCursor": cursor}})

    with Loopback(circle) as server:
        session = Session(server, mode)
        with pytest.raises(session.module.PaginationError, match="already fetched") as raised:
            session.run("ships.list_all", **given)
        assert raised.value.path == "/ships"
        assert len(server.requests) == (3 if start is None else 2)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "link",
    [
        "http://127.0.0.1:9/logs?at=2",
        "https://{host}/logs",
        "//evil.example/logs",
        "http://u:p@{host}/logs",
        "http://[",
    ],
)
def test_a_link_to_another_origin_is_an_error_and_is_not_asked(mode: Mode, link: str) -> None:
    def away(request: Request) -> Reply:
        return page({"next": link.format(host=request.headers["host"]), "previous": None, "results": ["a"]})

    with Loopback(away) as server:
        seen: list[Any] = []
        session = Session(server, mode)
        with pytest.raises(session.module.PaginationError, match="another origin"):
            session.run("logs.list_all", seen=seen)
        assert (seen, len(server.requests)) == (["a"], 1)


@pytest.mark.parametrize("mode", MODES)
def test_the_address_of_a_page_is_asked_as_it_came(mode: Mode) -> None:
    with Loopback(by_link) as server:
        Session(server, mode, query={"tenant": "x"}).run("logs.list_all")
        assert [each.target for each in server.requests][1:] == ["/logs?at=2&q=%C3%A9%20x", "/logs?at=4&q=%C3%A9%20x"]


@pytest.mark.parametrize("mode", MODES)
def test_a_server_that_ignores_the_page_is_an_error(mode: Mode) -> None:
    with Loopback(lambda _: page(SHIPS[:2])) as server:
        session = Session(server, mode)
        with pytest.raises(session.module.PaginationError, match="page has no effect"):
            session.run("fleets.ships.list_all", "north")
        assert len(server.requests) == 2


@pytest.mark.parametrize("mode", MODES)
def test_has_more_ends_the_pages_whatever_the_cursor_says(mode: Mode) -> None:
    answer = page({"data": SHIPS[:1], "meta": {"nextCursor": "x", "hasMore": False}})
    with Loopback(lambda _: answer) as server:
        assert len(Session(server, mode).run("ships.list_all")) == 1
        assert len(server.requests) == 1


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("body", [{"data": []}, {"data": None}, {"data": [], "meta": {"nextCursor": ""}}, {}])
@pytest.mark.filterwarnings("ignore")
def test_nothing_is_no_items(mode: Mode, body: Any) -> None:
    with Loopback(lambda _: page(body)) as server:
        assert Session(server, mode).run("ships.list_all") == []
        assert len(server.requests) == 1


NO_BOUND = api(
    {
        "GET /ships": {
            **parameters(
                {"name": "page", "in": "query", "schema": {"type": "integer"}},
                {"name": "size", "in": "query", "schema": {"type": "integer"}},
            ),
            **gives(array(ref("Ship"))),
        }
    },
    {"Ship": obj(id={"type": "integer"})},
)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("cap", "size", "requests"), [(2, 2, 3), (2, 4, 4), (9, 9, 2), (1, 2, 6)])
def test_a_server_that_gives_fewer_than_asked_loses_nothing(mode: Mode, cap: int, size: int, requests: int) -> None:
    def capped(request: Request) -> Reply:
        number, most = int(request.query.get("page", "1")), min(cap, int(request.query["size"]))
        return page(SHIPS[most * (number - 1) : most * number])

    with Loopback(capped) as server:
        found = Session(server, mode, NO_BOUND).run("ships.list_all", size=size)
        assert [each.id for each in found] == [1, 2, 3, 4, 5]
        assert len(server.requests) == requests


@pytest.mark.parametrize("mode", MODES)
def test_pages_begin_at_the_page_that_is_asked_for(mode: Mode) -> None:
    with Loopback(by_number) as server:
        found = Session(server, mode).run("fleets.ships.list_all", "north", page=2)
        assert [each.id for each in found] == [3, 4, 5]
    with Loopback(by_offset) as server:
        assert [each.id for each in Session(server, mode).run("voyages.list_all", offset=3)] == [4, 5]
        assert len(server.requests) == 1


@pytest.mark.parametrize("mode", MODES)
def test_the_plain_method_gives_one_page_as_before(mode: Mode) -> None:
    with Loopback(by_cursor) as server:
        session = Session(server, mode)
        found = session.client.ships.list()
        found = found if mode == "sync" else asyncio.run(_awaited(found, session.client))
        assert [each.id for each in found.data] == [1, 2]
        assert not hasattr(session.client.flags, "list_all")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_pages_that_the_mock_server_makes_up_have_an_end(style: str, seed: str, mode: Mode) -> None:
    _, method, given, named, _ = STYLES[style]
    read = read_value(FLEET, "openapi.json")
    settings = read_settings("fleet", b'[source]\nfile = "fleet.json"\n', "api.toml")
    mock = Mock((), read.document, seed=seed, pages=page_ends(prepare(read), settings))
    with serving(mock) as server, warnings.catch_warnings():
        warnings.simplefilter("error")
        session = Session(server, mode)
        assert len(session.run(method, *given, pages=True, most=9, **named)) < 5


async def _awaited(found: Any, client: Any) -> Any:
    try:
        return await found
    finally:
        await client.close()
