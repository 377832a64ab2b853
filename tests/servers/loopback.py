"""A threaded HTTP server on a free port of 127.0.0.1 that answers with a function, and misbehaves on demand."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl, unquote, urlsplit

CERTIFICATE = Path(__file__).with_name("loopback.pem")
"""Key and self-signed certificate for localhost and 127.0.0.1. Everybody knows the key: it protects nothing."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a client sent: `path` is decoded and has no query, header names are in lower case."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    target: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server sends, and how it goes wrong.

    `declared` replaces the length in Content-Length; `cut` closes the connection after so many bytes of the body;
    `stall` sends the first byte of the body and then nothing until the server is closed; `drip` sends a byte at a
    time, slowly; `drop` closes the connection without a word.
    """

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    declared: int | None = None
    cut: int | None = None
    stall: bool = False
    drip: bool = False
    drop: bool = False


class Loopback:
    """A context manager: listens from entering to leaving. `requests` holds all requests in order."""

    def __init__(self, answer: Callable[[Request], Reply], *, tls: bool = False) -> None:
        self.answer = answer
        self.requests: list[Request] = []
        self.script: list[Reply] = []
        """Replies that come before `answer` is asked, one a request."""
        self.closing = threading.Event()
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.closing.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [request.path for request in self.requests]

    def reply(self, request: Request) -> Reply:
        self.requests.append(request)
        return self.script.pop(0) if self.script else self.answer(request)


class _Server(ThreadingHTTPServer):
    daemon_threads = False

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is what some tests are about."""


def _handler(server: Loopback) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        server_version = "loopback"

        def handle_any(self) -> None:
            self.close_connection = True
            parts = urlsplit(self.path)
            request = Request(
                method=self.command,
                path=unquote(parts.path),
                query=dict(parse_qsl(parts.query)),
                headers={name.lower(): value for name, value in self.headers.items()},
                body=self._content(),
                target=self.path,
            )
            self.send(server.reply(request))

        def _content(self) -> bytes:
            if self.headers.get("transfer-encoding", "").lower() != "chunked":
                return self.rfile.read(int(self.headers.get("content-length") or 0))
            found = b""
            while size := int(self.rfile.readline() or b"0", 16):
                found += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
            return found

        def send(self, reply: Reply) -> None:
            if reply.drop:
                return
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if reply.status not in (204, 304):
                length = len(reply.body) if reply.declared is None else reply.declared
                self.send_header("Content-Length", str(length))
            self.send_header("Connection", "close")
            self.end_headers()
            self.send_body(reply)

        def send_body(self, reply: Reply) -> None:
            if reply.stall:
                self.wfile.write(reply.body[:1])
                server.closing.wait()
            elif reply.drip:
                for byte in reply.body:
                    self.wfile.write(bytes([byte]))
                    if server.closing.wait(0.02):
                        return
            elif self.command != "HEAD" and reply.status not in (204, 304):
                self.wfile.write(reply.body[: reply.cut])

        def log_message(self, format: str, *args: object) -> None:
            """Keep the tests' output clean."""

    for method in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY", "LINK", "COPY"):
        setattr(Handler, f"do_{method}", Handler.handle_any)
    return Handler
