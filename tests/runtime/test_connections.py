"""Connections: used again, freed in time, shared, and never kept by a forgotten stream."""

from __future__ import annotations

import asyncio
import copy
import gc
import time
import weakref
from typing import Any

import pytest

from . import drive
from .drive import CHUNKS, COMPLETION, MESSAGES, MODES, STREAM, Mode
from .sample.sample_api import APIConnectionError, AsyncSampleApi, ConfigurationError, StreamConsumedError, Timeout
from .sample.sample_api._runtime.tls import ssl_context_of
from .sample.sample_api.testing import HOLD, FakeServer, Response, http_response, json_response, stream_response

OK = json_response(COMPLETION)
WHOLE = stream_response(CHUNKS)
LONG = stream_response([CHUNKS[1]] * 10_000, pause=0.01)
HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"
CHUNKED = b"%x\r\n%s\r\n" % (len(STREAM), STREAM)


def test_streams_read_to_their_end_share_one_connection() -> None:
    late_end = Response((HEAD, CHUNKED, 0.01, b"0\r\n\r\n"))
    for reply in (WHOLE, late_end):
        with FakeServer(reply) as server, drive.client(server.url) as api:
            for _ in range(4):
                assert len(list(api.chat.completions.create(messages=MESSAGES, stream=True))) == len(CHUNKS)
            assert server.connections == 1


def test_async_streams_read_to_their_end_share_one_connection() -> None:
    async def run(url: str) -> None:
        async with drive.async_client(url) as api:
            for _ in range(4):
                stream = await api.chat.completions.create(messages=MESSAGES, stream=True)
                assert len([piece async for piece in stream]) == len(CHUNKS)

    for reply in (WHOLE, Response((HEAD, CHUNKED, 0.01, b"0\r\n\r\n"))):
        with FakeServer(reply) as server:
            asyncio.run(run(server.url))
            assert server.connections == 1


@pytest.mark.parametrize("mode", MODES)
def test_a_server_that_holds_on_after_the_end_costs_a_twentieth_of_a_second(mode: Mode) -> None:
    with FakeServer(Response((HEAD, CHUNKED, HOLD))) as server:
        assert drive.ask_stream(mode, server.url).text == "Hello there"


@pytest.mark.parametrize("reply", [WHOLE, LONG, Response((HEAD, CHUNKED, HOLD))], ids=["short", "endless", "held"])
def test_leaving_early_leaves_the_pool_usable(reply: Response) -> None:
    with FakeServer(reply, reply, OK) as server, drive.client(server.url) as api:
        for _ in range(2):
            with api.chat.completions.create(messages=MESSAGES, stream=True) as stream:
                assert next(iter(stream)).id == "chat-1"
        assert api.chat.completions.create(messages=MESSAGES).id == "chat-1"
        assert server.connections == (1 if reply is WHOLE else 3)


def test_leaving_an_async_stream_early_leaves_the_pool_usable() -> None:
    async def run(url: str) -> None:
        async with drive.async_client(url) as api:
            async with await api.chat.completions.create(messages=MESSAGES, stream=True) as stream:
                async for _ in stream:
                    break
            assert (await api.chat.completions.create(messages=MESSAGES)).id == "chat-1"

    for reply, connections in ((WHOLE, 1), (LONG, 2)):
        with FakeServer(reply, OK) as server:
            asyncio.run(run(server.url))
            assert server.connections == connections


def open_connections(api: Any) -> int:
    """Connections that the pool believes to be busy."""
    return sum(not each.is_idle() for each in drive.connections_of(api))


@pytest.mark.parametrize("started", [True, False])
def test_a_stream_that_nobody_holds_frees_its_connection_at_once(started: bool) -> None:
    gc.disable()
    try:
        with FakeServer(LONG) as server, drive.client(server.url) as api:
            stream = api.chat.completions.create(messages=MESSAGES, stream=True)
            if started:
                next(iter(stream))
            assert open_connections(api) == 1
            del stream
            assert open_connections(api) == 0
    finally:
        gc.enable()


