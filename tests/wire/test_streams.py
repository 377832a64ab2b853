"""Streams of lines, records and events: typed items, text, and what the API has become since."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.client.planned import planned
from tests.servers.loopback import Reply

from .packages import MODES, TEXT, WHOLE, Mode, api, array, call, gives, json_reply, obj, package, ref

ROW = {**obj(i=WHOLE), "required": ["i"]}
LINES = {
    "/nd": ("application/x-ndjson", {"schema": ref("Row")}),
    "/jl": ("application/jsonl", {"schema": ref("Row")}),
    "/items": ("application/jsonl", {"itemSchema": ref("Row")}),
    "/array": ("application/x-ndjson", {"schema": array(ref("Row"))}),
    "/inline": ("application/jsonlines", {"itemSchema": ROW}),
    "/seq": ("application/json-seq", {"itemSchema": ref("Row")}),
}


def sequence(media: str, entry: dict[str, Any]) -> dict[str, Any]:
    return {"responses": {"200": {"description": "Fine.", "content": {media: entry}}}}


DATA = {**TEXT, "contentMediaType": "application/json", "contentSchema": ref("Row")}
STREAMS = api(
    {
        **{f"GET {path}": sequence(media, entry) for path, (media, entry) in LINES.items()},
        "GET /tokens": gives(TEXT, "text/event-stream"),
        "GET /typed": sequence("text/event-stream", {"itemSchema": obj(event=TEXT, data=DATA)}),
        "GET /union": gives(ref("Ev"), "text/event-stream"),
        "GET /maps": gives({"type": "object", "additionalProperties": TEXT}, "text/event-stream"),
    },
    {
        "Row": ROW,
        "Ev": {"oneOf": [ref("Up"), ref("Down")], "discriminator": {"propertyName": "k"}},
        "Up": {**obj(k={"const": "up"}, a=WHOLE), "required": ["k"]},
        "Down": {**obj(k={"const": "down"}, b=WHOLE), "required": ["k"]},
    },
)


def stream(media: str, body: bytes) -> Reply:
    return Reply(200, body, {"Content-Type": media})


def events(*blocks: str) -> Reply:
    return stream("text/event-stream", "".join(f"{block}\n\n" for block in blocks).encode())


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("path", LINES)
def test_lines_and_records_are_items_of_their_type(path: str, mode: Mode) -> None:
    media = LINES[path][0]
    rows = [json.dumps({"i": index}) for index in range(3)]
    body = "".join(f"\x1e{row}\n" for row in rows) if "seq" in media else "\r\n".join(["", *rows])
    for reply in (stream(media, body.encode()), Reply(200, body.encode(), {"Content-Type": media}, drip=True)):
        found = call(package(STREAMS), f"GET {path}", mode, reply)
        assert found.error is None
        assert [each.i for each in found.value] == [0, 1, 2]
        assert found.request.headers["accept"] == media
    assert call(package(STREAMS), f"GET {path}", mode, stream(media, b"")).value == []


@pytest.mark.parametrize("mode", MODES)
def test_a_line_that_is_cut_short_is_an_error_after_the_good_ones(mode: Mode) -> None:
    found = call(package(STREAMS), "GET /nd", mode, stream("application/x-ndjson", b'{"i": 1}\n{"i": '))
    assert found.refused("StreamTruncatedError")
    assert found.error is not None
    assert vars(found.error)["chunks"] == 1


def test_items_are_typed() -> None:
    found = {method.path.value: method.streaming for _, method in planned(STREAMS).methods()}
    assert {path: each.chunk for path, each in found.items() if each and path in LINES and path != "/inline"} == {
        path: "Row" for path in LINES if path != "/inline"
    }
    assert [each.chunk for path in ("/tokens", "/typed") if (each := found[path])] == ["str", "Row"]


@pytest.mark.parametrize("mode", MODES)
def test_events_of_text_are_text(mode: Mode) -> None:
    found = call(package(STREAMS), "GET /tokens", mode, events("data: hello", "data:  NaN", "data: a\ndata: b"))
    assert (found.value, found.error) == (["hello", " NaN", "a\nb"], None)


@pytest.mark.parametrize("mode", MODES)
def test_the_schema_of_an_event_types_its_data(mode: Mode) -> None:
    assert call(package(STREAMS), "GET /typed", mode, events('data: {"i": 4}')).value[0].i == 4


@pytest.mark.parametrize("mode", MODES)
def test_an_unknown_event_or_variant_is_given_as_it_came_and_ends_nothing(mode: Mode) -> None:
    module = package(STREAMS)
    reply = events(
        'data: {"k": "up", "a": 1}',
        'data: {"k": "sideways", "c": 3}',
        "event: ping\ndata: still here",
        "event: count\ndata: 5",
        'data: {"k": "down", "b": 2}',
    )
    found = call(module, "GET /union", mode, reply)
    assert found.error is None
    first, variant, ping, count, last = found.value
    assert (first.a, variant, ping, count, last.b) == (1, {"k": "sideways", "c": 3}, "still here", 5, 2)
    strict = call(module, "GET /union", mode, reply, options={"strict": True})
    assert strict.refused("StreamDecodeError")


@pytest.mark.parametrize("mode", MODES)
def test_data_that_is_not_json_under_no_name_is_an_error(mode: Mode) -> None:
    assert call(package(STREAMS), "GET /union", mode, events("data: {oops")).refused("StreamDecodeError")


@pytest.mark.parametrize("mode", MODES)
def test_a_map_with_a_key_error_is_no_error(mode: Mode) -> None:
    assert call(package(STREAMS), "GET /maps", mode, events('data: {"error": "e"}')).value == [{"error": "e"}]


RESPONSES = api(
    {
        "GET /one": gives(ref("Ev")),
        "GET /many": gives(array(ref("Ev"))),
        "GET /box": gives(obj(ev=ref("Ev"), n=WHOLE)),
        "GET /map": gives({"type": "object", "additionalProperties": TEXT}),
        "GET /named": gives(ref("Names")),
        "GET /either": gives({"oneOf": [obj(error=TEXT), obj(a=WHOLE)]}),
        "GET /plain": gives(obj(a=WHOLE)),
    },
    {
        "Ev": {"oneOf": [ref("Up"), ref("Down")], "discriminator": {"propertyName": "k"}},
        "Up": {**obj(k=TEXT, a=WHOLE), "required": ["k"]},
        "Down": {**obj(k=TEXT, b=WHOLE), "required": ["k"]},
        "Names": {"type": "object", "additionalProperties": ref("Up")},
    },
)


@pytest.mark.parametrize("mode", MODES)
def test_an_unknown_tag_is_given_as_it_came_also_at_the_top(mode: Mode) -> None:
    module, value = package(RESPONSES), {"k": "Sideways", "c": 3}
    found = call(module, "GET /one", mode, json_reply(value))
    assert (found.value, found.error) == (value, None)
    assert call(module, "GET /many", mode, json_reply([{"k": "Up", "a": 1}, value])).value[1] == value
    assert call(module, "GET /box", mode, json_reply({"ev": value, "n": 1})).value.ev == value
    assert call(module, "GET /one", mode, json_reply(value), options={"strict": True}).refused("APIResponseError")
    assert call(module, "GET /one", mode, json_reply([1])).refused("APIResponseError")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("path", "value"),
    [("/map", {"error": "e"}), ("/named", {"error": {"k": "Up", "a": 1}}), ("/either", {"error": "e"})],
)
def test_a_key_error_that_the_type_has_is_no_error(path: str, value: Any, mode: Mode) -> None:
    found = call(package(RESPONSES), f"GET {path}", mode, json_reply(value))
    assert found.error is None
    assert call(package(RESPONSES), "GET /plain", mode, json_reply({"error": "e"})).refused("APIStatusError")
