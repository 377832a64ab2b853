"""Pages from servers that say less than their document, more, or something else: all items, or an error, and an end."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable
from typing import Any

import pytest

from tests.servers.loopback import Loopback, Reply, Request

from .packages import _METHODS, MODES, TEXT, WHOLE, Mode, api, array, gives, obj, parameters, ref, takes
from .test_pagination import SHIPS, Session, page

FLAG = {"type": "boolean"}


def lists(*names: str, **fields: Any) -> dict[str, Any]:
    """An operation with these parameters of the query ("limit:i" is a number) and fields besides its items."""
    found = [each.partition(":") for each in names]
    query = ({"name": name, "in": "query", "schema": WHOLE if kind else TEXT} for name, _, kind in found)
    return {**parameters(*query), **gives(obj(data=array(ref("Ship")), **fields))}


_ANY: dict[str, Any] = gives(array(ref("Ship")))["responses"]["200"]
HOSTILE = api(
    {
        "GET /counted": lists("offset:i", "limit:i", total=WHOLE),
        "GET /texts": lists("offset:i", "limit:i", total=TEXT),
        "GET /iterated": lists("iterator", "limit:i", iterator=TEXT, done=FLAG),
        "GET /nested": lists("after", "limit:i", paging=obj(cursors=obj(before=TEXT, after=TEXT))),
        "GET /numbers": lists("cursor:i", next_cursor={"type": ["integer", "null"]}),
        "GET /tokens": lists("pageToken", "pageSize:i", nextPageToken=TEXT),
        "GET /ids": lists("starting_after", "limit:i", has_more=FLAG),
        "GET /pages": lists("page", "count", paging=obj(pages=WHOLE)),
        "GET /last": lists("page:i", "size:i", last=FLAG),
        "GET /links": lists("limit:i", next={**TEXT, "format": "uri"}, previous=TEXT),
        "GET /sent": {
            **parameters(
                {"name": "cursor", "in": "query", "schema": TEXT, "description": "The header `X-Cursor-Next`."},
            ),
            **gives(array(ref("Ship"))),
        },
        "GET /echoed": parameters({"name": "X-Next-Token", "in": "header", "schema": TEXT})
        | {"responses": {"200": {**_ANY, "headers": {"X-Next-Token": {"schema": TEXT}}}}},
        "GET /related": lists("start_at", "limit:i", links=array(obj(rel=TEXT, href=TEXT))),
        "GET /hrefs": lists("limit:i", links=obj(next={"anyOf": [TEXT, obj(href=TEXT)]})),
        "GET /skipped": lists("skipPages:i", "pageSize:i"),
        "POST /bodies": {
            **takes(obj(query=TEXT, cursor=TEXT), required=False),
            **gives(obj(data=array(ref("Ship")), cursor=TEXT)),
        },
    },
    {"Ship": obj(id=WHOLE)},
)


def run(mode: Mode, answer: Callable[[Request], Reply], name: str, **given: Any) -> tuple[list[int], list[str]]:
    """The ids of all items, and what was asked for."""
    with Loopback(answer) as server, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        session = Session(server, mode, HOSTILE)
        call = _METHODS[session.module.__name__][f"{'POST' if name == 'bodies' else 'GET'} /{name}"]
        found = [each.id for each in session.run(f"{call}_all", **given)]
        return found, [each.target.removeprefix("/") for each in server.requests]


def cut(request: Request, name: str, size: int = 2) -> tuple[list[Any], int | None]:
    """The ships that a request asks for, and where the next page begins."""
    start = int(request.query.get(name, "0"))
    following = start + size
    return SHIPS[start:following], following if following < len(SHIPS) else None


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("name", "total", "requests"),
    [
        ("texts", "5", 3),
        ("counted", "5", 3),
        ("counted", 5.0, 3),
        ("counted", -1, 4),
        ("counted", 0, 4),
        ("texts", "", 4),
    ],
)
def test_totals_of_any_kind_end_the_pages_and_none_loses_items(
    mode: Mode, name: str, total: Any, requests: int
) -> None:
    found, asked = run(mode, lambda each: page({"data": cut(each, "offset")[0], "total": total}), name)
    assert (found, len(asked)) == ([1, 2, 3, 4, 5], requests)


@pytest.mark.parametrize("mode", MODES)
def test_a_flag_that_all_is_done_ends_the_pages_whatever_the_cursor_says(mode: Mode) -> None:
    def answer(request: Request) -> Reply:
        data, following = cut(request, "iterator")
        return page({"data": data, "iterator": str(following or "again"), "done": following is None})

    assert run(mode, answer, "iterated") == (
        [1, 2, 3, 4, 5],
        ["iterated", "iterated?iterator=2", "iterated?iterator=4"],
    )


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("end", [{"cursors": {"after": None}}, {"cursors": None}, {}, None, []])
def test_a_cursor_in_an_object_in_an_object_may_be_missing_with_any_of_them(mode: Mode, end: Any) -> None:
    def answer(request: Request) -> Reply:
        data, following = cut(request, "after")
        return page({"data": data, "paging": {"cursors": {"after": str(following)}} if following else end})

    assert run(mode, answer, "nested") == ([1, 2, 3, 4, 5], ["nested", "nested?after=2", "nested?after=4"])


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("end", [{"next_cursor": None}, {"next_cursor": 0}, {"next_cursor": ""}, {}])
@pytest.mark.parametrize("kind", [int, str])
def test_a_number_is_sent_as_one_also_where_the_server_gives_a_text(mode: Mode, end: Any, kind: Any) -> None:
    def answer(request: Request) -> Reply:
        data, following = cut(request, "cursor")
        return page({"data": data, **({"next_cursor": kind(following)} if following else end)})

    assert run(mode, answer, "numbers") == ([1, 2, 3, 4, 5], ["numbers", "numbers?cursor=2", "numbers?cursor=4"])


@pytest.mark.parametrize("mode", MODES)
def test_an_empty_page_with_a_cursor_is_not_the_last(mode: Mode) -> None:
    def answer(request: Request) -> Reply:
        data, following = cut(request, "pageToken")
        token = {"nextPageToken": str(following)} if following else {}
        return page({"data": [] if following == 4 else data, **token})

    assert run(mode, answer, "tokens") == ([1, 2, 5], ["tokens", "tokens?pageToken=2", "tokens?pageToken=4"])


@pytest.mark.parametrize("mode", MODES)
def test_the_number_of_the_last_item_is_sent_as_the_text_that_the_parameter_is(mode: Mode) -> None:
    def answer(request: Request) -> Reply:
        data, following = cut(request, "starting_after")
        return page({"data": data, "has_more": following is not None})

    assert run(mode, answer, "ids")[0] == [1, 2, 3, 4, 5]
    assert run(mode, lambda _: page({"data": [], "has_more": True}), "ids") == ([], ["ids"])


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("name", "body"),
    [("ids", {"data": [{"id": None}], "has_more": True}), ("iterated", {"data": [{"id": 1}], "done": False})],
)
def test_more_pages_without_a_way_to_them_are_an_error(mode: Mode, name: str, body: Any) -> None:
    with pytest.raises(Exception, match=r"says that there are more pages, but has no (id|iterator)"):
        run(mode, lambda _: page(body), name)


@pytest.mark.parametrize("mode", MODES)
def test_a_number_of_a_page_is_sent_as_the_text_that_the_parameter_is(mode: Mode) -> None:
    def answer(request: Request) -> Reply:
        number = int(request.query.get("page", "1"))
        return page({"data": SHIPS[2 * number - 2 : 2 * number], "paging": {"pages": 3}})

    assert run(mode, answer, "pages") == ([1, 2, 3, 4, 5], ["pages", "pages?page=2", "pages?page=3"])


@pytest.mark.parametrize("mode", MODES)
def test_the_last_page_says_so(mode: Mode) -> None:
    def answer(request: Request) -> Reply:
        number = int(request.query.get("page", "1"))
        return page({"data": SHIPS[2 * number - 2 : 2 * number][: 3 - number or 1], "last": number == 3})

    assert run(mode, answer, "last") == ([1, 2, 3, 5], ["last", "last?page=2", "last?page=3"])


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("form", ["?at={at}", "links?at={at}", "/links?at={at}#top", "//{host}/links?at={at}"])
def test_links_may_be_relative(mode: Mode, form: str) -> None:
    def answer(request: Request) -> Reply:
        data, following = cut(request, "at")
        link = form.format(at=following, host=request.headers["host"]) if following else None
        return page({"data": data, "next": link})

    assert run(mode, answer, "links") == ([1, 2, 3, 4, 5], ["links", "links?at=2", "links?at=4"])


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("link", ["/links?q=a b", "/links?a\r\nX: y", "/links\\x"])
def test_a_link_with_characters_that_no_url_has_is_not_asked(mode: Mode, link: str) -> None:
    with pytest.raises(Exception, match="characters that no URL has"):
        run(mode, lambda _: page({"data": [], "next": link}), "links")


@pytest.mark.parametrize("mode", MODES)
def test_a_body_that_was_left_out_gets_the_cursor(mode: Mode) -> None:
    bodies: list[Any] = []

    def answer(request: Request) -> Reply:
        bodies.append(json.loads(request.body or b"null"))
        start = int((bodies[-1] or {}).get("cursor", "0"))
        return page({"data": SHIPS[start : start + 2], **({"cursor": str(start + 2)} if start < 4 else {})})

    assert run(mode, answer, "bodies")[0] == [1, 2, 3, 4, 5]
    assert [(each or {}).get("cursor") for each in bodies] == [None, "2", "4"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("name", "header"), [("sent", "x-cursor-next"), ("echoed", "x-next-token")])
def test_a_header_of_the_response_has_the_cursor(mode: Mode, name: str, header: str) -> None:
    sent: list[str | None] = []

    def answer(request: Request) -> Reply:
        sent.append(request.query.get("cursor") or request.headers.get("x-next-token"))
        start = int(sent[-1] or "0")
        return page(SHIPS[start : start + 2], **({header: str(start + 2)} if start < 4 else {}))

    assert run(mode, answer, name)[0] == [1, 2, 3, 4, 5]
    assert sent == [None, "2", "4"]


@pytest.mark.parametrize("mode", MODES)
def test_the_link_called_next_is_followed_of_several(mode: Mode) -> None:
    def answer(request: Request) -> Reply:
        data, following = cut(request, "at")
        links = [{"rel": "self", "href": "/related"}, {"rel": "next", "href": f"/related?at={following}"}]
        return page({"data": data, "links": links if following else links[:1]})

    assert run(mode, answer, "related") == ([1, 2, 3, 4, 5], ["related", "related?at=2", "related?at=4"])


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("is_object", [True, False])
def test_a_link_is_a_text_or_an_object(mode: Mode, is_object: bool) -> None:
    def answer(request: Request) -> Reply:
        data, following = cut(request, "at")
        link: Any = f"/hrefs?at={following}"
        return page({"data": data, "links": {"next": {"href": link} if is_object else link} if following else {}})

    assert run(mode, answer, "hrefs") == ([1, 2, 3, 4, 5], ["hrefs", "hrefs?at=2", "hrefs?at=4"])


@pytest.mark.parametrize("mode", MODES)
def test_pages_that_are_skipped_are_counted_from_zero(mode: Mode) -> None:
    def answer(request: Request) -> Reply:
        start = 2 * int(request.query.get("skipPages", "0"))
        return page({"data": SHIPS[start : start + 2]})

    assert run(mode, answer, "skipped", page_size=2) == (
        [1, 2, 3, 4, 5],
        ["skipped?pageSize=2", "skipped?pageSize=2&skipPages=1", "skipped?pageSize=2&skipPages=2"],
    )


@pytest.mark.parametrize("mode", MODES)
def test_a_text_that_is_no_address_is_not_asked(mode: Mode) -> None:
    with pytest.raises(Exception, match="next is 'abc', which is not an address"):
        run(mode, lambda _: page({"data": [], "next": "abc"}), "links")
