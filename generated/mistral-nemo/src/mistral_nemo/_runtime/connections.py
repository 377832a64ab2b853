"""Connections of our own clients: httpcore2's, with additional knowledge about their state.

The head of a request waits for its body, so that both are written in one system call and, if they fit, in one packet.
And whether an idle connection is still good, which the pool asks of each of them at each request, is asked of the
system without detours: with fifty requests at once this question is half of what a call costs.

A connection only serves the process that opened it. It reports when a request was not fully written, and so is safe to
retry. It enforces a deadline while a body is read.
"""

from __future__ import annotations

import contextlib
import os
import select
import socket
import ssl
import time
import weakref
from collections.abc import Iterable
from typing import Any, Generic, TypeVar

import httpcore2

from .event_loops import is_asyncio
from .read_deadline import shut
from .response_end import ResponseEnd

StreamT = TypeVar("StreamT", httpcore2.NetworkStream, httpcore2.AsyncNetworkStream)

_LARGEST_JOIN = 1 << 16
_PIECE = 1 << 16
"""Bytes that an asynchronous connection is given at once. Where the connection was reset just before, anyio takes a
write for done that sent nothing, and refuses the next one: a large body is never in one write."""
_LARGEST_READ = 1 << 18
"""Bytes that asyncio reads at once. anyio keeps what was not asked for, where nobody sees that it came after a
response: so all of it is asked for."""


class _Facts(Generic[StreamT]):
    """State that sync and async connections share."""

    def __init__(self, stream: StreamT) -> None:
        self._stream: StreamT = stream
        self._process = os.getpid()
        self._head = b""
        self._begins = True
        self._was_read = False
        self._is_incomplete = False
        self.response_end = ResponseEnd()
        self._socket: socket.socket | None = stream.get_extra_info("socket")
        self._tls: object = stream.get_extra_info("ssl_object")
        self._poll = poll_of(self._socket)

    def get_extra_info(self, info: str) -> Any:
        """What httpcore2 knows by this name: `socket`, `ssl_object`, `is_readable` and so on."""
        return self._is_readable() if info == "is_readable" else self._stream.get_extra_info(info)

    def _is_readable(self) -> bool:
        """True if an idle connection was closed or is broken."""
        if self._poll is None:
            return bool(self._stream.get_extra_info("is_readable"))
        # The number of a closed socket may be another one's already. The pool asks under its lock: a poll object must
        # not be used by two threads at once.
        return self._socket is None or self._socket.fileno() < 0 or bool(self._poll.poll(0))

    def _due(self, data: bytes) -> tuple[bytes, ...]:
        """The data to write now. The first write after a read is the head of a request, which waits for the body."""
        if not data and not self._head:
            return ()
        self._check_process()
        if self._begins:
            self._begins, self._head = False, data
            self.response_end.begin()
            return ()
        head, self._head = self._head, b""
        if head and self._was_read and self._is_readable():
            # The server has closed the connection: nothing was sent, and the pool uses another one.
            raise httpcore2.ConnectionNotAvailable
        return (head, data) if head and len(data) > _LARGEST_JOIN else (head + data,)

    def _waiting(self) -> bytes:
        """The head of a request without a body, which must be sent before its response is read."""
        self._check_process()
        self._begins = True
        head, self._head = self._head, b""
        return head

    def _check_process(self) -> None:
        if self._process != os.getpid():
            raise httpcore2.ReadError("the connection belongs to another process")

    def _received(self, data: bytes) -> bytes:
        """The data that was read. A server may respond and close before it has read the request: then the response
        counts."""
        if not data:
            if self._is_incomplete:
                raise not_written()
            if self.response_end.has_begun and not ended_well(self._tls):
                raise cut_off()
        self._was_read = True
        self.response_end.add(data)
        return data

    @property
    def has_surplus(self) -> bool:
        """Whether something came after the response that was read, and waits on this side of the connection."""
        return not self.response_end.is_exact or _is_pending(self._tls, self._socket)


