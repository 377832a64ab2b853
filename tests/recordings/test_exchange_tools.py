"""What browsers, proxies and test tools write beside the letter of their formats."""

from __future__ import annotations

import base64
import gzip
import json
import zlib
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from nemogen.recordings.exchange import Exchange, recordings_of, unpacked_file
from nemogen.recordings.har import read_har, write_har
from nemogen.recordings.recording import BinaryBody, JsonBody, StreamBody, TextBody
from nemogen.recordings.vcr import read_cassette
from tests.recordings.samples import chat
from tests.recordings.test_exchange import SENT, entry, har, only

ANSWER = '{"id": 1}'
TYPED = {"name": "Content-Type", "value": "application/json"}


def response(coding: str, **content: Any) -> dict[str, Any]:
    return {
        "headers": [TYPED, {"name": "content-encoding", "value": coding}],
        "content": {"mimeType": "application/json", "size": 9, **content},
    }


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "gzip, br"])
def test_a_body_that_a_har_file_has_unpacked_is_taken_as_it_is(coding: str) -> None:
    plain = only(har(entry(**response(coding, text=ANSWER))))
    coded = base64.b64encode(ANSWER.encode()).decode()
    in_base64 = only(har(entry(**response(coding, text=coded, encoding="base64"))))
    assert plain.response.body == in_base64.response.body == JsonBody({"id": 1})
    assert "content-encoding" not in plain.response.headers


