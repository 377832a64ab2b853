"""The pool of connections to one address: which one is used next, how many there are, and when they are closed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import anyio
import httpcore2
import pytest

from .sample.sample_api._runtime import connection_pool
from .sample.sample_api._runtime.connection_pool import AsyncConnectionPool, ConnectionPool
from .sample.sample_api.testing import HOLD, FakeServer, Response, json_response

OK = json_response({})


@pytest.fixture
def server() -> Iterator[FakeServer]:
    with FakeServer(OK) as running:
        yield running


def request_to(server: FakeServer, wait: float | None = 20.0) -> httpcore2.Request:
    return httpcore2.Request("GET", f"{server.url}/x", headers={"host": "x"}, extensions={"timeout": {"pool": wait}})


def pool_for(server: FakeServer, **options: Any) -> ConnectionPool:
    origin = httpcore2.URL(server.url).origin
    return ConnectionPool(lambda: httpcore2.HTTPConnection(origin, keepalive_expiry=60.0), **options)


def async_pool_for(server: FakeServer, **options: Any) -> AsyncConnectionPool:
    origin = httpcore2.URL(server.url).origin
    return AsyncConnectionPool(lambda: httpcore2.AsyncHTTPConnection(origin, keepalive_expiry=60.0), **options)


def read(response: Any) -> None:
    assert b"".join(response.stream) == b"{}"
    response.stream.close()


def test_the_connection_that_was_used_last_is_used_next(server: FakeServer) -> None:
    pool = pool_for(server)
    first, second = pool.send(request_to(server)), pool.send(request_to(server))
    assert len(pool.connections) == server.connections == 2
    read(second)
    read(first)
    used_last = pool.connections[-1]
    for _ in range(3):
        read(pool.send(request_to(server)))
        assert pool.connections[-1] is used_last
    assert server.connections == 2
    pool.close()
    assert pool.connections == []


def test_a_request_waits_for_a_connection_when_all_are_busy(server: FakeServer) -> None:
    pool = pool_for(server, most=1)
    busy: Any = pool.send(request_to(server))
    with pytest.raises(httpcore2.PoolTimeout):
        pool.send(request_to(server, wait=0.01))
    read(busy)
    busy.stream.close()
    read(pool.send(request_to(server)))
    assert server.connections == 1
    pool.close()


def test_a_failed_request_gives_its_slot_back() -> None:
    with FakeServer(OK) as stopped:
        pool = pool_for(stopped, most=1)
    for _ in range(3):
        with pytest.raises(httpcore2.ConnectError):
            pool.send(request_to(stopped, wait=1.0))
    assert pool.connections == []


def test_few_idle_connections_are_kept(server: FakeServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection_pool, "MOST_IDLE_CONNECTIONS", 2)
    pool = pool_for(server)
    for response in [pool.send(request_to(server)) for _ in range(5)]:
        read(response)
    assert [connection.is_idle() for connection in pool.connections] == [True, True]
    pool.close()


def test_what_was_busy_when_the_pool_was_closed_is_not_kept(server: FakeServer) -> None:
    pool = pool_for(server)
    response = pool.send(request_to(server))
    pool.close()
    read(response)
    assert pool.connections == []


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_tasks_wait_for_a_connection_too(server: FakeServer, backend: str) -> None:
    pytest.importorskip(backend)

    async def run() -> None:
        pool = async_pool_for(server, most=1)
        busy: Any = await pool.send(request_to(server))
        with pytest.raises(httpcore2.PoolTimeout):
            await pool.send(request_to(server, wait=0.01))
        assert [part async for part in busy.stream] == [b"{}"]
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(ask, pool)
            tasks.start_soon(ask, pool)
            await busy.stream.aclose()
        assert server.connections == len(pool.connections) == 1
        await pool.aclose()

    async def ask(pool: AsyncConnectionPool) -> None:
        response: Any = await pool.send(request_to(server))
        assert [part async for part in response.stream] == [b"{}"]
        await response.stream.aclose()

    anyio.run(run, backend=backend)


def test_a_cancelled_request_gives_its_slot_back_and_its_connection_is_closed() -> None:
    async def run(server: FakeServer) -> None:
        pool = async_pool_for(server, most=1)
        for _ in range(2):
            task = asyncio.create_task(pool.send(request_to(server)))
            while not server.requests:
                await asyncio.sleep(0.01)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert pool.connections == []
        await pool.aclose()

    with FakeServer(Response((HOLD,))) as server:
        asyncio.run(run(server))
