"""What a program sees of its calls: hooks, middleware, the log, request ids, events of streams and spans."""

from __future__ import annotations

import asyncio
import logging
import os
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.forked_python import run_python

from . import drive
from .drive import CHUNKS, COMPLETION, KEY, MESSAGES, MODES, Mode, ask, ask_stream, events
from .sample.sample_api import (
    APIStatusError,
    ArgumentError,
    ConfigurationError,
    HookRequest,
    HookResponse,
    MiddlewareCall,
    StreamEvent,
    StreamInterruptedError,
)
from .sample.sample_api.testing import RESET, FakeServer, http_response, json_response, stream_response

ASYNC_MODES: list[Mode] = [mode for mode in MODES if mode != "sync"]
OK = json_response(COMPLETION)
BUSY = json_response({}, 503, retry_after_ms="1")


@pytest.mark.parametrize("mode", ASYNC_MODES)
def test_hooks_of_the_async_client_may_be_asynchronous(mode: Mode) -> None:
    seen: list[Any] = []

    async def before(request: HookRequest) -> None:
        await asyncio.sleep(0)
        request.headers["x-token"] = "fresh"

    async def after(response: HookResponse) -> None:
        await asyncio.sleep(0)
        seen.append(response.status)

    with FakeServer(BUSY, OK) as server:
        ask(mode, server.url, max_retries=1, on_request=[before], on_response=[seen.append, after])
        assert [request.headers["x-token"] for request in server.requests] == ["fresh", "fresh"]
    assert seen[1::2] == [503, 200]


def test_an_asynchronous_hook_of_the_other_client_is_refused() -> None:
    async def hook(_: Any) -> None:
        """Never awaited."""

    async def middleware(_: Any, proceed: Callable[[], Any]) -> Any:
        return proceed()

    with FakeServer(OK) as server, warnings.catch_warnings(action="error"):
        for options in ({"on_request": [hook]}, {"on_response": [hook]}, {"middleware": [middleware]}):
            ask("sync", server.url, **options).failed(ConfigurationError)
        ask("async", server.url, middleware=[lambda _, proceed: "now"]).failed(ConfigurationError)  # noqa: ARG005


def middlewares(mode: Mode, seen: list[Any]) -> list[Any]:
    """Two of them: the outer one notes what begins and ends, the inner one adds a header."""

    def noted(call: MiddlewareCall, proceed: Callable[[], Any]) -> Any:
        seen.append((call.operation, call.method, call.path, call.streaming, dict(call.body)["messages"]))
        try:
            return proceed()
        finally:
            seen.append("end")

    def marked(call: MiddlewareCall, proceed: Callable[[], Any]) -> Any:
        call.headers["X-Mark"] = "1"
        return proceed()

    async def noted_async(call: MiddlewareCall, proceed: Callable[[], Any]) -> Any:
        seen.append((call.operation, call.method, call.path, call.streaming, dict(call.body)["messages"]))
        try:
            return await proceed()
        finally:
            seen.append("end")

    async def marked_async(call: MiddlewareCall, proceed: Callable[[], Any]) -> Any:
        call.headers["X-Mark"] = "1"
        return await proceed()

    return [noted, marked] if mode == "sync" else [noted_async, marked_async]


@pytest.mark.parametrize("mode", MODES)
def test_a_middleware_is_around_the_whole_call(mode: Mode) -> None:
    seen: list[Any] = []
    with FakeServer(BUSY, OK, stream_response(CHUNKS), json_response({}, 404)) as server:
        options: dict[str, Any] = {"middleware": middlewares(mode, seen), "max_retries": 1}
        assert ask(mode, server.url, **options).answer.id == "chat-1"
        assert ask_stream(mode, server.url, **options).text == "Hello there"
        ask(mode, server.url, **options).failed(APIStatusError)
        assert [request.headers["x-mark"] for request in server.requests] == ["1"] * 4
    call = ("chat.completions.create", "POST", "/v1/chat/completions")
    assert seen == [(*call, False, MESSAGES), "end", (*call, True, MESSAGES), "end", (*call, False, MESSAGES), "end"]


@pytest.mark.parametrize("mode", MODES)
def test_a_middleware_may_answer_itself_and_call_again(mode: Mode) -> None:
    kept: dict[str, Any] = {}

    def cached(call: MiddlewareCall, proceed: Callable[[], Any]) -> Any:
        return kept.setdefault(call.operation, proceed()) if call.operation not in kept else kept[call.operation]

    async def cached_async(call: MiddlewareCall, proceed: Callable[[], Any]) -> Any:
        if call.operation not in kept:
            kept[call.operation] = await proceed()
            kept[call.operation] = await proceed()
        return kept[call.operation]

    with FakeServer(OK) as server:
        own = cached if mode == "sync" else cached_async
        for _ in range(2):
            assert ask(mode, server.url, middleware=[own]).answer.id == "chat-1"
        assert len(server.requests) == (1 if mode == "sync" else 2)


