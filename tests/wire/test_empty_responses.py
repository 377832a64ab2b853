"""A response without a body is None, of HEAD the headers; and any content type that a range allows is read."""

from __future__ import annotations

import pytest

from tests.client.planned import planned
from tests.servers.loopback import Reply

from .packages import BINARY, MODES, TEXT, WHOLE, Mode, api, call, gives, json_reply, obj, package, ref, takes

JOBS = api(
    {
        "GET /jobs": {"responses": {**gives(ref("J"))["responses"], "202": {"description": "Later."}}},
        "POST /jobs": {"responses": {"201": {"description": "Made."}}},
        "PUT /jobs": {"responses": {"2XX": {"description": "Fine."}}},
        "PATCH /jobs": {"responses": {"default": {"description": "Anything."}}},
        "DELETE /jobs": {"responses": {"404": {"description": "Unknown."}}},
        "HEAD /jobs": {"responses": {"200": {"description": "Up."}}},
    },
    {"J": {**obj(id=WHOLE), "required": ["id"]}},
)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("status", [200, 201, 202, 204, 205, 206, 299])
@pytest.mark.parametrize("method", ["GET /jobs", "POST /jobs", "PUT /jobs", "PATCH /jobs", "DELETE /jobs"])
def test_an_empty_success_is_none_whatever_its_status(method: str, status: int, mode: Mode) -> None:
    found = call(package(JOBS), method, mode, Reply(status))
    assert (found.value, found.error) == (None, None)


@pytest.mark.parametrize("mode", MODES)
def test_an_empty_body_of_json_or_white_space_is_none_too(mode: Mode) -> None:
    for body in (b"", b" \n"):
        found = call(package(JOBS), "POST /jobs", mode, Reply(200, body, {"Content-Type": "application/json"}))
        assert (found.value, found.error) == (None, None)


def test_a_body_that_was_promised_and_did_not_come_is_a_mismatch() -> None:
    module = package(JOBS)
    assert call(module, "GET /jobs", "sync", Reply(202)).warned == []
    assert call(module, "POST /jobs", "sync", Reply(200)).warned == []
    strict = call(module, "GET /jobs", "sync", Reply(200), options={"strict": True})
    assert "expected J, found nothing" in strict.refused("APIResponseError")


@pytest.mark.parametrize("mode", MODES)
def test_a_body_that_was_not_declared_is_given_with_a_mismatch(mode: Mode) -> None:
    found = call(package(JOBS), "POST /jobs", mode, json_reply({"a": 1}))
    assert found.value == {"a": 1}
    assert call(package(JOBS), "DELETE /jobs", mode, json_reply({"a": 1})).value == {"a": 1}


@pytest.mark.parametrize("mode", MODES)
def test_head_gives_the_headers_by_any_case(mode: Mode) -> None:
    found = call(package(JOBS), "HEAD /jobs", mode, Reply(200, b"", {"X-Count": "4"})).value
    assert found["x-count"] == found["X-Count"] == "4"
    assert "content-length" in list(found)
    assert call(package(JOBS), "HEAD /jobs", mode, Reply(404)).refused("NotFoundError")


def test_the_annotation_says_that_none_may_come() -> None:
    found = {method.http_method: method.returns for _, method in planned(JOBS).methods()}
    assert found == {
        "GET": "J | None",
        "POST": "None",
        "PUT": "None",
        "PATCH": "None",
        "DELETE": "Any",
        "HEAD": "ResponseHeaders",
    }


RANGES = api(
    {
        "GET /a": gives(obj(n=WHOLE), "*/*"),
        "GET /t": gives(TEXT, "*/*"),
        "GET /x": gives(BINARY, "application/*"),
        "GET /i": gives(TEXT, "image/*"),
        "GET /any": gives(media="*/*"),
        "POST /send": takes(obj(n=WHOLE), "*/*"),
        "POST /up": takes({}, "image/*"),
    }
)


@pytest.mark.parametrize("mode", MODES)
def test_a_range_of_media_types_is_read_by_the_content_type_that_comes(mode: Mode) -> None:
    module = package(RANGES)
    assert call(module, "GET /a", mode, json_reply({"n": 3})).value.n == 3
    assert call(module, "GET /t", mode, Reply(200, b"hello", {"Content-Type": "text/plain"})).value == "hello"
    assert call(module, "GET /t", mode, json_reply("hello")).value == "hello"
    assert (
        bytes(call(module, "GET /x", mode, Reply(200, b"\x00", {"Content-Type": "application/zip"})).value) == b"\x00"
    )
    picture = call(module, "GET /i", mode, Reply(200, b"\x89PNG", {"Content-Type": "image/png"})).value
    assert (bytes(picture), picture.content_type) == (b"\x89PNG", "image/png")
    assert call(module, "GET /any", mode, Reply(200, b"plain", {"Content-Type": "text/plain"})).value == "plain"
    assert call(module, "GET /any", mode, json_reply([1])).value == [1]


@pytest.mark.parametrize("mode", MODES)
def test_another_type_than_the_schema_of_a_range_is_given_with_a_mismatch(mode: Mode) -> None:
    found = call(package(RANGES), "GET /a", mode, Reply(200, b"hello", {"Content-Type": "text/plain"}))
    assert found.value == "hello"


@pytest.mark.parametrize("mode", MODES)
def test_a_body_of_a_range_is_sent_as_json_or_as_bytes(mode: Mode) -> None:
    sent = call(package(RANGES), "POST /send", mode, Reply(204), n=1).request
    assert (sent.body, sent.headers["content-type"]) == (b'{"n":1}', "application/json")
    sent = call(package(RANGES), "POST /up", mode, Reply(204), body=b"\x89").request
    assert (sent.body, sent.headers["content-type"]) == (b"\x89", "application/octet-stream")
