"""Streams that go on after a break where the server can be told the last event: none is lost, and none comes twice."""

from __future__ import annotations

import asyncio
import importlib.util
from collections.abc import Callable
from typing import Any

import pytest

from tests.servers.loopback import Loopback, Reply, Request

from .packages import api, clients_of, gives, obj, package

ITEM = obj(n={"type": "integer"})
LAST_EVENT = {"name": "Last-Event-ID", "in": "header", "schema": {"type": "string"}}
STREAM = gives(ITEM, "text/event-stream")
DOCUMENT = api({"GET /ticks": STREAM, "POST /runs": STREAM, "POST /jobs": {**STREAM, "parameters": [LAST_EVENT]}})
MODES = ("sync", "async", "aiohttp") if importlib.util.find_spec("aiohttp") else ("sync", "async")
NUMBERS = list(range(1, 7))


@pytest.fixture(params=MODES, name="mode")
def _mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def event(number: int, *, has_id: bool = True, more: str = "") -> bytes:
    head = f"id: é{number}\n" if has_id else ""
    return f'{head}{more}data: {{"n": {number}}}\n\n'.encode()


def streamed(*events: bytes, broken: bool = False) -> Reply:
    body = b"".join(events)
    return Reply(200, body, {"Content-Type": "text/event-stream"}, declared=len(body) + 7 if broken else None)


def last_id(request: Request) -> int:
    """What the client was given last; 0 where it does not say."""
    said = request.headers.get("last-event-id", "").encode("latin-1").decode()
    return int(said.removeprefix("é") or 0)


class Ticker:
    """Sends events after the one that is named, and breaks off after each two of them, `breaks` times."""

    def __init__(self, breaks: int = 2, behind: int = 0, restarts: bool = False, more: str = "") -> None:
        self.breaks, self.behind, self.restarts, self.more = breaks, behind, restarts, more

    def __call__(self, request: Request) -> Reply:
        start = 0 if self.restarts else max(last_id(request) - self.behind, 0)
        self.breaks -= 1
        end = last_id(request) + 2 if self.breaks >= 0 else len(NUMBERS)
        return streamed(*(event(each, more=self.more) for each in NUMBERS[start:end]), broken=self.breaks >= 0)


def read(
    mode: str, answer: Callable[[Request], Reply], member: str = "ticks.list", **options: Any
) -> tuple[list[int], list[Request], Exception | None]:
    """The numbers that came, the requests, and the error."""
    module = package(DOCUMENT)
    sync, asynchronous = clients_of(module)
    policy = {"first_delay": 0.001, "longest_delay": 0.002, **options}
    resource, _, method = member.partition(".")
    got: list[int] = []

    async def wait(given: Any) -> None:
        async with asynchronous(connections="aiohttp" if mode == "aiohttp" else "httpx2", **given) as client:
            stream = await getattr(getattr(client, resource), method)()
            async for chunk in stream:
                got.append(chunk.n)  # noqa: PERF401  # what came before an error counts

    with Loopback(answer) as server:
        given = {"base_url": server.url, "retry": module.RetryPolicy(**policy)}
        try:
            if mode == "sync":
                with sync(**given) as client:
                    for chunk in getattr(getattr(client, resource), method)():
                        got.append(chunk.n)  # noqa: PERF401  # what came before an error counts
            else:
                asyncio.run(wait(given))
        except module.APIError as error:
            return got, server.requests, error
        return got, server.requests, None


@pytest.mark.parametrize(
    "ticker",
    [{}, {"behind": 1}, {"behind": 2}, {"restarts": True}],
    ids=["from-the-next", "with-the-last", "with-the-last-two", "from-the-first"],
)
def test_a_stream_goes_on_after_a_break_with_no_event_lost_or_doubled(ticker: dict[str, Any], mode: str) -> None:
    got, requests, error = read(mode, Ticker(**ticker))
    assert error is None
    assert got == NUMBERS
    assert [last_id(request) for request in requests] == [0, 2, 4]


def test_events_without_an_id_of_their_own_come_once(mode: str) -> None:
    def answer(request: Request) -> Reply:
        without = [event(1), event(2, has_id=False), event(3, has_id=False)]
        return streamed(*without[:2], broken=True) if not last_id(request) else streamed(*without[1:], event(4))

    got, _, error = read(mode, answer)
    assert (got, error) == ([1, 2, 3, 4], None)


def test_no_more_tries_are_made_than_the_policy_allows_without_a_new_event(mode: str) -> None:
    def answer(request: Request) -> Reply:
        return streamed(*(() if last_id(request) else (event(1),)), broken=True)

    got, requests, error = read(mode, answer, max_retries=3)
    assert got == [1]
    assert type(error).__name__ == "StreamInterruptedError"
    assert len(requests) == 4


@pytest.mark.parametrize(("milliseconds", "resumes"), [("1", True), ("3600000", False)])
def test_the_wait_that_the_server_asks_for_is_kept_where_it_is_not_too_long(
    milliseconds: str, resumes: bool, mode: str
) -> None:
    got, requests, error = read(mode, Ticker(1, more=f"retry: {milliseconds}\n"), first_delay=60.0, longest_delay=60.0)
    assert (got == NUMBERS, error is None, len(requests) == 2) == (resumes, resumes, resumes)


@pytest.mark.parametrize(
    ("member", "options", "resumes"),
    [("runs.create", {}, False), ("runs.create", {"resend": True}, True), ("jobs.create", {}, True)],
    ids=["post", "post-that-the-caller-allows", "post-that-takes-the-header"],
)
def test_a_request_that_changes_something_is_sent_again_only_where_that_is_allowed(
    member: str, options: dict[str, Any], resumes: bool, mode: str
) -> None:
    got, requests, error = read(mode, Ticker(1), member, **options)
    assert got == (NUMBERS if resumes else NUMBERS[:2])
    assert (error is None) == resumes
    assert len(requests) == (2 if resumes else 1)


def test_a_stream_without_ids_breaks_off_as_before(mode: str) -> None:
    got, requests, error = read(mode, lambda _: streamed(event(1, has_id=False), broken=True))
    assert got == [1]
    assert type(error).__name__ == "StreamInterruptedError"
    assert len(requests) == 1


@pytest.mark.parametrize(
    ("reply", "kind"),
    [(Reply(204), "NoneType"), (Reply(410, b"{}"), "APIStatusError"), (Reply(200, b'{"n": 1}'), "NotAStreamError")],
    ids=["no-content", "gone", "json"],
)
def test_what_the_server_says_in_place_of_the_rest_ends_the_stream(reply: Reply, kind: str, mode: str) -> None:
    got, _, error = read(mode, lambda request: reply if last_id(request) else streamed(event(1), broken=True))
    assert got == [1]
    assert type(error).__name__ == kind
