"""A server of bare sockets: it writes what a function tells it to, be it HTTP or not."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterable
from itertools import chain, repeat
from types import TracebackType
from typing import Self

PATIENCE = 20.0
"""Seconds after which the server gives up: a client without a bound then fails in another way, and does not hang."""


class Hostile:
    """A context manager: for each connection, a request is read (with `asks`) and the pieces of `says` are sent, each
    `pause` seconds after the one before. Then the connection stays open, and silent, until the block ends."""

    def __init__(self, says: Callable[[bytes], Iterable[bytes]], *, pause: float = 0.0, asks: bool = True) -> None:
        self._says, self._pause, self._asks = says, pause, asks
        self._closing = threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self.connections = 0
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._closing.set()
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for thread in self._threads:
            thread.join(PATIENCE)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._listening.accept()
                self.connections += 1
                self._threads.append(threading.Thread(target=self._serve, args=(connection,), daemon=True))
                self._threads[-1].start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            connection.settimeout(PATIENCE)
            request = connection.recv(1 << 16) if self._asks else b""
            left = PATIENCE
            for piece in self._says(request):
                connection.sendall(piece)
                left -= self._pause
                if self._closing.wait(self._pause) or left < 0:
                    return
            self._closing.wait(PATIENCE)


def one_by_one(content: bytes) -> Iterable[bytes]:
    """The bytes of `content`, then the last one again and again."""
    return chain((content[at : at + 1] for at in range(len(content))), repeat(content[-1:]))


def head(*fields: str, status: str = "200 OK") -> bytes:
    """A status line and header fields, with the empty line behind them."""
    return "\r\n".join((f"HTTP/1.1 {status}", *fields, "", "")).encode("latin-1")