@pytest.mark.parametrize("status", [200, 500])
def test_answers_that_are_errors_are_closed(status: int) -> None:
    with FakeServer(json_response({"error": "x"}, status)) as server, drive.client(server.url) as api:
        for _ in range(3):
            with pytest.raises(Exception, match="x"):
                api.chat.completions.create(messages=MESSAGES, stream=True)
        assert open_connections(api) == 0
        assert server.connections == 1


def test_neither_clients_nor_answers_nor_errors_are_kept_by_cycles() -> None:
    gc.collect()
    gc.disable()
    try:
        with FakeServer(OK, json_response({"error": "x"}, 500), WHOLE, stream_response(CHUNKS[:1], None)) as server:
            api = drive.client(server.url)
            kept: list[weakref.ref[Any]] = [weakref.ref(api), weakref.ref(api.chat), weakref.ref(api._api)]
            kept.append(weakref.ref(api.chat.completions.create(messages=MESSAGES)))
            try:
                api.chat.completions.create(messages=MESSAGES)
            except Exception as error:  # noqa: BLE001
                kept.append(weakref.ref(error))
            for _ in range(2):
                stream = api.chat.completions.create(messages=MESSAGES, stream=True)
                kept.append(weakref.ref(stream))
                try:
                    list(stream)
                except Exception as error:  # noqa: BLE001
                    kept.append(weakref.ref(error))
                del stream
            api.close()
            del api
            assert [reference() for reference in kept] == [None] * 8
    finally:
        gc.enable()


def test_a_copy_shares_the_connections_and_does_not_close_them() -> None:
    with FakeServer(OK) as server, drive.client(server.url) as api:
        api.chat.completions.create(messages=MESSAGES)
        with api.with_options(timeout=5, max_retries=1) as copy:
            copy.chat.completions.create(messages=MESSAGES)
            assert type(copy) is type(api)
        api.chat.completions.create(messages=MESSAGES)
        assert server.connections == 1


def test_a_deep_copy_of_a_client_in_use_shares_its_connections() -> None:
    with FakeServer(OK) as server, drive.client(server.url) as api:
        api.chat.completions.create(messages=MESSAGES)
        held = copy.deepcopy({"client": api})["client"]
        assert held is not api
        assert held.chat.completions.create(messages=MESSAGES).id == "chat-1"
        assert server.connections == 1
    assert isinstance(copy.deepcopy(drive.async_client("http://127.0.0.1:1")), AsyncSampleApi)


def test_a_closed_client_says_so_and_may_be_closed_again() -> None:
    api = drive.client("http://127.0.0.1:1")
    api.close()
    api.close()
    with pytest.raises(ConfigurationError, match="closed"):
        api.chat.completions.create(messages=MESSAGES)


def test_a_client_is_shared_by_threads() -> None:
    from concurrent.futures import ThreadPoolExecutor

    def one(_: int) -> str:
        return api.chat.completions.create(messages=MESSAGES).id

    with FakeServer(OK) as server, drive.client(server.url) as api, ThreadPoolExecutor(8) as threads:
        assert list(threads.map(one, range(64))) == ["chat-1"] * 64
        assert server.connections <= 8


def test_a_client_is_shared_by_tasks() -> None:
    async def run(url: str) -> list[str]:
        async with drive.async_client(url) as api:
            answers = await asyncio.gather(*(api.chat.completions.create(messages=MESSAGES) for _ in range(50)))
        return [found.id for found in answers]

    with FakeServer(OK) as server:
        assert asyncio.run(run(server.url)) == ["chat-1"] * 50


def test_a_stream_is_read_once_and_says_so() -> None:
    with FakeServer(WHOLE) as server, drive.client(server.url) as api:
        stream = api.chat.completions.create(messages=MESSAGES, stream=True)
        assert len(list(stream)) == len(CHUNKS)
        with pytest.raises(StreamConsumedError, match="read only once"):
            iter(stream)
        closed = api.chat.completions.create(messages=MESSAGES, stream=True)
        closed.close()
        with pytest.raises(StreamConsumedError):
            list(closed)


def test_an_async_stream_is_read_once_and_says_so() -> None:
    async def run(url: str) -> None:
        async with drive.async_client(url) as api:
            stream = await api.chat.completions.create(messages=MESSAGES, stream=True)
            assert len([piece async for piece in stream]) == len(CHUNKS)
            with pytest.raises(StreamConsumedError, match="read only once"):
                aiter(stream)

    with FakeServer(WHOLE) as server:
        asyncio.run(run(server.url))


