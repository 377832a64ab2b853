"""Retries: which failures, how often, how long after, and never beyond the bounds."""

from __future__ import annotations

import email.utils
import time
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from . import drive
from .drive import COMPLETION, MODES, STREAM, Mode, ask, ask_stream
from .sample.sample_api import APIConnectionError, APIStatusError, RateLimitError, RetryPolicy, SampleApi
from .sample.sample_api._runtime.retry import retry_after
from .sample.sample_api._runtime.settings import Auth, Settings
from .sample.sample_api.testing import CLOSE, FakeServer, Response, http_response, json_response

QUICK = RetryPolicy(first_delay=0.01, longest_delay=0.02)
OK = json_response(COMPLETION)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 504, 529])
def test_a_status_that_may_pass_is_tried_again(status: int, mode: Mode) -> None:
    with FakeServer(json_response({}, status), json_response({}, status), OK) as server:
        outcome = ask(mode, server.url, retry=QUICK, max_retries=2)
        assert len(server.requests) == 3
    assert outcome.answer.id == "chat-1"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("status", [400, 401, 403, 404, 422, 501, 505])
def test_a_status_that_will_not_pass_is_not_tried_again(status: int, mode: Mode) -> None:
    with FakeServer(json_response({}, status)) as server:
        error = ask(mode, server.url, retry=QUICK, max_retries=2).failed(APIStatusError)
        assert len(server.requests) == 1
    assert error.attempts == 1


@pytest.mark.parametrize("mode", MODES)
def test_the_number_of_retries_is_kept(mode: Mode) -> None:
    with FakeServer(json_response({}, 503, retry_after="0.001")) as server:
        error = ask(mode, server.url, retry=QUICK, max_retries=4).failed(APIStatusError)
        assert len(server.requests) == error.attempts == 5
        ask(mode, server.url, retry=QUICK, max_retries=0).failed(APIStatusError)
        assert len(server.requests) == 6


@pytest.mark.parametrize("mode", MODES)
def test_a_stream_is_tried_again_until_it_begins(mode: Mode) -> None:
    begun = http_response(STREAM, content_type="text/event-stream")
    with FakeServer(json_response({}, 500), begun) as server:
        assert ask_stream(mode, server.url, retry=QUICK, max_retries=2).text == "Hello there"
        assert len(server.requests) == 2


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "headers",
    [
        {"retry_after": "3600"},
        {"retry_after_ms": "3600000"},
        {"retry_after": email.utils.formatdate(time.time() + 3600)},
    ],
)
def test_a_wait_beyond_the_cap_gives_the_error_at_once(headers: dict[str, str], mode: Mode) -> None:
    with FakeServer(json_response({}, 429, **headers)) as server:
        error = ask(mode, server.url, max_retries=2).failed(RateLimitError)
        assert len(server.requests) == 1
    # The date was made when the tests were collected: on a slow machine that is some minutes ago.
    assert 600 < error.retry_after <= 3600


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("reported", [{"retry_after": "0.2"}, {"retry_after_ms": "200", "retry_after": "9"}])
def test_a_wait_that_the_server_asks_for_is_kept(reported: dict[str, str], mode: Mode) -> None:
    with FakeServer(json_response({}, 503, **reported), OK) as server:
        began = time.monotonic()
        ask(mode, server.url, retry=QUICK, max_retries=1)
        assert time.monotonic() - began >= 0.2
        assert len(server.requests) == 2


@pytest.mark.parametrize("mode", MODES)
def test_no_retry_starts_after_the_total(mode: Mode) -> None:
    policy = RetryPolicy(total=0.25, max_retries=100)
    with FakeServer(json_response({}, 503, retry_after="0.1")) as server:
        error = ask(mode, server.url, retry=policy, max_retries=100).failed(APIStatusError)
        assert len(server.requests) <= 3, "a slow machine may fit in fewer"
    assert error.attempts == len(server.requests)


@pytest.mark.parametrize("mode", MODES)
def test_a_server_may_forbid_or_ask_for_another_try(mode: Mode) -> None:
    forbids, asks = json_response({}, 500, x_should_retry="false"), json_response({}, 400, x_should_retry="true")
    with FakeServer(asks, forbids, OK) as server:
        ask(mode, server.url, retry=QUICK, max_retries=2).failed(APIStatusError)
        assert len(server.requests) == 2


