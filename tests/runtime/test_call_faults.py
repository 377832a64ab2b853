"""Answers to a plain call as servers really send them, over real sockets."""

from __future__ import annotations

import gzip
import json
import pickle
from typing import Any, NamedTuple

import pytest

from .drive import COMPLETION, KEY, MODES, Mode, ask
from .sample.sample_api import (
    APIConnectionError,
    APIError,
    APIResponseError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    RedirectError,
    RetryPolicy,
    UnprocessableEntityError,
)
from .sample.sample_api.testing import CLOSE, HOLD, RESET, FakeServer, Response, fault, http_response, json_response

BODY = json.dumps(COMPLETION).encode()
HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
PROVIDER = '{"type":"error","error":{"type":"overloaded_error","message":"provider is down"}}'


class Refusal(NamedTuple):
    status: int
    body: Any
    kind: type[APIError]
    says: str
    code: str | None = None


REFUSALS = {
    "bad_request": Refusal(
        400, {"error": {"message": "no model", "code": "model_missing"}}, BadRequestError, "no model", "model_missing"
    ),
    "unauthorized": Refusal(401, {"message": "wrong key", "statusCode": 401}, AuthenticationError, "wrong key"),
    "status_code_as_text": Refusal(
        403, {"message": "not yours", "statusCode": "403", "path": "/v1"}, PermissionDeniedError, "not yours"
    ),
    "not_found": Refusal(404, {"detail": "no such path"}, NotFoundError, "no such path"),
    "conflict": Refusal(409, {"error": "busy"}, ConflictError, "busy"),
    "unprocessable": Refusal(
        422, {"detail": [{"loc": ["body"], "msg": "field required"}]}, UnprocessableEntityError, "field required"
    ),
    "rate_limit": Refusal(429, {"error": {"message": "slow down", "code": 429}}, RateLimitError, "slow down", "429"),
    "server_error": Refusal(
        500, {"errors": [{"message": "first"}, {"message": "second"}]}, InternalServerError, "first"
    ),
    "provider_inside_message": Refusal(502, {"message": PROVIDER}, InternalServerError, "provider is down"),
    "provider_inside_metadata": Refusal(
        503,
        {"error": {"message": "Provider returned error", "metadata": {"raw": PROVIDER}}},
        InternalServerError,
        "provider is down",
    ),
    "list_of_messages": Refusal(
        400, {"message": ["a is missing", "b is missing"]}, BadRequestError, "a is missing; b is missing"
    ),
    "teapot": Refusal(418, {"message": "short and stout"}, APIStatusError, "short and stout"),
    "unknown_5xx": Refusal(599, {}, InternalServerError, "{}"),
    "plain_text": Refusal(500, "upstream failed", InternalServerError, "upstream failed"),
    "html": Refusal(502, "<html><body>" + "x" * 5000, InternalServerError, "HTML page"),
    "nothing": Refusal(500, "", InternalServerError, "no body"),
    "a_list": Refusal(400, ["bad"], BadRequestError, '["bad"]'),
    "deeply_nested": Refusal(400, "[" * 100_000, BadRequestError, "[["),
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("case", REFUSALS)
def test_a_refusal_becomes_the_error_of_its_kind_with_the_words_of_the_api(case: str, mode: Mode) -> None:
    refusal = REFUSALS[case]
    reply = (
        http_response(refusal.body, refusal.status, x_request_id="req-1")
        if isinstance(refusal.body, str)
        else json_response(refusal.body, refusal.status, x_request_id="req-1")
    )
    with FakeServer(reply) as server:
        error = ask(mode, server.url).failed(refusal.kind)
    assert type(error) is refusal.kind
    assert refusal.says in error.message
    assert len(str(error)) < 1500
    assert (error.status, error.status_code) == (refusal.status, refusal.status)
    assert (error.method, error.path, error.request_id) == ("POST", "/v1/chat/completions", "req-1")
    assert error.code == refusal.code
    assert error.body_start == (refusal.body if isinstance(refusal.body, str) else json.dumps(refusal.body))[:2000]
    assert "status" in str(error)
    assert "req-1" in str(error)


@pytest.mark.parametrize("mode", MODES)
def test_an_error_survives_pickling(mode: Mode) -> None:
    with FakeServer(json_response({"error": {"message": "slow down"}}, 429, retry_after="99")) as server:
        error = ask(mode, server.url).failed(RateLimitError)
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is RateLimitError
    assert (str(copy), copy.retry_after, copy.body) == (str(error), 99.0, {"error": {"message": "slow down"}})


class Broken(NamedTuple):
    answer: Response
    kind: type[APIError]
    says: str


BROKEN = {
    "reset": Broken(fault("reset"), APIConnectionError, "connection failed"),
    "closed_without_an_answer": Broken(Response((CLOSE,)), APIConnectionError, "connection failed"),
    "no_http": Broken(fault("garbage"), APIConnectionError, "connection failed"),
    "body_cut_short": Broken(fault("cut"), APIConnectionError, "connection failed"),
    "body_reset": Broken(
        Response((HEAD + b"content-length: 99\r\n\r\n{", 0.05, RESET)), APIConnectionError, "connection failed"
    ),
    "silence": Broken(fault("silence"), APITimeoutError, "read timeout"),
    "silence_within_the_body": Broken(
        Response((HEAD + b"content-length: 99\r\n\r\n{", HOLD)), APITimeoutError, "read timeout"
    ),
    "html": Broken(fault("html"), APIResponseError, "HTML page"),
    "truncated_json": Broken(http_response(BODY[:40], content_type="application/json"), APIResponseError, "truncated"),
    "text": Broken(http_response("OK"), APIResponseError, "not JSON"),
    "bad_utf_8": Broken(
        http_response(b'{"id": "\xff"}', content_type="application/json"), APIResponseError, "truncated or invalid JSON"
    ),
    "bad_gzip": Broken(http_response(b"nope", content_encoding="gzip"), APIResponseError, "cannot be unpacked"),
    "error_object": Broken(json_response({"error": {"message": "no"}}), APIStatusError, "no"),
    "error_object_beside_an_answer": Broken(json_response({**COMPLETION, "error": "no"}), APIStatusError, "no"),
    "error_with_a_status": Broken(json_response({"error": {"message": "no", "code": 429}}), RateLimitError, "no"),
    "error_of_the_documented_form": Broken(
        json_response({"message": "no", "statusCode": "404", "requestId": "x"}), NotFoundError, "no"
    ),
    "redirect_elsewhere": Broken(
        http_response("", 307, location="http://example.test/"),
        RedirectError,
        "redirected to http://example.test/: not followed",
    ),
    "redirect_to_nowhere": Broken(http_response("", 302), RedirectError, "not followed"),
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_answer_is_an_error_of_its_kind(case: str, mode: Mode) -> None:
    broken = BROKEN[case]
    with FakeServer(broken.answer) as server:
        error = ask(mode, server.url, {"timeout": 0.3}).failed(broken.kind)
    assert broken.says in str(error)
    assert "POST /v1/chat/completions" in str(error)
    assert KEY not in repr(error.__dict__)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
    assert error.__cause__ is None
    assert not isinstance(error.__context__, OSError)


LOST = {
    "bad_gzip": http_response(b"nope", 503, content_encoding="gzip"),
    "cut": Response((b"HTTP/1.1 503 Down\r\ncontent-length: 99\r\n\r\n{", CLOSE)),
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("case", LOST)
def test_the_status_of_an_error_counts_though_its_body_is_lost(case: str, mode: Mode) -> None:
    with FakeServer(LOST[case]) as server:
        error = ask(mode, server.url).failed(InternalServerError)
    assert (error.status, error.body) == (503, "")
    assert "the body cannot be read" in str(error)
    with FakeServer(LOST[case], json_response(COMPLETION)) as server:
        outcome = ask(mode, server.url, max_retries=1, retry=RetryPolicy(first_delay=0.01))
    assert outcome.error is None


@pytest.mark.parametrize("text", ["short", "x" * 300_000])
@pytest.mark.parametrize("mode", MODES)
def test_an_informational_response_does_not_end_the_wait(mode: Mode, text: str) -> None:
    messages: list[Any] = [{"role": "user", "content": text}]
    with FakeServer(Response((b"HTTP/1.1 103 Early Hints\r\n\r\n", HOLD))) as server:
        error = ask(mode, server.url, {"timeout": 0.3, "messages": messages}).failed(APITimeoutError)
    assert error.step == "read"


EMPTY = {
    "empty": fault("empty"),
    "no_content": Response((b"HTTP/1.1 204 No content\r\n\r\n",)),
    "white_space": http_response(" \n", content_type="application/json"),
}


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("case", EMPTY)
def test_an_empty_success_is_none_and_strictly_read_an_error_where_a_body_is_promised(case: str, mode: Mode) -> None:
    with FakeServer(EMPTY[case]) as server:
        outcome = ask(mode, server.url)
    assert (outcome.answer, outcome.error) == (None, None)
    if case != "no_content":
        with FakeServer(EMPTY[case]) as server:
            error = ask(mode, server.url, strict=True).failed(APIResponseError)
        assert "found nothing" in str(error)


WHOLE = {
    "status_201": json_response(COMPLETION, 201),
    "status_202": json_response(COMPLETION, 202),
    "gzip": http_response(gzip.compress(BODY), content_type="application/json", content_encoding="gzip"),
    "no_content_type": Response((b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n%s" % (len(BODY), BODY),)),
    "wrong_content_type": http_response(BODY, content_type="text/html"),
    "byte_by_byte": Response(
        (HEAD + b"content-length: %d\r\n\r\n" % len(BODY), *(BODY[i : i + 1] for i in range(len(BODY))))
    ),
    "leading_white_space": http_response(b"\n\n  " + BODY, content_type="application/json"),
    "error_null": json_response({**COMPLETION, "error": None}),
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("case", WHOLE)
def test_an_answer_that_is_whole_is_read(case: str, mode: Mode) -> None:
    with FakeServer(WHOLE[case]) as server:
        outcome = ask(mode, server.url)
    assert outcome.error is None
    assert outcome.answer.choices[0].message.content == "Hello there"


@pytest.mark.parametrize("mode", MODES)
def test_a_redirect_within_the_origin_is_followed_with_its_body(mode: Mode) -> None:
    moved = http_response("", 308, location="/v2/chat/completions")
    with FakeServer(moved, json_response(COMPLETION)) as server:
        outcome = ask(mode, server.url)
        first, second = server.requests
    assert outcome.answer.id == "chat-1"
    assert (second.path, second.body) == ("/v2/chat/completions", first.body)
    assert second.headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("mode", MODES)
def test_an_endless_redirect_ends(mode: Mode) -> None:
    with FakeServer(http_response("", 307, location="/v1/chat/completions")) as server:
        ask(mode, server.url).failed(RedirectError)
        assert len(server.requests) == 6


@pytest.mark.parametrize("mode", MODES)
def test_nobody_there_is_a_connection_error_that_says_it_was_not_sent(mode: Mode) -> None:
    with FakeServer() as server:
        url = server.url
    error = ask(mode, url).failed(APIConnectionError)
    assert error.sent is False
