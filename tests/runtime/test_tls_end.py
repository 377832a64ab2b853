"""How a TLS connection ends: without a close_notify alert, a body without a length may have been cut short."""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from . import drive
from .drive import COMPLETION, STREAM, Mode
from .sample.sample_api import APIConnectionError, StreamInterruptedError
from .sample.sample_api.testing import Response
from .test_wire import CERTIFICATE, TlsServer

BODY = json.dumps(COMPLETION).encode()
JSON = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
EVENTS = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"


class Closing:
    """A TLS server that gives one response to each connection, and closes it with the alert or without."""

    def __init__(self, response: bytes, with_alert: bool) -> None:
        self.response = response
        self.with_alert = with_alert
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(CERTIFICATE)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                plain, _ = self.listener.accept()
            except OSError:
                return
            with self.context.wrap_socket(plain, server_side=True) as connection:
                request = b""
                while b'"Hello"' not in request:
                    request += connection.recv(65536)
                connection.sendall(self.response)
                if self.with_alert:
                    connection.settimeout(5)
                    with contextlib.suppress(OSError):
                        connection.unwrap()
                else:
                    connection.shutdown(socket.SHUT_WR)

    def close(self) -> None:
        self.listener.close()


@pytest.fixture(autouse=True)
def _trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))


@pytest.fixture(name="serve")
def _serve() -> Iterator[Any]:
    servers: list[Closing] = []

    def serve(response: bytes, with_alert: bool) -> str:
        servers.append(Closing(response, with_alert))
        return servers[-1].url

    yield serve
    for server in servers:
        server.close()


def chunks(body: bytes) -> bytes:
    return b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)


WHOLE = {
    "a length": b"content-length: %d\r\n\r\n%s" % (len(BODY), BODY),
    "a length, to be closed": b"connection: close\r\ncontent-length: %d\r\n\r\n%s" % (len(BODY), BODY),
    "chunks": b"transfer-encoding: chunked\r\n\r\n" + chunks(BODY),
    "chunks, to be closed": b"connection: close\r\ntransfer-encoding: chunked\r\n\r\n" + chunks(BODY),
}


@pytest.mark.parametrize("with_alert", [True, False])
@pytest.mark.parametrize("case", WHOLE)
@pytest.mark.parametrize("mode", drive.MODES)
def test_a_response_that_says_where_it_ends_is_whole(mode: Mode, case: str, with_alert: bool, serve: Any) -> None:
    assert drive.ask(mode, serve(JSON + WHOLE[case], with_alert)).answer.id == "chat-1"


@pytest.mark.parametrize("mode", drive.MODES)
def test_a_response_that_ends_with_the_connection_is_whole_with_the_alert_alone(mode: Mode, serve: Any) -> None:
    response = JSON + b"\r\n" + BODY
    assert drive.ask(mode, serve(response, True)).answer.id == "chat-1"
    error = drive.ask(mode, serve(response, False)).failed(APIConnectionError)
    assert error.sent
    assert "the response may be cut short" in str(error)


@pytest.mark.parametrize("mode", drive.MODES)
def test_a_stream_that_ends_with_the_connection_is_judged_by_its_marker(mode: Mode, serve: Any) -> None:
    for with_alert in (True, False):
        outcome = drive.ask_stream(mode, serve(EVENTS + b"\r\n" + STREAM, with_alert))
        assert (outcome.text, outcome.error) == ("Hello there", None)
    outcome = drive.ask_stream(mode, serve(EVENTS + b"\r\n" + STREAM[:-20], False))
    outcome.failed(StreamInterruptedError)
    assert outcome.text == "Hello there"


@pytest.mark.parametrize("status", [b"204 No Content", b"304 Not Modified"])
@pytest.mark.parametrize("mode", drive.MODES)
def test_a_response_without_a_body_does_not_end_its_connection(mode: Mode, status: bytes) -> None:
    empty = Response((b"HTTP/1.1 " + status + b"\r\n\r\n",))
    with TlsServer(empty) as server:
        error = drive.ask(mode, server.url).error
        assert "connection" not in str(error)
        assert len(server.requests) == 1
