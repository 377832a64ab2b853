"""A small HTTP server on loopback that sends whatever response a function returns."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

MAX_BODY = 64 * 1024 * 1024


@dataclass(frozen=True)
class ReceivedRequest:
    """A request as it was received: `target` is path and query, names of `headers` are in lower case."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """The first value of a header field, or an empty string."""
        return next((value for key, value in self.headers if key == name), "")


@dataclass(frozen=True)
class ServedResponse:
    """What to send. One chunk is sent with its length, several (or `is_stream`) `chunk_delay` seconds apart.

    `delay` seconds pass before the first byte. `cut` is the number of bytes of the body
    after which the connection is dropped.
    """

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    chunks: tuple[bytes, ...] = ()
    is_stream: bool = False
    chunk_delay: float = 0.0
    delay: float = 0.0
    cut: int | None = None


@dataclass
class Loopback:
    """A running server. `url` has no trailing slash."""

    url: str
    server: ThreadingHTTPServer = field(repr=False)


@contextlib.contextmanager
def loopback(respond_to: Callable[[ReceivedRequest], ServedResponse], port: int = 0) -> Iterator[Loopback]:
    """Serves on 127.0.0.1 (port 0: any free one) until the block ends. Each request has a thread of its own.

    Raises OSError where the port is taken.
    """

    class Bound(_Handler):
        respond = staticmethod(respond_to)

    server = _Server(("127.0.0.1", port), Bound)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield Loopback(f"http://127.0.0.1:{server.server_address[1]}", server)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is not an error of the server."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "loopback"
    sys_version = ""
    timeout: ClassVar[float] = 30
    disable_nagle_algorithm = True
    respond: Callable[[ReceivedRequest], ServedResponse]

    def handle_request(self) -> None:
        body = self._body()
        if body is None:
            return
        headers = tuple((name.lower(), value) for name, value in self.headers.items())
        request = ReceivedRequest(self.command, self.path, headers, body)
        self._send(type(self).respond(request))

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = do_TRACE = handle_request  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is logged: a request may hold secrets."""

    def _body(self) -> bytes | None:
        if self.headers.get("transfer-encoding", "").lower() == "chunked":
            return b"".join(iter(self._chunk, b""))
        length = self.headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > MAX_BODY:
            self.send_error(413)
            self.close_connection = True
            return None
        return self.rfile.read(int(length))

    def _chunk(self) -> bytes:
        size = int(self.rfile.readline(64).split(b";")[0], 16)
        content = self.rfile.read(size)
        self.rfile.readline(8)
        return content

    def _send(self, response: ServedResponse) -> None:
        time.sleep(response.delay)
        has_body = self.command != "HEAD" and response.status >= 200 and response.status not in (204, 304)
        in_chunks = has_body and (response.is_stream or len(response.chunks) > 1)
        self.send_response(response.status)
        for name, value in response.headers:
            if name.lower() not in _OWN_HEADERS:
                self.send_header(name, value)
        if in_chunks:
            self.send_header("transfer-encoding", "chunked")
        elif response.status not in (204, 304):
            self.send_header("content-length", str(sum(map(len, response.chunks))))
        self.end_headers()
        chunks = response.chunks if has_body else ()
        for at, chunk in enumerate(_until(chunks, response.cut)):
            time.sleep(response.chunk_delay if at else 0)
            self.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk) if in_chunks else chunk)
        if response.cut is not None:
            self.close_connection = True
        elif in_chunks:
            self.wfile.write(b"0\r\n\r\n")


def _until(chunks: tuple[bytes, ...], length: int | None) -> Iterator[bytes]:
    """The chunks that hold bytes, up to `length` bytes in all."""
    left = sum(map(len, chunks)) if length is None else length
    for chunk in chunks:
        if chunk[:left]:
            yield chunk[:left]
        left -= len(chunk[:left])


_OWN_HEADERS = {"transfer-encoding", "content-length", "content-encoding", "connection", "date", "server", "keep-alive"}