def test_a_copy_has_middleware_of_its_own() -> None:
    seen: list[Any] = []
    with FakeServer(OK) as server, drive.client(server.url, middleware=middlewares("sync", seen)) as api:
        api.with_options(middleware=[]).chat.completions.create(messages=MESSAGES)
        assert seen == []
        with api.with_options(timeout=5).chat.completions.stream(messages=MESSAGES) as stream:
            assert stream.final().id == "chat-1"
        assert len(seen) == 2


LOGGING = """
import sys
from sample_api import SampleApi
with SampleApi(api_key="key-4711-secret", base_url=sys.argv[1]) as api:
    api.chat.completions.create(messages=[{"role": "user", "content": "the prompt"}])
"""


def logged(url: str, level: str, first: str = "") -> str:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent / "sample"), "SAMPLE_API_LOG": level}
    done = run_python(first + LOGGING, url, folder=Path(__file__).parent, environment=environment)
    assert done.returncode == 0, done.stderr
    assert "secret" not in done.stdout + done.stderr
    assert "the prompt" not in done.stdout + done.stderr
    return done.stderr


def test_an_environment_variable_turns_the_log_on() -> None:
    with FakeServer(OK) as server:
        assert logged(server.url, "") == ""
        info, debug = logged(server.url, "info"), logged(server.url, "DEBUG")
        own = logged(server.url, "debug", "import logging\nlogging.basicConfig(format='%(message)s', level='ERROR')\n")
        wrong = logged(server.url, "loud")
    assert len(info.splitlines()) == 1
    assert "sample_api INFO chat.completions.create: status 200 after" in info
    assert "request 1: POST" in debug
    assert "request 1: POST" in own
    assert "sample_api" not in own.splitlines()[0].partition(":")[0]
    assert wrong.splitlines() == ["SAMPLE_API_LOG is 'loud': use one of debug, info, warning, error"]


@pytest.mark.parametrize("mode", MODES)
def test_an_answer_knows_its_request_id(mode: Mode) -> None:
    with FakeServer(json_response(COMPLETION, x_request_id="req-7"), OK) as server:
        assert ask(mode, server.url).answer.request_id == "req-7"
        assert ask(mode, server.url).answer.request_id is None
    with FakeServer(json_response({**COMPLETION, "request_id": "of the body"}, x_request_id="req-7")) as server:
        found = ask(mode, server.url).answer
    assert found.request_id == "of the body"
    assert "req-7" not in found.model_dump_json()
    with pytest.raises(AttributeError):
        _ = found.no_such_thing


NAMED = b"id: 1\nevent: first\n" + events(CHUNKS[1]) + b"id: 2\n" + events(CHUNKS[2]) + events(CHUNKS[3], "[DONE]")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("manager", [True, False])
def test_events_have_names_and_ids(mode: Mode, manager: bool) -> None:
    found: list[StreamEvent[Any]] = []

    async def read(url: str) -> None:
        async with drive.async_client(url, mode) as api:
            if manager:
                async with api.chat.completions.stream(messages=MESSAGES) as managed:
                    found.extend([event async for event in managed.events()])
            else:
                stream = await api.chat.completions.create(messages=MESSAGES, stream=True)
                found.extend([event async for event in stream.events()])

    with FakeServer(http_response(NAMED, content_type="text/event-stream")) as server:
        if mode != "sync":
            asyncio.run(read(server.url))
        else:
            with drive.client(server.url) as api:
                if manager:
                    with api.chat.completions.stream(messages=MESSAGES) as managed:
                        found.extend(managed.events())
                else:
                    found.extend(api.chat.completions.create(messages=MESSAGES, stream=True).events())
    assert [(event.name, event.id) for event in found] == [("first", "1"), ("message", "2"), ("message", "2")]
    assert [event.chunk.choices[0].delta.content for event in found] == ["Hello", " there", None]
    assert '"Hello"' in found[0].data