def test_reading_may_go_on_after_a_break() -> None:
    with FakeServer(WHOLE) as server, drive.client(server.url) as api:
        stream = api.chat.completions.create(messages=MESSAGES, stream=True)
        for _ in stream:
            break
        assert len(list(stream)) == len(CHUNKS) - 1


def test_a_cancelled_task_ends_its_stream() -> None:
    async def run(url: str) -> int:
        async with drive.async_client(url) as api:
            begun = asyncio.Event()

            async def read() -> None:
                async for _ in await api.chat.completions.create(messages=MESSAGES, stream=True):
                    begun.set()

            task = asyncio.create_task(read())
            await begun.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            return open_connections(api)

    with FakeServer(LONG) as server:
        assert asyncio.run(run(server.url)) == 0


def test_the_tls_settings_are_made_once() -> None:
    ssl_context_of.cache_clear()
    with drive.client("https://127.0.0.1:1") as one, drive.client("https://127.0.0.1:1") as two:
        for api in (one, two):
            with pytest.raises(APIConnectionError):
                api.chat.completions.create(messages=MESSAGES)
    assert (ssl_context_of.cache_info().misses, ssl_context_of.cache_info().hits) == (1, 1)


def test_a_client_for_plain_http_loads_no_certificates() -> None:
    ssl_context_of.cache_clear()
    with FakeServer(OK) as server, drive.client(server.url) as api:
        api.chat.completions.create(messages=MESSAGES)
    assert ssl_context_of.cache_info().misses == 0


@pytest.mark.parametrize("mode", MODES)
def test_a_dribbling_answer_ends_with_the_total(mode: Mode) -> None:
    body = Response((b"HTTP/1.1 200 OK\r\ncontent-length: 10000\r\n\r\n", *(b"x", 0.02) * 1000))
    with FakeServer(body) as server:
        began = time.monotonic()
        error = drive.ask(mode, server.url, {"timeout": Timeout(total=1)}, max_retries=3).error
        assert time.monotonic() - began > 0.9
    assert getattr(error, "step", "") == "total"
    assert "total of 1 s" in str(error)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("dribble", ["chunks", "comments", "silence"])
def test_a_dribbling_stream_ends_with_the_total(dribble: str, mode: Mode) -> None:
    replies = {
        "chunks": LONG,
        "comments": Response((HEAD, *(b"3\r\n:\n\n\r\n", 0.02) * 1000)),
        "silence": stream_response(CHUNKS[:2], None, then=HOLD),
    }
    with FakeServer(replies[dribble]) as server:
        began = time.monotonic()
        outcome = drive.ask_stream(mode, server.url, {"timeout": Timeout(total=1)})
        assert time.monotonic() - began > 0.9
    error: Any = outcome.error
    assert (type(error).__name__, error.step) == ("StreamStalledError", "total")
    assert error.chunks == len(outcome.chunks)


@pytest.mark.parametrize("mode", MODES)
def test_retries_end_with_the_total(mode: Mode) -> None:
    with FakeServer(json_response({}, 503, retry_after="0.2")) as server:
        drive.ask(mode, server.url, {"timeout": Timeout(total=0.5)}, max_retries=50)
        assert 1 <= len(server.requests) <= 3


@pytest.mark.parametrize("bad", [0, -1, float("nan"), "5", [5]])
def test_a_timeout_that_makes_no_sense_is_refused(bad: Any) -> None:
    with pytest.raises(ConfigurationError, match="timeout"):
        drive.client("http://127.0.0.1:1", timeout=bad)


@pytest.mark.parametrize("bad", [-1, 1.5, None])
def test_a_number_of_retries_that_makes_no_sense_is_refused(bad: Any) -> None:
    with pytest.raises(ConfigurationError, match="max_retries"):
        drive.client("http://127.0.0.1:1", max_retries=bad)


def test_an_answer_without_json_content_is_not_kept_open() -> None:
    with FakeServer(http_response("nope")) as server, drive.client(server.url) as api:
        with pytest.raises(Exception, match="not JSON"):
            api.items.retrieve("1")
        assert open_connections(api) == 0
