"""What an API may do to a recording: a failure that says what it was, after so many seconds and bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain, repeat

import pytest

from nemogen.http.limits import Limits
from nemogen.recordings.bundled_tests.loopback import ReceivedRequest
from nemogen.recordings.proxy import Proxy
from tests.servers.hostile import Hostile, head, one_by_one

LIMITS = Limits(size=200_000, received=300_000, total=0.6, connect=5, read=5)
REQUEST = ReceivedRequest(
    "POST", "/v1/chat?stream=1", (("content-type", "application/json"), ("x", "1"), ("x", "2")), b"{}"
)
EVENTS = head("Content-Type: text/event-stream", "Transfer-Encoding: chunked")


@pytest.mark.parametrize(
    ("says", "pause", "failure"),
    [
        (lambda _: one_by_one(head()), 0.05, r"within 0\.6 seconds"),
        (lambda _: repeat(head(status="100 Continue")), 0.05, r"within 0\.6 seconds"),
        (lambda _: repeat(head(status="100 Continue") * 1000), 0, "more than 300,000 bytes"),
        (lambda _: chain([EVENTS], repeat(b"3\r\n:\n\n\r\n")), 0.05, r"within 0\.6 seconds"),
        (lambda _: chain([EVENTS], repeat(b"1000\r\n" + bytes(0x1000) + b"\r\n")), 0, "larger than 200,000 bytes"),
        (lambda _: [b"nonsense\r\n\r\n"], 0, "RemoteProtocolError"),
    ],
    ids=["header", "100", "flood", "events", "body", "nonsense"],
)
def test_an_api_that_never_comes_to_an_end_is_abandoned(
    says: Callable[[bytes], Iterable[bytes]], pause: float, failure: str
) -> None:
    # What a host sends without a pause must not take longer than its limit, however loaded the machine is.
    with Hostile(says, pause=pause) as api:
        proxy = Proxy(api.url, LIMITS if pause else replace(LIMITS, total=15))
        assert proxy.respond(REQUEST).status == 502
    assert re.search(failure, proxy.failure)
    assert proxy.passed == []


def test_pieces_pass_as_they_arrive_and_headers_as_often_as_they_came() -> None:
    requests: list[bytes] = []

    def says(request: bytes) -> list[bytes]:
        requests.append(request)
        return [EVENTS, b"3\r\na\n\n\r\n", b"3\r\nb\n\n\r\n", b"0\r\n\r\n"]

    with Hostile(says, pause=0.02) as api:
        proxy = Proxy(api.url, LIMITS)
        answer = proxy.respond(REQUEST)
    assert (answer.status, answer.chunks, answer.is_stream) == (200, (b"a\n\n", b"b\n\n"), True)
    assert requests[0].startswith(b"POST /v1/chat?stream=1 HTTP/1.1\r\n")
    assert requests[0].count(b"\r\nx: ") == 2
    assert b"accept-encoding: identity" in requests[0]