def test_events_and_chunks_may_be_read_in_turn() -> None:
    with FakeServer(http_response(NAMED, content_type="text/event-stream")) as server, drive.client(server.url) as api:
        stream = api.chat.completions.create(messages=MESSAGES, stream=True)
        for event in stream.events():
            assert event.id == "1"
            break
        assert [chunk.choices[0].delta.content for chunk in stream] == [" there", None]
        with pytest.raises(Exception, match="read only once"):
            stream.events()


def test_a_whole_answer_in_the_place_of_a_stream_is_one_event() -> None:
    with FakeServer(OK) as server, drive.client(server.url) as api:
        (event,) = api.chat.completions.create(messages=MESSAGES, stream=True).events()
    assert (event.name, event.id) == ("message", "")
    assert event.chunk.choices[0].delta.content == "Hello there"


@pytest.fixture(name="spans")
def _spans(monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[Any]]:
    """The spans that are over, of a provider that the program has set."""
    trace: Any = pytest.importorskip("opentelemetry.trace")
    sdk: Any = pytest.importorskip("opentelemetry.sdk.trace")
    export: Any = pytest.importorskip("opentelemetry.sdk.trace.export")
    memory: Any = pytest.importorskip("opentelemetry.sdk.trace.export.in_memory_span_exporter")
    exporter = memory.InMemorySpanExporter()
    provider = sdk.TracerProvider()
    provider.add_span_processor(export.SimpleSpanProcessor(exporter))
    monkeypatch.setattr(trace, "get_tracer", provider.get_tracer)
    return lambda: list(exporter.get_finished_spans())


@pytest.mark.parametrize("mode", MODES)
def test_a_call_is_one_span_with_all_its_attempts(mode: Mode, spans: Callable[[], list[Any]]) -> None:
    with FakeServer(BUSY, OK, json_response({}, 404)) as server:
        ask(mode, server.url, max_retries=1)
        ask(mode, server.url).failed(APIStatusError)
        ask(mode, server.url, {"temperature": "hot"}).failed(ArgumentError)
        port = int(server.url.rpartition(":")[2])
    good, bad = spans()
    assert good.name == bad.name == "chat.completions.create"
    assert dict(good.attributes) == {
        "http.request.method": "POST",
        "url.template": "/v1/chat/completions",
        "server.address": "127.0.0.1",
        "server.port": port,
        "http.response.status_code": 200,
        "http.request.resend_count": 1,
    }
    assert good.status.is_unset
    assert (bad.attributes["error.type"], bad.attributes["http.response.status_code"]) == ("NotFoundError", 404)
    assert not bad.status.is_ok
    assert KEY not in good.to_json() + bad.to_json()


@pytest.mark.parametrize("mode", MODES)
def test_the_span_of_a_stream_ends_with_the_stream(mode: Mode, spans: Callable[[], list[Any]]) -> None:
    whole, cut = stream_response(CHUNKS), stream_response(CHUNKS[:2], then=RESET)
    counts: list[int] = []

    async def read(url: str) -> None:
        async with drive.async_client(url, mode) as api:
            stream = await api.chat.completions.create(messages=MESSAGES, stream=True)
            await anext(stream)
            counts.append(len(spans()))
            await stream.finish()
            counts.append(len(spans()))

    with FakeServer(whole, cut) as server:
        if mode == "sync":
            with drive.client(server.url) as api:
                stream = api.chat.completions.create(messages=MESSAGES, stream=True)
                next(stream)
                counts.append(len(spans()))
                stream.finish()
                counts.append(len(spans()))
        else:
            asyncio.run(read(server.url))
        ask_stream(mode, server.url).failed(StreamInterruptedError)
    assert counts == [0, 1]
    assert [span.attributes.get("error.type") for span in spans()] == [None, "StreamInterruptedError"]


def test_spans_of_others_are_below_that_of_the_call(spans: Callable[[], list[Any]]) -> None:
    trace: Any = pytest.importorskip("opentelemetry.trace")
    seen: list[int] = []

    def look(_: HookRequest) -> None:
        seen.append(trace.get_current_span().get_span_context().span_id)

    with FakeServer(OK) as server:
        ask("sync", server.url, on_request=[look])
    assert seen == [spans()[0].context.span_id]


def test_opentelemetry_is_not_imported_for_a_span() -> None:
    code = LOGGING + "print(any(name.startswith('opentelemetry') for name in sys.modules))"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent / "sample")}
    with FakeServer(OK) as server:
        command = [sys.executable, "-c", code, server.url]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "False\n"


def test_the_log_is_quiet_where_nobody_asks(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING), FakeServer(BUSY, OK) as server:
        ask("sync", server.url, max_retries=1)
    assert caplog.records == []
