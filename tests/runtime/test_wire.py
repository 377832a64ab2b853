"""Connections of our own clients: what goes over them, and when they are used again; with TLS and without."""

from __future__ import annotations

import asyncio
import gc
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from . import drive
from .drive import CHUNKS, COMPLETION, MESSAGES, Mode
from .sample.sample_api import APIStatusError, ConfigurationError, Timeout
from .sample.sample_api.testing import CLOSE, FakeServer, Response, json_response, stream_response

MODES: tuple[Mode, ...] = ("sync", "async")
CERTIFICATE = Path(__file__).parents[1] / "servers" / "loopback.pem"
CLOSING = Response((*json_response(COMPLETION).steps, CLOSE))


class TlsServer(FakeServer):
    """The same, over TLS."""

    def __init__(self, *answers: Any) -> None:
        super().__init__(*answers)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        context.num_tickets = 0
        self._listener = context.wrap_socket(self._listener, server_side=True, do_handshake_on_connect=False)
        self.url = self.url.replace("http:", "https:")


@pytest.fixture(params=["http", "https"], name="server")
def _server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., FakeServer]]:
    """The kind of server."""
    if request.param == "http":
        yield FakeServer
        return
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    yield TlsServer


@pytest.mark.parametrize("mode", drive.MODES)
def test_a_client_trusts_what_the_environment_names_when_it_is_created(
    mode: Mode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    with TlsServer(json_response(COMPLETION)) as server:
        assert "certificate is not trusted" in str(drive.ask(mode, server.url).error)
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        assert drive.ask(mode, server.url).answer.id == "chat-1"


def calls(mode: Mode, url: str, count: int, pause: float = 0.0, stream: bool = False, **options: Any) -> list[Any]:
    """The texts of answers to calls of one client, one after the other."""

    def wait() -> list[Any]:
        with drive.client(url, **options) as api:
            found = []
            for _ in range(count):
                answer = api.chat.completions.create(messages=MESSAGES, stream=stream)
                found.append(len(list(answer)) if stream else answer.choices[0].message.content)  # type: ignore[union-attr]
                time.sleep(pause)
            return found

    async def await_() -> list[Any]:
        async with drive.async_client(url, mode, **options) as api:
            found = []
            for _ in range(count):
                answer: Any = await api.chat.completions.create(messages=MESSAGES, stream=stream)
                found.append(len([each async for each in answer]) if stream else answer.choices[0].message.content)
                await asyncio.sleep(pause)
            return found

    return wait() if mode == "sync" else asyncio.run(await_())


@pytest.mark.parametrize("mode", MODES)
def test_head_and_body_of_a_request_arrive_together(mode: Mode) -> None:
    pieces: list[bytes] = []

    def serve(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            for _ in range(2):
                pieces.append(connection.recv(65536))
                connection.sendall(
                    b"".join(step for step in json_response(COMPLETION).steps if isinstance(step, bytes))
                )

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, args=(listener,))
        thread.start()
        calls(mode, f"http://127.0.0.1:{listener.getsockname()[1]}", 2)
        thread.join()
    assert [piece.startswith(b"POST ") and b'"Hello"' in piece for piece in pieces] == [True, True]


@pytest.mark.parametrize("mode", MODES)
def test_calls_and_streams_share_one_connection(mode: Mode, server: Callable[..., FakeServer]) -> None:
    with server(json_response(COMPLETION)) as one:
        assert calls(mode, one.url, 5) == ["Hello there"] * 5
    with server(stream_response(CHUNKS)) as other:
        assert calls(mode, other.url, 5, stream=True) == [len(CHUNKS)] * 5
    assert (one.connections, other.connections) == (1, 1)


@pytest.mark.parametrize("mode", MODES)
def test_a_connection_that_the_server_has_closed_is_not_used_again(
    mode: Mode, server: Callable[..., FakeServer]
) -> None:
    with server(CLOSING) as one:
        assert calls(mode, one.url, 3, pause=0.1) == ["Hello there"] * 3
    assert one.connections == 3


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("size", [100, 20_000_000])
def test_an_answer_that_comes_before_the_request_was_read_counts(mode: Mode, size: int) -> None:
    def refuse(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(1000)
            connection.sendall(b"HTTP/1.1 413 Too large\r\ncontent-length: 0\r\n\r\n")
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(1 << 20):
                pass

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=refuse, args=(listener,))
        thread.start()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        outcome = drive.ask(mode, url, {"messages": [{"role": "user", "content": "x" * size}]})
        thread.join()
    assert outcome.failed(APIStatusError).status == 413


@pytest.mark.parametrize("mode", MODES)
def test_a_dribbling_stream_ends_with_the_total(mode: Mode, server: Callable[..., FakeServer]) -> None:
    dribble = stream_response(CHUNKS[1:2] * 500, pause=0.02)
    with server(dribble) as one:
        began = time.monotonic()
        outcome = drive.ask_stream(mode, one.url, {"timeout": Timeout(total=1)})
        assert time.monotonic() - began > 0.9
    assert getattr(outcome.error, "step", "") == "total"
    assert outcome.chunks


@pytest.mark.parametrize("mode", [mode for mode in drive.MODES if mode != "sync"])
def test_a_client_that_outlives_its_event_loop_connects_again_and_leaves_nothing_open(
    mode: Mode, server: Callable[..., FakeServer]
) -> None:
    with server(json_response(COMPLETION)) as running:
        api = drive.async_client(running.url, connections="aiohttp" if mode == "aiohttp" else "httpx2")

        async def ask() -> str:
            return (await api.chat.completions.create(messages=MESSAGES)).id

        assert [asyncio.run(ask()) for _ in range(3)] == ["chat-1"] * 3
        assert running.connections == 3
        asyncio.run(api.close())
        with pytest.raises(ConfigurationError, match="closed"):
            asyncio.run(ask())
    gc.collect()
