"""A stream can be closed from another thread or task: the reader ends at once, with an error of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from typing import Any

import anyio
import pytest

from . import drive
from .drive import CHUNKS, COMPLETION, MESSAGES, Mode
from .sample.sample_api import APIStreamError, StreamClosedError, StreamConsumedError
from .sample.sample_api.testing import HOLD, FakeServer, Response, json_response, stream_response
from .test_wire import TlsServer, _server  # noqa: F401

pytest.importorskip("trio")

SILENT = stream_response(CHUNKS[:2], then=HOLD)
ENDLESS = stream_response([CHUNKS[1]] * 20_000, pause=0.001)
OK = json_response(COMPLETION)
PATIENCE = 20.0
"""Seconds after which a test fails; nothing here takes a twentieth of it."""

ASYNC_MODES: tuple[tuple[Mode, str], ...] = (
    ("async", "asyncio"),
    ("async", "trio"),
    *((("aiohttp", "asyncio"),) if "aiohttp" in drive.MODES else ()),
)


class Reader(threading.Thread):
    """Reads a stream until something goes wrong; `reached` is set with the chunk of that number."""

    def __init__(self, stream: Any, wait_at: int = 0) -> None:
        super().__init__()
        self.stream = stream
        self.wait_at = wait_at
        self.reached = threading.Event()
        self.go_on = threading.Event()
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            for number, _ in enumerate(self.stream, 1):
                if number == (self.wait_at or 2):
                    self.reached.set()
                    if self.wait_at:
                        self.go_on.wait(PATIENCE)
        except Exception as error:  # noqa: BLE001  # whatever comes is what the test is about
            self.error = error

    def ended_with(self) -> Any:
        self.join(PATIENCE)
        assert not self.is_alive()
        return self.error


@pytest.mark.parametrize("answer", [SILENT, ENDLESS], ids=["silent", "endless"])
def test_another_thread_closes_a_stream_that_is_being_read(server: Callable[..., FakeServer], answer: Response) -> None:
    for _ in range(5):
        with server(answer, OK) as running, drive.client(running.url, timeout=PATIENCE * 2) as api:
            stream = api.chat.completions.create(messages=MESSAGES, stream=True)
            reader = Reader(stream)
            reader.start()
            assert reader.reached.wait(PATIENCE)
            stream.close()
            error = reader.ended_with()
            assert type(error) is StreamClosedError
            assert error.chunks >= 2
            assert error.partial.choices[0].message.content.startswith("Hello")
            assert api.chat.completions.create(messages=MESSAGES).id == "chat-1"
            with pytest.raises(StreamConsumedError):
                iter(stream)


@pytest.mark.parametrize("library", ["httpx2", "httpx"])
def test_another_thread_closes_a_stream_of_a_client_of_the_users_own(library: str) -> None:
    http: Any = pytest.importorskip(library)
    with FakeServer(SILENT) as running, http.Client() as own, drive.client(running.url, http_client=own) as api:
        stream = api.chat.completions.create(messages=MESSAGES, stream=True)
        reader = Reader(stream)
        reader.start()
        assert reader.reached.wait(PATIENCE)
        stream.close()
        assert type(reader.ended_with()) is StreamClosedError


def test_another_task_closes_a_stream_of_a_client_of_the_users_own() -> None:
    async def stop(url: str) -> Exception | None:
        import httpx2

        async with httpx2.AsyncClient() as own, drive.async_client(url, http_client=own) as api:
            stream = await api.chat.completions.create(messages=MESSAGES, stream=True)
            task = Task(stream)
            async with anyio.create_task_group() as group:
                group.start_soon(task)
                await task.reached.wait()
                await stream.close()
            return task.error

    with FakeServer(SILENT) as running:
        assert type(run("asyncio", lambda: stop(running.url))) is StreamClosedError


def test_another_thread_closes_a_stream_between_two_chunks() -> None:
    with FakeServer(ENDLESS, OK) as running, drive.client(running.url) as api:
        stream = api.chat.completions.create(messages=MESSAGES, stream=True)
        reader = Reader(stream, wait_at=3)
        reader.start()
        assert reader.reached.wait(PATIENCE)
        stream.close()
        reader.go_on.set()
        assert type(reader.ended_with()) is StreamClosedError
        assert api.chat.completions.create(messages=MESSAGES).id == "chat-1"


def test_another_thread_closes_a_stream_that_is_put_together() -> None:
    with (
        FakeServer(SILENT) as running,
        drive.client(running.url) as api,
        api.chat.completions.stream(messages=MESSAGES) as stream,
    ):
        reader = Reader(stream)
        reader.start()
        assert reader.reached.wait(PATIENCE)
        stream.close()
        assert type(reader.ended_with()) is StreamClosedError
        with pytest.raises(APIStreamError):
            stream.final()


def test_the_thread_that_reads_may_close_its_stream_and_go_on() -> None:
    with FakeServer(ENDLESS) as running, drive.client(running.url) as api:
        stream = api.chat.completions.create(messages=MESSAGES, stream=True)
        read = 0
        for read, _ in enumerate(stream, 1):
            if read == 3:
                stream.close()
        assert read == 3


def test_many_closers_and_many_readers_see_errors_of_ours_alone() -> None:
    for _ in range(10):
        with FakeServer(ENDLESS, OK) as running, drive.client(running.url) as api:
            stream = api.chat.completions.create(messages=MESSAGES, stream=True)
            readers = [Reader(stream) for _ in range(4)]
            for reader in readers:
                reader.start()
            assert any(reader.reached.wait(PATIENCE) for reader in readers)
            closers = [threading.Thread(target=stream.close) for _ in range(3)]
            for closer in closers:
                closer.start()
            for closer in closers:
                closer.join(PATIENCE)
            for reader in readers:
                assert isinstance(reader.ended_with(), StreamClosedError | StreamConsumedError), reader.error
            assert api.chat.completions.create(messages=MESSAGES).id == "chat-1"


def run(backend: str, function: Callable[[], Any]) -> Any:
    """What a coroutine gives, within the patience of the tests."""

    async def bounded() -> Any:
        with anyio.fail_after(PATIENCE):
            return await function()

    return anyio.run(bounded, backend=backend)


async def read(stream: Any, reached: anyio.Event, go_on: anyio.Event | None = None) -> Exception | None:
    number = 0
    try:
        async for _ in stream:
            number += 1
            if number == 2:
                reached.set()
                if go_on is not None:
                    await go_on.wait()
    except Exception as error:  # noqa: BLE001  # whatever comes is what the test is about
        return error
    return None


class Task:
    """A reader, as a task of a group."""

    def __init__(self, stream: Any, waits: bool = False) -> None:
        self.reached = anyio.Event()
        self.go_on = anyio.Event()
        self.error: Exception | None = None
        self._stream = stream
        self._waits = waits

    async def __call__(self) -> None:
        self.error = await read(self._stream, self.reached, self.go_on if self._waits else None)


@pytest.mark.parametrize(("mode", "backend"), ASYNC_MODES)
@pytest.mark.parametrize("answer", [SILENT, ENDLESS], ids=["silent", "endless"])
def test_another_task_closes_a_stream_that_is_being_read(
    server: Callable[..., FakeServer], answer: Response, mode: Mode, backend: str
) -> None:
    async def stop(url: str) -> None:
        async with drive.async_client(url, mode, timeout=PATIENCE * 2) as api:
            stream = await api.chat.completions.create(messages=MESSAGES, stream=True)
            task = Task(stream)
            async with anyio.create_task_group() as group:
                group.start_soon(task)
                await task.reached.wait()
                await stream.close()
            error: Any = task.error
            assert type(error) is StreamClosedError, repr(error)
            assert error.chunks >= 2
            assert error.partial.choices[0].message.content.startswith("Hello")
            assert (await api.chat.completions.create(messages=MESSAGES)).id == "chat-1"

    for _ in range(3):
        with server(answer, OK) as running:
            run(backend, lambda: stop(running.url))


@pytest.mark.parametrize(("mode", "backend"), ASYNC_MODES)
def test_another_task_closes_a_stream_between_two_chunks(mode: Mode, backend: str) -> None:
    async def stop(url: str) -> None:
        async with drive.async_client(url, mode) as api:
            stream = await api.chat.completions.create(messages=MESSAGES, stream=True)
            task = Task(stream, waits=True)
            async with anyio.create_task_group() as group:
                group.start_soon(task)
                await task.reached.wait()
                await stream.close()
                task.go_on.set()
            assert type(task.error) is StreamClosedError, repr(task.error)
            assert (await api.chat.completions.create(messages=MESSAGES)).id == "chat-1"

    with FakeServer(ENDLESS, OK) as running:
        run(backend, lambda: stop(running.url))


@pytest.mark.parametrize(("mode", "backend"), ASYNC_MODES)
def test_many_tasks_that_close_and_read_see_errors_of_ours_alone(mode: Mode, backend: str) -> None:
    async def stop(url: str) -> list[Exception | None]:
        async with drive.async_client(url, mode) as api:
            async with api.chat.completions.stream(messages=MESSAGES) as stream:
                tasks = [Task(stream) for _ in range(4)]
                async with anyio.create_task_group() as group:
                    for task in tasks:
                        group.start_soon(task)
                    await anyio.sleep(0.05)
                    for _ in range(3):
                        group.start_soon(stream.close)
            assert (await api.chat.completions.create(messages=MESSAGES)).id == "chat-1"
            return [task.error for task in tasks]

    with FakeServer(ENDLESS, OK) as running:
        errors = run(backend, lambda: stop(running.url))
    assert all(isinstance(error, StreamClosedError | StreamConsumedError) for error in errors), errors
    assert any(isinstance(error, StreamClosedError) for error in errors)


@pytest.mark.parametrize(("mode", "backend"), ASYNC_MODES)
def test_the_task_that_reads_may_close_its_stream_and_go_on(mode: Mode, backend: str) -> None:
    async def close_inside(url: str) -> int:
        count = 0
        async with drive.async_client(url, mode) as api:
            stream = await api.chat.completions.create(messages=MESSAGES, stream=True)
            async for _ in stream:
                count += 1
                if count == 3:
                    await stream.close()
        return count

    with FakeServer(ENDLESS) as running:
        assert run(backend, lambda: close_inside(running.url)) == 3


def test_another_thread_closes_an_async_stream_through_its_event_loop() -> None:
    async def stop(url: str) -> Exception | None:
        async with drive.async_client(url) as api:
            stream = await api.chat.completions.create(messages=MESSAGES, stream=True)
            task = Task(stream)
            loop = asyncio.get_running_loop()
            reading = asyncio.create_task(task())
            await task.reached.wait()
            thread = threading.Thread(target=lambda: asyncio.run_coroutine_threadsafe(stream.close(), loop).result())
            thread.start()
            await reading
            await asyncio.to_thread(thread.join, PATIENCE)
            return task.error

    with FakeServer(SILENT) as running:
        assert type(run("asyncio", lambda: stop(running.url))) is StreamClosedError


@pytest.fixture(autouse=True)
def _no_thread_is_left() -> Iterator[None]:
    yield
    assert not [thread for thread in threading.enumerate() if isinstance(thread, Reader)]


def test_closing_the_client_ends_what_another_thread_reads() -> None:
    with FakeServer(SILENT) as server:
        api = drive.client(server.url)
        reader = Reader(api.chat.completions.create(messages=MESSAGES, stream=True))
        reader.start()
        assert reader.reached.wait(PATIENCE)
        api.close()
        assert isinstance(reader.ended_with(), APIStreamError)


@pytest.mark.parametrize(("mode", "backend"), ASYNC_MODES)
def test_closing_the_client_ends_what_another_task_reads(mode: Mode, backend: str) -> None:
    async def run(url: str) -> None:
        api = drive.async_client(url, mode)
        stream = await api.chat.completions.create(messages=MESSAGES, stream=True)
        reached, ended = anyio.Event(), []

        async def follow() -> None:
            ended.append(await read(stream, reached))

        with anyio.fail_after(PATIENCE):
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(follow)
                await reached.wait()
                await api.close()
        assert [isinstance(error, APIStreamError) for error in ended] == [True]

    with FakeServer(SILENT) as server:
        anyio.run(run, server.url, backend=backend)
