"""What is wrong around the client, rather than with the API: an error of ours names it, at once."""

from __future__ import annotations

import asyncio
import threading
import warnings
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from . import drive
from .drive import CHUNKS, COMPLETION, KEY, MESSAGES, MODES, Mode, ask, ask_stream
from .sample.sample_api import (
    APIConnectionError,
    APIError,
    ArgumentError,
    ConfigurationError,
    HookRequest,
    RetryPolicy,
    Timeout,
)
from .sample.sample_api._runtime.tls import ssl_context_of
from .sample.sample_api.testing import HOLD, FakeServer, http_response, json_response, stream_response
from .test_secrets import api_with
from .test_wire import TlsServer, _server  # noqa: F401

QUICK = RetryPolicy(first_delay=0.001)
OK = json_response(COMPLETION)
WHOLE = stream_response(CHUNKS)


@pytest.fixture(name="no_threads")
def _no_threads(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    def forbid() -> None:
        def start(_: threading.Thread) -> None:
            raise RuntimeError("can't start new thread")

        monkeypatch.setattr(threading.Thread, "start", start)

    return forbid


class Eager(FakeServer):
    """Has a thread for each connection before any is forbidden."""

    def __init__(self, *answers: Any) -> None:
        super().__init__(*answers)
        self._spare: list[Any] = []
        self._ready = threading.Semaphore(0)
        for _ in range(4):
            threading.Thread(target=self._work, daemon=True).start()

    def _start(self, target: Callable[..., None], *arguments: Any) -> None:
        if target == self._serve:
            self._spare.append(arguments)
            self._ready.release()
        else:
            super()._start(target, *arguments)

    def _work(self) -> None:
        while True:
            self._ready.acquire()
            self._serve(*self._spare.pop(0))


@pytest.mark.parametrize("own", [False, True])
@pytest.mark.parametrize("reply", [WHOLE, stream_response(CHUNKS, then=HOLD)], ids=["whole", "without_the_marker"])
def test_a_stream_ends_well_where_no_thread_can_be_started(
    own: bool, reply: Any, no_threads: Callable[[], None]
) -> None:
    with (
        Eager(reply) as server,
        httpx2.Client() as http,
        drive.client(server.url, **({"http_client": http} if own else {})) as api,
    ):
        no_threads()
        with api.chat.completions.create(messages=MESSAGES, stream=True) as stream:
            read = [next(stream) for _ in CHUNKS]
        assert len(read) == len(CHUNKS)


@pytest.mark.parametrize("own", [False, True])
def test_the_total_holds_where_no_thread_can_be_started(own: bool, no_threads: Callable[[], None]) -> None:
    slow = stream_response(CHUNKS[1:2] * 1000, pause=0.01)
    with Eager(slow) as server, httpx2.Client() as http:
        no_threads()
        options = {"http_client": http} if own else {}
        error: Any = ask_stream("sync", server.url, {"timeout": Timeout(total=0.3)}, **options).failed(APIError)
    assert error.step == "total"


@pytest.mark.parametrize("mode", [mode for mode in MODES if mode != "sync"])
def test_a_name_that_cannot_be_resolved_for_want_of_a_thread_is_a_failed_connection(
    mode: Mode, no_threads: Callable[[], None]
) -> None:
    async def call() -> Any:
        async with drive.async_client("http://localhost:1", mode, retry=QUICK) as api:
            no_threads()
            with pytest.raises(APIConnectionError) as caught:
                await api.chat.completions.create(messages=MESSAGES)
            return caught.value

    # To close an event loop asyncio needs a thread.
    loop = asyncio.new_event_loop()
    error = loop.run_until_complete(call())
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()
    assert "can't start new thread" in str(error)
    assert error.sent is False


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("content", [None, "no certificate"])
def test_certificates_that_cannot_be_read_are_named(
    mode: Mode, content: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    path = tmp_path / "bundle.pem"
    if content:
        path.write_text(content)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    ssl_context_of.cache_clear()
    error = ask(mode, "https://127.0.0.1:1", retry=QUICK, max_retries=2).failed(ConfigurationError)
    assert f"SSL_CERT_FILE is '{path}'" in str(error)
    assert error.attempts <= 1


@pytest.mark.parametrize("mode", MODES)
def test_a_certificate_that_is_not_trusted_is_not_tried_again(mode: Mode) -> None:
    ssl_context_of.cache_clear()
    with TlsServer(OK) as server:
        error = ask(mode, server.url, retry=QUICK, max_retries=3).failed(APIConnectionError)
        assert (error.attempts, server.connections) == (1, 1)
    assert "certificate" in str(error)
    assert "SSL_CERT_FILE" in str(error)
    assert (error.sent, error.permanent) == (False, True)


OUTSIDE = "Zażółć"


@pytest.mark.parametrize("mode", MODES)
def test_a_header_value_outside_latin_1_is_named(mode: Mode) -> None:
    def add(request: HookRequest) -> None:
        request.headers["x-name"] = OUTSIDE

    with FakeServer(OK) as server:
        for call, options in (({"extra_headers": {"X-Name": OUTSIDE}}, {}), ({}, {"on_request": [add]})):
            error = ask(mode, server.url, call, retry=QUICK, max_retries=2, **options).failed(ArgumentError)
            assert "x-name" in str(error).lower()
            assert "Latin-1" in str(error)
        assert server.requests == []
    with pytest.raises(ArgumentError, match="Latin-1"):
        drive.client("http://x", headers={"X-Name": OUTSIDE})


@pytest.mark.parametrize("own", [False, True])
def test_a_header_value_within_latin_1_is_sent(own: bool) -> None:
    with FakeServer(OK) as server, httpx2.Client() as http:
        options = {"http_client": http} if own else {}
        assert ask("sync", server.url, {"extra_headers": {"X-Name": "Zoë"}}, **options).answer.id == "chat-1"
        assert server.requests[0].headers["x-name"] == "Zoë"


def test_a_header_parameter_is_checked_as_every_header_is() -> None:
    with FakeServer(json_response({"id": "1", "name": "cup"})) as server, drive.client(server.url) as api:
        for value in (OUTSIDE, "a\r\nEvil: 1"):
            with pytest.raises(ArgumentError, match=r"(?i)x-tenant"):
                api.items.retrieve("1", x_tenant=value)
        assert server.requests == []


@pytest.mark.parametrize("key", ["k", "test", "dev-key"])
def test_a_short_key_is_not_searched_for_in_what_others_say(key: str) -> None:
    said = "thanks for the test; your dev-key works"
    with FakeServer(json_response({"error": {"message": said}}, 400)) as server:
        error = ask("sync", server.url, api_key=key).failed(APIError)
        assert error.api_message == said
        assert server.requests[0].headers["authorization"] == f"Bearer {key}"
        shown: list[str] = []
        hooks = [lambda request: shown.append(request.url)]
        query = api_with("query", "key")(api_key=key, base_url=server.url, max_retries=0, on_request=hooks)
        with query as api, pytest.raises(APIError):
            api.items.retrieve("1")
        assert f"key={key}" in server.requests[1].path
        assert shown == [f"{server.url}/v1/items/1?key=***"]
    with FakeServer(json_response({"error": {"message": f"bad {KEY}"}}, 400)) as server:
        assert ask("sync", server.url).failed(APIError).api_message == "bad ***"


def test_printing_an_answer_shows_whole_texts() -> None:
    text = "A long answer. " * 100
    choices = [
        {"index": index, "message": {"role": "assistant", "content": f"{text}{index}"}, "finish_reason": "stop"}
        for index in range(5)
    ]
    with FakeServer(json_response({**COMPLETION, "choices": choices, "more": {"deep": [text]}})) as server:
        found = ask("sync", server.url).answer
    assert all(f"{text}{index}" in f"{found}" for index in range(5))
    assert str(found).count(text) == 6
    assert text in str(found.choices[0])
    assert "…" not in str(found)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_a_number_that_json_does_not_have_is_a_mismatch(mode: Mode, number: str) -> None:
    body = '{"id": "1", "name": "cup", "weight": N, "more": {"deep": [1, N]}}'.replace("N", number)

    async def retrieve(url: str, **options: Any) -> Any:
        async with drive.async_client(url, mode, **options) as api:
            return await api.items.retrieve("1")

    def get(url: str, **options: Any) -> Any:
        if mode != "sync":
            return asyncio.run(retrieve(url, **options))
        with drive.client(url, **options) as api:
            return api.items.retrieve("1")

    with FakeServer(http_response(body, content_type="application/json")) as server:
        with warnings.catch_warnings(action="ignore"):
            found = get(server.url)
        assert sorted(mismatch.pointer for mismatch in found.mismatches) == ["/more/deep/1", "/weight"]
        assert {mismatch.found for mismatch in found.mismatches} == {number}
        with pytest.raises(APIError, match="/weight"):
            get(server.url, strict=True)


def test_a_text_about_nan_is_no_mismatch() -> None:
    cup = json_response({"id": "1", "name": "NaN and Infinity", "more": "-Infinity"})
    with FakeServer(cup) as server, drive.client(server.url, strict=True) as api:
        assert api.items.retrieve("1").mismatches == ()


@pytest.mark.parametrize("mode", MODES)
def test_a_chunk_with_a_number_that_json_does_not_have_is_a_mismatch(mode: Mode) -> None:
    bad = CHUNKS[1] | {"score": float("nan")}
    with FakeServer(stream_response([CHUNKS[0], bad, *CHUNKS[2:]])) as server:
        found = ask_stream(mode, server.url)
        assert [[each.pointer for each in chunk.mismatches] for chunk in found.chunks[:2]] == [[], ["/score"]]
        assert "/score" in str(ask_stream(mode, server.url, strict=True).failed(APIError))
