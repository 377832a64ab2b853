"""HAR files and VCR cassettes of several tools become recordings, and recordings become HAR."""

from __future__ import annotations

import base64
import gzip
import json
import zlib
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemogen.errors import RecordingError
from nemogen.recordings.exchange import Exchange, decoded, recordings_of, split_events
from nemogen.recordings.har import read_har, write_har
from nemogen.recordings.recording import BinaryBody, JsonBody, Request, StreamBody, TextBody
from nemogen.recordings.vcr import read_cassette
from tests.recordings.samples import chat, stream, thing

SENT = {"model": "small", "messages": []}
EVENTS = b'data: {"a": 1}\n\ndata: [DONE]\n\n'


def har(entry: Any) -> bytes:
    return json.dumps({"log": {"version": "1.2", "entries": [entry]}}).encode()


def entry(**response: Any) -> dict[str, Any]:
    return {
        "startedDateTime": "2026-03-04T05:06:07.000+02:00",
        "request": {
            "method": "post",
            "url": "https://api.sample.test/base/v1/chat?a=1&a=2&b=%20",
            "headers": [{"name": ":authority", "value": "x"}, {"name": "Content-Type", "value": "application/json"}],
            "postData": {"mimeType": "application/json", "text": json.dumps(SENT)},
        },
        "response": {
            "status": 200,
            "headers": [
                {"name": "Content-Type", "value": "application/json"},
                {"name": "X-A", "value": "1"},
                {"name": "x-a", "value": "2"},
            ],
            "content": {"mimeType": "application/json", "text": '{"id": 1}'},
            **response,
        },
    }


def only(content: bytes) -> Exchange:
    imported = read_har(content, "x.har")
    assert imported.skipped == ()
    [exchange] = imported.exchanges
    return exchange


def test_a_har_entry_becomes_an_exchange() -> None:
    exchange = only(har(entry()))
    assert exchange.day == date(2026, 3, 4)
    assert exchange.request == Request(
        "POST",
        "/base/v1/chat",
        {"a": ("1", "2"), "b": (" ",)},
        {"content-type": ("application/json",)},
        JsonBody(SENT),
    )
    assert exchange.response.headers == {"content-type": ("application/json",), "x-a": ("1", "2")}
    assert exchange.response.body == JsonBody({"id": 1})


def test_a_stream_in_a_har_file_gets_a_piece_for_each_event() -> None:
    content = {"mimeType": "text/event-stream", "text": base64.b64encode(EVENTS).decode(), "encoding": "base64"}
    exchange = only(har(entry(headers=[], content=content)))
    assert exchange.response.body == StreamBody((b'data: {"a": 1}\n\n', b"data: [DONE]\n\n"))


def test_entries_without_an_answer_are_reported_and_left_out() -> None:
    imported = read_har(har(entry(status=0)), "x.har")
    assert imported.exchanges == ()
    assert [str(problem.where) for problem in imported.skipped] == ["x.har#/log/entries/0"]
    assert read_har(har(7), "x.har").skipped[0].what.startswith("an entry was skipped: TypeError")


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"log": {}}', b"\xff", b'{"log": {"entries": 7}}'])
def test_what_is_no_har_is_refused(content: bytes) -> None:
    with pytest.raises(RecordingError, match="HAR"):
        read_har(content, "x.har")


def test_recordings_survive_the_way_to_har_and_back() -> None:
    split = StreamBody((b"data: \xf0\x9f", b"\x98\x8a\n\nda", b"ta: [DONE]\n\n"))
    recordings = [
        chat(), stream(), thing(), chat("html", status=502, body=TextBody("<html>")),
        chat("bytes", body=BinaryBody(b"\xff\x00")), chat("split", body=split, stream=True),
    ]  # fmt: skip
    content = write_har(recordings, server="https://api.sample.test/")
    exchanges = read_har(content, "x.har").exchanges
    assert [(item.request, item.response) for item in exchanges] == [
        (item.request, item.response) for item in recordings
    ]
    assert [item.day for item in exchanges] == [item.recorded or date(1970, 1, 1) for item in recordings]
    assert write_har(recordings, server="https://api.sample.test") == content


VCRPY = """
interactions:
- request:
    body: '{"model": "small", "messages": []}'
    headers: {Content-Type: [application/json]}
    method: POST
    uri: https://api.sample.test/base/v1/chat
  response:
    body: {string: %s}
    headers:
      Content-Type: [application/json]
      Content-Encoding: [gzip]
    status: {code: 200, message: OK}
version: 1
"""
RUBY = """
http_interactions:
- request:
    method: post
    uri: https://api.sample.test/base/v1/chat
    body: {encoding: UTF-8, string: '{"model": "small", "messages": []}'}
    headers: {Content-Type: [application/json]}
  response:
    status: {code: 200, message: OK}
    headers: {Content-Type: [application/json]}
    body:
      encoding: ASCII-8BIT
      %s
    http_version: null
  recorded_at: Wed, 04 Mar 2026 05:06:07 GMT
recorded_with: VCR 6.1.0
"""
ANSWER = b'{"id": 1}'
ZIPPED = base64.b64encode(gzip.compress(ANSWER, mtime=0)).decode()
PLAIN = base64.b64encode(ANSWER).decode()