@pytest.mark.parametrize(("coding", "packed"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_a_body_that_a_har_file_has_left_packed_is_unpacked(coding: str, packed: Any) -> None:
    text = base64.b64encode(packed(ANSWER.encode())).decode()
    assert only(har(entry(**response(coding, text=text, encoding="base64")))).response.body == JsonBody({"id": 1})


def test_a_picture_that_a_har_file_has_unpacked_is_taken_and_text_that_is_still_packed_is_not() -> None:
    text = base64.b64encode(b"\x89PNG\xff").decode()
    headers = [{"name": "content-type", "value": "image/png"}, {"name": "content-encoding", "value": "br"}]
    content = {"size": 5, "mimeType": "image/png", "text": text, "encoding": "base64"}
    assert only(har(entry(headers=headers, content=content))).response.body == BinaryBody(b"\x89PNG\xff")
    imported = read_har(har(entry(**response("br", text=text, encoding="base64"))), "x.har")
    assert [problem.what for problem in imported.skipped] == [
        "an entry was skipped: ValueError content-encoding br is not supported"
    ]


def test_an_answer_whose_body_the_tool_did_not_keep_is_left_out_and_one_without_a_body_is_not() -> None:
    kept = read_har(har(entry(content={"size": 700, "mimeType": "application/json"})), "x.har")
    assert [problem.what for problem in kept.skipped] == [
        "an entry was skipped: ValueError its body is missing from the file"
    ]
    assert only(har(entry(status=204, content={"size": 0, "mimeType": "x-unknown"}))).response.body is None
    assert only(har(entry(status=204, content={"size": -1, "mimeType": ""}))).response.body is None


def test_members_that_a_tool_leaves_out_or_adds_do_not_matter() -> None:
    whole = entry(content={"mimeType": "application/json", "text": ANSWER, "comment": "", "compression": 0})
    del whole["request"]["headers"], whole["response"]["headers"]
    whole |= {"comment": None, "_initiator": {"type": "script"}, "startedDateTime": None, "pageref": "page_1"}
    exchange = only(har(whole))
    assert exchange.request.headers == exchange.response.headers == {"content-type": ("application/json",)}
    assert (exchange.request.body, exchange.response.body, exchange.day) == (JsonBody(SENT), JsonBody({"id": 1}), None)


def test_a_form_that_is_reported_by_its_fields_is_put_together_unless_it_has_parts() -> None:
    whole = entry()
    fields = [{"name": "a b", "value": "c&d"}, {"name": "e"}]
    whole["request"] |= {"headers": [], "postData": {"mimeType": "application/x-www-form-urlencoded", "params": fields}}
    assert only(har(whole)).request.body == TextBody("a+b=c%26d&e=")
    whole["request"]["postData"]["mimeType"] = "multipart/form-data; boundary=b"
    assert "form" in read_har(har(whole), "x.har").skipped[0].what


def test_a_stream_as_text_keeps_its_marks_and_a_missing_end() -> None:
    text = '\ufeffdata: {"a": "\u00e9"}\r\n\r\n: ping\n\ndata: [DONE]'
    content = {"mimeType": "text/event-stream; charset=utf-8", "size": 40, "text": text}
    body = only(har(entry(headers=[], content=content))).response.body
    assert isinstance(body, StreamBody)
    assert b"".join(body.chunks).decode() == text
    assert len(body.chunks) == 3


def test_what_our_own_export_says_of_a_recording_is_kept_and_a_name_that_is_none_is_not() -> None:
    old = replace(
        chat("told"), origin="documentation", recorded=None, source="https://x.test", note="Two\nlines.", file=""
    )
    exchanges = read_har(write_har([old], server="https://api.sample.test"), "x.har").exchanges
    assert taken(*exchanges) == [old]
    assert [each.case for each in taken(*exchanges, *exchanges)] == ["told", "x-1"]
    assert [each.case for each in taken(*exchanges, case="new")] == ["new-1"]
    content = write_har([replace(old, case="../told", origin="invented")], server="https://api.sample.test")
    assert [(each.case, each.origin) for each in taken(*read_har(content, "x.har").exchanges)] == [("x-1", "live")]


def taken(*exchanges: Exchange, case: str = "") -> list[Any]:
    recordings, _ = recordings_of(exchanges, operation_of=lambda _: "chat.completions.create", case=case, default="x")
    return list(recordings)


def test_a_recording_says_which_server_it_is_of_and_no_password() -> None:
    whole = entry()
    whole["request"]["url"] = "https://user:word@api.sample.test:8443/base/v1/chat"
    [recording] = taken(only(har(whole)))
    assert recording.source == "https://api.sample.test:8443"
    whole["request"]["url"] = "/base/v1/chat"
    assert taken(only(har(whole)))[0].source == ""


def interaction(**response: Any) -> dict[str, Any]:
    sent: dict[str, Any] = {"method": "POST", "url": "https://api.sample.test/base/v1/chat", "body": json.dumps(SENT)}
    sent["headers"] = {"Content-Type": "application/json"}
    return {"request": sent, "response": {"headers": {"Content-Type": ["application/json"]}, **response}}


@pytest.mark.parametrize(
    "cassette",
    [
        {"interactions": [interaction(status_code=200, http_version="HTTP/1.1", content=ANSWER)], "version": 1},
        {"interactions": [interaction(status="200 OK", code=200, body=ANSWER)], "version": 2},
        [interaction(status={"http_version": "1.1", "code": 200, "message": "OK"}, body=ANSWER)],
    ],
)
def test_cassettes_of_other_tools_and_times_are_read(cassette: Any) -> None:
    imported = read_cassette(json.dumps(cassette).encode(), "c.json")
    assert imported.skipped == ()
    [exchange] = imported.exchanges
    assert (exchange.request.body, exchange.response.status) == (JsonBody(SENT), 200)
    assert exchange.kept == {"source": "https://api.sample.test"}
    assert exchange.response.body == JsonBody({"id": 1})


def test_where_a_cassette_has_no_day_the_answer_s_own_date_counts() -> None:
    entry = interaction(status_code=200, content=ANSWER)
    entry["response"]["headers"]["Date"] = ["Wed, 04 Mar 2026 05:06:07 GMT"]
    [exchange] = read_cassette(json.dumps({"interactions": [entry]}).encode(), "c.json").exchanges
    assert exchange.day == date(2026, 3, 4)


def test_a_file_that_is_packed_is_unpacked() -> None:
    assert unpacked_file(gzip.compress(b"{}")) == unpacked_file(b"{}") == b"{}"
    with pytest.raises(ValueError, match="cut off"):
        unpacked_file(gzip.compress(b"{}")[:-9])