class Connection(_Facts[httpcore2.NetworkStream], httpcore2.NetworkStream):
    """A connection. `deadline` is a moment (monotonic seconds) at which reading ends with a ReadTimeout."""

    deadline: float | None = None

    def __init__(self, stream: httpcore2.NetworkStream, siblings: weakref.WeakSet[Connection]) -> None:
        super().__init__(stream)
        self._siblings = siblings
        siblings.add(self)
        if isinstance(self._socket, ssl.SSLSocket):
            self._socket.suppress_ragged_eofs = False  # type: ignore[attr-defined]  # typeshed does not know it

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for data in self._due(buffer):
            self._write(data, timeout)

    def _write(self, data: bytes, timeout: float | None) -> None:
        try:
            self._stream.write(data, timeout)
        except httpcore2.WriteError:
            self._is_incomplete = True
            raise

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if head := self._waiting():
            with contextlib.suppress(httpcore2.WriteError):
                self._write(head, timeout)
        try:
            return self._received(self._stream.read(max_bytes, self._bounded(timeout)))
        except httpcore2.ReadError as error:
            if self._is_incomplete:
                raise not_written() from None
            if not isinstance(error.__cause__, ssl.SSLEOFError):
                raise
            if self.response_end.has_begun:
                raise cut_off() from None
            return b""

    def _bounded(self, timeout: float | None) -> float | None:
        if self.deadline is None:
            return timeout
        remaining = self.deadline - time.monotonic()
        if remaining <= 0:
            raise httpcore2.ReadTimeout
        return remaining if timeout is None else min(timeout, remaining)

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> Connection:
        return Connection(self._stream.start_tls(ssl_context, server_hostname, timeout), self._siblings)

    def close(self) -> None:
        if self._process == os.getpid():
            # A thread that waits for bytes would not notice that the connection is closed.
            shut(self._socket)
        self._stream.close()


class AsyncConnection(_Facts[httpcore2.AsyncNetworkStream], httpcore2.AsyncNetworkStream):
    """A connection, for asyncio and trio."""

    def __init__(self, stream: httpcore2.AsyncNetworkStream) -> None:
        super().__init__(stream)
        self._largest_read = _LARGEST_READ if is_asyncio() else _PIECE

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for data in self._due(buffer):
            await self._write(data, timeout)

    async def _write(self, data: bytes, timeout: float | None) -> None:
        try:
            for start in range(0, len(data), _PIECE):
                await self._stream.write(data[start : start + _PIECE], timeout)
        except httpcore2.WriteError:
            self._is_incomplete = True
            raise

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if head := self._waiting():
            with contextlib.suppress(httpcore2.WriteError):
                await self._write(head, timeout)
        # Less is asked for before a connection carries HTTP.
        most = self._largest_read if max_bytes == _PIECE else max_bytes
        try:
            return self._received(await self._stream.read(most, timeout))
        except httpcore2.ReadError:
            if self._is_incomplete:
                raise not_written() from None
            raise

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> AsyncConnection:
        return AsyncConnection(await self._stream.start_tls(ssl_context, server_hostname, timeout))

    async def aclose(self) -> None:
        await self._stream.aclose()


class Backend(httpcore2.NetworkBackend):
    """Opens connections."""

    def __init__(self) -> None:
        self._backend = httpcore2.SyncBackend()
        self._open: weakref.WeakSet[Connection] = weakref.WeakSet()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> Connection:
        stream = self._backend.connect_tcp(host, port, timeout, local_address, socket_options)
        return Connection(stream, self._open)

    def abandon(self) -> None:
        """Close this process's copies of its parent's connections, which stay open there."""
        for connection in list(self._open):
            connection.close()


class AsyncBackend(httpcore2.AsyncNetworkBackend):
    """Opens connections, under asyncio and trio."""

    def __init__(self) -> None:
        self._backend = httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> AsyncConnection:
        try:
            stream = await self._backend.connect_tcp(host, port, timeout, local_address, socket_options)
        except RuntimeError as error:
            # Names are resolved in threads, and starting a thread may fail.
            raise httpcore2.ConnectError(str(error)) from error
        return AsyncConnection(stream)

    async def sleep(self, seconds: float) -> None:
        await self._backend.sleep(seconds)


def not_written() -> httpcore2.WriteError:
    """The error for a request that the server can have read at most in part, so that it may be retried."""
    return httpcore2.WriteError("the server closed the connection before the request was fully sent")


def cut_off() -> httpcore2.ReadError:
    """The error for a response that may lack its end: anyone on the way can end a connection, but not end its TLS."""
    return httpcore2.ReadError("the connection ended before its TLS did, so the response may be cut short")


def ended_well(tls: object) -> bool:
    """Whether a connection that has ended was ended by the server: with TLS, by the alert close_notify."""
    if not isinstance(tls, ssl.SSLObject):
        return True
    try:
        return not tls.read(1)
    except ssl.SSLZeroReturnError:
        return True
    except ssl.SSLError:
        return False


def _is_pending(tls: object, connection: object) -> bool:
    """Whether TLS has received more than was read, or has ended. Nobody reads what is taken from it here."""
    if not isinstance(tls, ssl.SSLObject):
        return isinstance(connection, ssl.SSLSocket) and connection.pending() > 0
    try:
        tls.read(1)
    except ssl.SSLWantReadError:
        return False
    except ssl.SSLError:
        pass
    return True


def poll_of(connection: socket.socket | None) -> select.poll | None:
    """Asks whether the connection has something to read, or has ended; None if the system cannot be asked so."""
    if connection is None or not hasattr(select, "poll"):
        return None
    poll = select.poll()
    poll.register(connection.fileno(), select.POLLIN)
    return poll
