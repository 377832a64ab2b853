"""A connection that the server closes while a request is on its way: what is sent again, and what the error says."""

from __future__ import annotations

import asyncio
import contextlib
import select
import socket
import struct
import threading
from collections.abc import Iterator
from types import TracebackType
from typing import Any, ClassVar, Self

import httpcore2
import pytest

from . import drive
from .drive import COMPLETION, MESSAGES, MODES, Mode
from .sample.sample_api import APIConnectionError, AsyncSampleApi, RetryPolicy, SampleApi
from .sample.sample_api._runtime.settings import Settings
from .sample.sample_api.testing import json_response

QUICK = RetryPolicy(first_delay=0.001, longest_delay=0.002)
BODY = b"".join(step for step in json_response(COMPLETION).steps if isinstance(step, bytes))
ITEM = b"".join(step for step in json_response({"id": "1", "name": "cup"}).steps if isinstance(step, bytes))


class Racing:
    """Answers the first request of each connection, and resets the connection while the second one comes.

    It has read `most` bytes of that by then. `whole` counts the requests that it has read to their end.
    """

    def __init__(self, most: int | None = None) -> None:
        self.most = most
        self.whole = 0
        self.connections = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                self.connections += 1
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            connection.sendall(ITEM if self._read(connection, None).startswith(b"GET") else BODY)
            self._read(connection, self.most)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def _read(self, connection: socket.socket, most: int | None) -> bytes:
        data = b""
        while b"\r\n\r\n" not in data:
            data += _received(connection, 4096)
            if most is not None:
                return data
        head, _, rest = data.partition(b"\r\n\r\n")
        size = next((int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length")), 0)
        while len(rest) < size:
            rest += _received(connection, 1 << 20)
        self.whole += 1
        return data


def _received(connection: socket.socket, most: int) -> bytes:
    data = connection.recv(most)
    if not data:  # the peer has closed: to ask again would take a core until the process ends
        raise ConnectionError
    return data


@pytest.fixture(name="racing")
def _racing() -> Iterator[Racing]:
    with Racing() as server:
        yield server


class Keyed(SampleApi):
    settings: ClassVar[Settings] = Settings(
        package=drive.PACKAGE, version="1", base_url="http://x", idempotency_header="Idempotency-Key"
    )


class AsyncKeyed(AsyncSampleApi):
    settings: ClassVar[Settings] = Keyed.settings


def clients(mode: Mode, keyed: bool) -> Any:
    if mode == "sync":
        return Keyed if keyed else SampleApi
    return AsyncKeyed if keyed else AsyncSampleApi


def call_twice(mode: Mode, url: str, call: Any, keyed: bool = False, **options: Any) -> Any:
    """What the second of two calls of one client gives."""
    options = {"api_key": drive.KEY, "base_url": url, "retry": QUICK, **options}
    if mode != "sync":
        options["connections"] = "aiohttp" if mode == "aiohttp" else "httpx2"

    async def await_both() -> Any:
        async with clients(mode, keyed)(**options) as api:
            await call(api)
            return await call(api)

    if mode != "sync":
        return asyncio.run(await_both())
    with clients(mode, keyed)(**options) as api:
        call(api)
        return call(api)


def post(api: Any, **arguments: Any) -> Any:
    return api.chat.completions.create(messages=MESSAGES, **arguments)


@pytest.mark.parametrize("mode", MODES)
def test_a_request_that_may_have_been_done_is_not_sent_again_and_the_error_says_so(mode: Mode, racing: Racing) -> None:
    with pytest.raises(APIConnectionError, match="the API may have executed the request") as caught:
        call_twice(mode, racing.url, post)
    assert caught.value.sent is True
    assert "resend=True" in str(caught.value)
    assert caught.value.attempts == 1
    assert racing.whole == 2


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("stream", [False, True])
def test_it_is_sent_again_where_the_user_says_so(mode: Mode, stream: bool, racing: Racing) -> None:
    policy = RetryPolicy(first_delay=0.001, resend=True)
    assert call_twice(mode, racing.url, lambda api: post(api, stream=stream), retry=policy) is not None
    assert racing.whole == 3


@pytest.mark.parametrize("mode", MODES)
def test_a_request_that_changes_nothing_is_sent_again(mode: Mode, racing: Racing) -> None:
    assert call_twice(mode, racing.url, lambda api: api.items.retrieve("1")).name == "cup"
    assert racing.whole == 3


@pytest.mark.parametrize("mode", MODES)
def test_a_request_with_an_idempotency_key_is_sent_again(mode: Mode, racing: Racing) -> None:
    assert call_twice(mode, racing.url, post, keyed=True).id == "chat-1"
    own = {"extra_headers": {"Idempotency-Key": "mine"}}
    assert call_twice(mode, racing.url, lambda api: post(api, **own)).id == "chat-1"
    assert racing.whole == 6


@pytest.mark.parametrize("mode", MODES)
def test_a_request_that_was_not_wholly_written_is_sent_again(mode: Mode) -> None:
    long = [{"role": "user", "content": "x" * 20_000_000}]

    def large_second(api: Any) -> Any:
        api.turn = getattr(api, "turn", 0) + 1
        return api.chat.completions.create(messages=long if api.turn == 2 else MESSAGES)

    with Racing(most=4096) as server:
        assert call_twice(mode, server.url, large_second).id == "chat-1"
        assert (server.whole, server.connections) == (2, 2)


def test_a_reset_that_the_event_loop_has_not_seen_leaves_the_body_unwritten() -> None:
    """The reset arrives between the loop's last look at the socket and the write of the body."""
    from .sample.sample_api._runtime.connections import AsyncBackend

    with socket.create_server(("127.0.0.1", 0)) as listener:

        async def send_after_reset() -> None:
            connection = await AsyncBackend().connect_tcp("127.0.0.1", listener.getsockname()[1])
            peer, _ = listener.accept()
            await connection.write(b"the head, ")
            await connection.write(b"and what fits beside it")
            peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            peer.close()
            assert select.select([connection.get_extra_info("socket").fileno()], [], [], 10)[0]
            try:
                with pytest.raises(httpcore2.WriteError):
                    await connection.write(b"x" * 1_000_000)
                with pytest.raises(httpcore2.WriteError, match="fully sent"):
                    await connection.read(1)
            finally:
                await connection.aclose()

        asyncio.run(send_after_reset())


@pytest.mark.parametrize("mode", ["sync", "async"])
def test_a_connection_that_the_server_closed_meanwhile_is_left_before_anything_is_written(
    mode: Mode, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pool looks before it gives a connection away; what happens after that look is seen right before writing."""
    from .sample.sample_api._runtime import connections

    looks: list[bool] = []
    look = connections._Facts._is_readable

    def blind_at_first(connection: Any) -> bool:
        looks.append(look(connection))
        return looks[-1] and len(looks) > 1

    with FakeClosing() as server:
        monkeypatch.setattr(connections._Facts, "_is_readable", blind_at_first)
        assert call_twice(mode, server.url, server.then_wait(post), max_retries=0).id == "chat-1"
    assert True in looks[:2]


class FakeClosing(Racing):
    """Answers one request a connection, and closes it."""

    def __init__(self) -> None:
        super().__init__()
        self.closed = threading.Semaphore(0)

    def _serve(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            self._read(connection, None)
            connection.sendall(BODY)
            connection.shutdown(socket.SHUT_WR)
            self.closed.release()
            connection.recv(1)

    def then_wait(self, call: Any) -> Any:
        """The call, and after it a wait for the server to close."""

        def both(api: Any) -> Any:
            found = call(api)
            if not asyncio.iscoroutine(found):
                self.closed.acquire(timeout=10)
                return found

            async def awaited() -> Any:
                answer = await found
                await asyncio.to_thread(self.closed.acquire, timeout=10)
                return answer

            return awaited()

        return both


def test_what_aiohttp_could_not_write_was_not_sent() -> None:
    """The server closes an idle connection when a request has begun on it: nothing that fits one write was sent."""
    aiohttp = pytest.importorskip("aiohttp")
    from .sample.sample_api._runtime.aiohttp_transport import _as_httpcore2, _Pieces

    with pytest.raises(httpcore2.WriteError, match="fully sent"), _as_httpcore2(_Pieces(b"{}", None)):
        raise aiohttp.ClientOSError("Can not write request body") from aiohttp.ClientConnectionResetError("closing")
    with pytest.raises(httpcore2.ReadError), _as_httpcore2(_Pieces(b"{}", None)):
        raise aiohttp.ClientOSError("Connection reset by peer")
