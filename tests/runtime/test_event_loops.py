"""One asynchronous client in several event loops: one after the other, and at the same time."""

from __future__ import annotations

import asyncio
import gc
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import anyio
import pytest

from . import drive
from .drive import COMPLETION, MESSAGES, Mode
from .sample.sample_api import ConfigurationError
from .sample.sample_api.testing import FakeServer, Request, Response, json_response, stream_response

pytest.importorskip("trio")

ASYNC_MODES: list[Mode] = [mode for mode in drive.MODES if mode != "sync"]
BACKENDS = [*((mode, "asyncio") for mode in ASYNC_MODES), ("async", "trio")]


def echo(request: Request) -> Response:
    """Answers with the question, whole or as a stream."""
    text = request.json["messages"][-1]["content"]
    if request.json.get("stream"):
        return stream_response([drive.chunk({"content": text}), drive.chunk({}, "stop")])
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
    return json_response({**COMPLETION, "choices": [choice]})


async def ask(api: Any, text: str) -> str:
    found = await api.chat.completions.create(messages=[{"role": "user", "content": text}])
    return str(found.choices[0].message.content)


async def ask_stream(api: Any, text: str) -> str:
    async with api.chat.completions.stream(messages=[{"role": "user", "content": text}]) as stream:
        return "".join([piece async for piece in stream.text])


@pytest.mark.parametrize(("mode", "backend"), BACKENDS)
def test_a_client_outlives_its_event_loop_and_leaves_nothing_open(mode: Mode, backend: str) -> None:
    with FakeServer(echo) as server:
        api = drive.async_client(server.url, mode)
        for number in range(3):
            assert anyio.run(ask, api, f"{number}", backend=backend) == f"{number}"
            assert anyio.run(ask_stream, api, f"{number}", backend=backend) == f"{number}"
        assert server.connections == 6
        anyio.run(api.close, backend=backend)
        with pytest.raises(ConfigurationError, match="closed"):
            anyio.run(ask, api, "late", backend=backend)
    # A socket that was left open would warn now, which is an error here.
    del api
    gc.collect()


@pytest.mark.filterwarnings("ignore:unclosed transport:ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_event_loop_that_was_closed_without_a_word_is_forgotten() -> None:
    with FakeServer(echo) as server:
        api = drive.async_client(server.url)
        for number in range(3):
            loop = asyncio.new_event_loop()
            assert loop.run_until_complete(ask(api, f"{number}")) == f"{number}"
            loop.close()
        assert server.connections == 3
        asyncio.run(api.close())
        gc.collect()


@pytest.mark.parametrize("mode", ASYNC_MODES)
def test_four_event_loops_use_one_client_at_the_same_time(mode: Mode) -> None:
    async def work(api: Any, number: int) -> bool:
        questions = [f"{number}-{turn}" for turn in range(40)]
        whole = await asyncio.gather(*(ask(api, text) for text in questions))
        streamed = await asyncio.gather(*(ask_stream(api, text) for text in questions[:10]))
        return [*whole, *streamed] == [*questions, *questions[:10]]

    with FakeServer(echo) as server, ThreadPoolExecutor(4) as threads:
        api = drive.async_client(server.url, mode, timeout=20)
        assert list(threads.map(lambda number: asyncio.run(work(api, number)), range(4))) == [True] * 4
        asyncio.run(api.close())


@pytest.mark.parametrize("mode", ASYNC_MODES)
def test_closing_closes_the_connections_of_every_event_loop(mode: Mode) -> None:
    used, closed = threading.Event(), threading.Event()
    left: list[int] = []

    async def other(api: Any) -> None:
        await ask(api, "x")
        used.set()
        await asyncio.to_thread(closed.wait, 20)
        await asyncio.sleep(0.1)
        left.append(len(server._open))

    async def this(api: Any) -> None:
        await ask(api, "y")
        await api.close()

    with FakeServer(echo) as server:
        api = drive.async_client(server.url, mode)
        thread = threading.Thread(target=lambda: asyncio.run(other(api)))
        thread.start()
        assert used.wait(20)
        asyncio.run(this(api))
        closed.set()
        thread.join(20)
    assert left == [0]


@pytest.mark.parametrize(("mode", "backend"), BACKENDS)
def test_a_client_that_was_dropped_keeps_nothing_alive(mode: Mode, backend: str) -> None:
    async def use(url: str) -> None:
        async with drive.async_client(url, mode) as api:
            assert await api.chat.completions.create(messages=MESSAGES)

    with FakeServer(json_response(COMPLETION)) as server:
        for _ in range(3):
            anyio.run(use, server.url, backend=backend)
    from .sample.sample_api._runtime import event_loops

    assert event_loops._guards == {}