@pytest.mark.parametrize(
    "cassette",
    [
        VCRPY % f"!!binary {ZIPPED}",
        VCRPY % "'{\"id\": 1}'",
        VCRPY % "!!python/unicode '{\"id\": 1}'",
        RUBY % "string: '{\"id\": 1}'",
        RUBY % f"base64_string: {PLAIN}",
        RUBY % f"string: !binary |-\n        {PLAIN}",
        json.dumps(
            {
                "http_interactions": [
                    {
                        "request": {
                            "method": "POST",
                            "uri": "https://api.sample.test/base/v1/chat",
                            "headers": {"Content-Type": "application/json"},
                            "body": {
                                "encoding": "utf-8",
                                "base64": base64.b64encode(json.dumps(SENT).encode()).decode(),
                            },
                        },
                        "response": {
                            "status": {"code": "200", "message": "OK"},
                            "headers": {"Content-Type": ["application/json"]},
                            "body": {"encoding": "utf-8", "base64": PLAIN},
                        },
                    }
                ]
            }
        ),
    ],
)
def test_every_form_of_cassette_gives_the_same_exchange(cassette: str) -> None:
    imported = read_cassette(cassette.encode(), "c.yaml")
    assert imported.skipped == ()
    [exchange] = imported.exchanges
    assert (exchange.request.method, exchange.request.path) == ("POST", "/base/v1/chat")
    assert exchange.request.body == JsonBody(SENT)
    assert (exchange.response.status, exchange.response.body) == (200, JsonBody({"id": 1}))
    assert exchange.response.headers == {"content-type": ("application/json",)}


def test_the_day_of_a_ruby_cassette_is_kept() -> None:
    [exchange] = read_cassette((RUBY % "string: ''").encode(), "c.yaml").exchanges
    assert exchange.day == date(2026, 3, 4)
    assert exchange.response.body is None


def test_a_tag_of_another_language_is_never_run() -> None:
    text = VCRPY % "!!python/object/apply:os.system ['touch /tmp/never']"
    imported = read_cassette(text.encode(), "c.yaml")
    assert imported.exchanges == ()
    assert len(imported.skipped) == 1


@pytest.mark.parametrize("content", [b"a: [", b"{", b"- 1", b"interactions: 7", b"\xff", b"a: &a [*a]"])
def test_what_is_no_cassette_is_refused(content: bytes) -> None:
    with pytest.raises(RecordingError, match="cassette"):
        read_cassette(content, "c.yaml")


def test_compressed_bodies_are_unpacked_and_others_stay() -> None:
    raw = zlib.compressobj(wbits=-15)
    assert decoded(gzip.compress(b"abc"), "gzip") == b"abc"
    assert decoded(zlib.compress(b"abc"), "deflate") == b"abc"
    assert decoded(raw.compress(b"abc") + raw.flush(), "deflate") == b"abc"
    assert decoded(gzip.compress(zlib.compress(b"abc")), "deflate, gzip") == b"abc"
    assert decoded(b'{"a": 1}', "gzip") == b'{"a": 1}'
    assert decoded(b'{"a": 1}', "br") == b'{"a": 1}'


@pytest.mark.parametrize(
    ("content", "coding"), [(gzip.compress(b"abc", mtime=0)[:-9], "gzip"), (b"\x1f\x8bxx", "gzip"), (b"\xff", "br")]
)
def test_a_body_that_cannot_be_unpacked_is_refused(content: bytes, coding: str) -> None:
    with pytest.raises(ValueError, match=r"cut off|cannot be read|not supported"):
        decoded(content, coding)


def test_a_bomb_is_not_unpacked() -> None:
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(80)) + packer.flush()
    with pytest.raises(ValueError, match="too large"):
        decoded(bomb, "gzip")


def test_exchanges_get_cases_by_operation_and_strangers_are_handed_back() -> None:
    exchange = only(har(entry()))
    other = replace(exchange, request=replace(exchange.request, path="/other"))
    recordings, strangers = recordings_of(
        [exchange, other, exchange],
        operation_of=lambda request: "chat.create" if request.path.endswith("/chat") else None,
        case="browser",
    )
    server = "https://api.sample.test"
    assert [(item.name, item.origin, item.recorded, item.source) for item in recordings] == [
        ("chat.create/browser-1", "live", date(2026, 3, 4), server),
        ("chat.create/browser-2", "live", date(2026, 3, 4), server),
    ]
    assert strangers == (other,)


@given(st.binary(max_size=40))
def test_cutting_a_stream_at_its_events_loses_nothing(content: bytes) -> None:
    assert b"".join(split_events(content)) == content
