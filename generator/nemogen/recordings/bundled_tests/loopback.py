"""A small HTTP server on loopback that answers with whatever a function says."""

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
class Asked:
    """A request as it came: `target` is path and query, names of `headers` are in lower case."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """The first value of a header field, or an empty string."""
        return next((value for key, value in self.headers if key == name), "")


@dataclass(frozen=True)
class Answer:
    """What to answer. One piece is sent with its length, several (or `is_stream`) in chunks, `pace` seconds apart.

    `delay` seconds pass before the first byte. `cut` is the number of bytes of the body
    after which the connection is dropped.
    """

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    pieces: tuple[bytes, ...] = ()
    is_stream: bool = False
    pace: float = 0.0
    delay: float = 0.0
    cut: int | None = None


@dataclass
class Loopback:
    """A running server. `url` has no trailing slash."""

    url: str
    server: ThreadingHTTPServer = field(repr=False)


@contextlib.contextmanager
def loopback(answer: Callable[[Asked], Answer], port: int = 0) -> Iterator[Loopback]:
    """Serves on 127.0.0.1 (port 0: any free one) until the block ends. Each request is answered in a thread.

    Raises OSError where the port is taken.
    """

    class Bound(_Handler):
        respond = staticmethod(answer)

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
        """A client that hangs up is no error of the server."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "loopback"
    sys_version = ""
    timeout: ClassVar[float] = 30
    disable_nagle_algorithm = True
    respond: Callable[[Asked], Answer]

    def answer(self) -> None:
        body = self._body()
        if body is None:
            return
        headers = tuple((name.lower(), value) for name, value in self.headers.items())
        asked = Asked(self.command, self.path, headers, body)
        self._send(type(self).respond(asked))

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = do_TRACE = answer  # noqa: N815

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

    def _send(self, answer: Answer) -> None:
        time.sleep(answer.delay)
        has_body = self.command != "HEAD" and answer.status >= 200 and answer.status not in (204, 304)
        in_chunks = has_body and (answer.is_stream or len(answer.pieces) > 1)
        self.send_response(answer.status)
        for name, value in answer.headers:
            if name.lower() not in _OWN_HEADERS:
                self.send_header(name, value)
        if in_chunks:
            self.send_header("transfer-encoding", "chunked")
        elif answer.status not in (204, 304):
            self.send_header("content-length", str(sum(map(len, answer.pieces))))
        self.end_headers()
        pieces = answer.pieces if has_body else ()
        for at, piece in enumerate(_until(pieces, answer.cut)):
            time.sleep(answer.pace if at else 0)
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece) if in_chunks else piece)
        if answer.cut is not None:
            self.close_connection = True
        elif in_chunks:
            self.wfile.write(b"0\r\n\r\n")


def _until(pieces: tuple[bytes, ...], length: int | None) -> Iterator[bytes]:
    """The pieces that hold bytes, up to `length` bytes in all."""
    left = sum(map(len, pieces)) if length is None else length
    for piece in pieces:
        if piece[:left]:
            yield piece[:left]
        left -= len(piece[:left])


_OWN_HEADERS = {"transfer-encoding", "content-length", "content-encoding", "connection", "date", "server", "keep-alive"}