CUTS = {
    "before_the_response": Response((CLOSE,)),
    "within_the_response": Response((b"HTTP/1.1 200 OK\r\ncontent-le", CLOSE)),
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("cut", CUTS)
def test_a_request_that_was_cut_off_is_not_sent_twice_unasked(cut: str, mode: Mode) -> None:
    with FakeServer(CUTS[cut], OK) as server:
        error = ask(mode, server.url, retry=QUICK, max_retries=2).failed(APIConnectionError)
        assert len(server.requests) == 1
    assert error.sent is True


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("cut", CUTS)
def test_it_is_sent_twice_where_the_user_says_so(cut: str, mode: Mode) -> None:
    policy = RetryPolicy(first_delay=0.01, resend=True)
    with FakeServer(CUTS[cut], OK) as server:
        assert ask(mode, server.url, retry=policy, max_retries=2).answer.id == "chat-1"
        assert len(server.requests) == 2


def test_a_request_that_changes_nothing_is_sent_again_after_a_cut() -> None:
    with FakeServer(Response((CLOSE,)), json_response({"id": "1", "name": "cup"})) as server:
        with drive.client(server.url, retry=QUICK, max_retries=1) as api:
            assert api.items.retrieve("1").name == "cup"
        assert len(server.requests) == 2


class Keyed(SampleApi):
    """The sample client of an API that takes idempotency keys."""

    settings: ClassVar[Settings] = Settings(
        package=drive.PACKAGE,
        version="1",
        base_url="http://x",
        auth=Auth(),
        idempotency_header="Idempotency-Key",
    )


def keyed(server: FakeServer, **options: Any) -> Keyed:
    return Keyed(base_url=server.url, retry=QUICK, **options)


def test_an_idempotency_key_is_the_same_on_each_try_and_another_for_each_call() -> None:
    with FakeServer(Response((CLOSE,)), json_response({}, 500), OK) as server, keyed(server) as api:
        api.chat.completions.create(messages=drive.MESSAGES)
        api.chat.completions.create(messages=drive.MESSAGES)
        keys = [request.headers["idempotency-key"] for request in server.requests]
    assert len(keys) == 4
    assert len(set(keys[:3])) == 1
    assert keys[3] != keys[0]


def test_an_idempotency_key_of_the_caller_is_sent() -> None:
    with FakeServer(OK) as server, keyed(server) as api:
        api.chat.completions.create(messages=drive.MESSAGES, extra_headers={"Idempotency-Key": "mine"})
        assert server.requests[0].headers["idempotency-key"] == "mine"


def test_a_request_that_changes_nothing_carries_no_idempotency_key() -> None:
    with FakeServer(json_response({"id": "1", "name": "cup"})) as server, keyed(server) as api:
        api.items.retrieve("1")
        assert "idempotency-key" not in server.requests[0].headers


@given(
    attempt=st.integers(1, 50),
    elapsed=st.floats(0, 1000),
    reported=st.none() | st.text(max_size=12) | st.integers(-5, 10**9).map(str),
)
def test_every_wait_is_within_the_bounds(attempt: int, elapsed: float, reported: str | None) -> None:
    policy = RetryPolicy(max_retries=10)
    wait = policy.delay(attempt, elapsed, {} if reported is None else {"retry-after": reported})
    if wait is not None:
        assert attempt <= policy.max_retries
        assert 0 < wait <= policy.longest_retry_after
        assert elapsed + wait <= policy.total


@given(st.integers(1, 6))
def test_the_wait_doubles_less_a_quarter_at_most(attempt: int) -> None:
    wait = RetryPolicy(max_retries=9).delay(attempt, 0.0, {})
    full = min(0.5 * 2 ** (attempt - 1), 8.0)
    assert wait is not None
    assert 0.75 * full <= wait <= full


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:10 GMT"}, 10.0),
        ({"retry-after": "Wed, 21 Oct 2015 07:27:50 GMT"}, -10.0),
        ({"retry-after-ms": "250", "retry-after": "7"}, 0.25),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-3"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": ""}, None),
        ({}, None),
    ],
)
def test_both_forms_of_retry_after_are_read(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers, now=1445412480.0) == seconds
