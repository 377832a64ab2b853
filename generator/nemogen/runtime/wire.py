"""What httpx2 does with requests and connections, at less cost: for our own clients alone.

The head of a request waits for its body, so that both leave in one system call and, where they fit, in one packet. And
whether an idle connection is still good, which the pool asks of each of them at each request, is asked of the system
without detours: with fifty requests at once this question is half of what a call costs. A request goes straight to its
transport: authentication, redirects, cookies and hooks, which a client of httpx2 would see to first, are ours or none.

All this stands on names of httpx2 that are not public. Where they are not found, httpx2 does it in its own way.
"""

from __future__ import annotations

import contextlib
import select
import weakref
from collections.abc import Iterator
from typing import Any

_LARGEST_JOIN = 1 << 16


def hasten(client: Any) -> None:
    """Have an httpx2 client use such connections."""
    for pool, backend in _backends(client):
        kind = _AsyncBackend if hasattr(pool, "aclose") else _Backend
        pool._network_backend = kind(backend)


def abandon(client: Any) -> None:
    """Close the connections of an asynchronous httpx2 client whose event loop (asyncio's) is closed: without it."""
    for _, backend in _backends(client):
        for transport in backend.transports:
            close_without_loop(transport)


def close_without_loop(transport: Any) -> None:
    """Close asyncio's transport as its loop would have done it: `close` and `abort` need the loop."""
    transport = getattr(getattr(transport, "_ssl_protocol", None), "_transport", transport)
    finish = getattr(transport, "_call_connection_lost", None)
    # It was closed before where it has no socket; what waits for it cannot be told any more.
    if finish is not None and getattr(transport, "_sock", None) is not None:
        with contextlib.suppress(RuntimeError):
            finish(None)


def _backends(client: Any) -> Iterator[tuple[Any, Any]]:
    """The pools of a client, each with what opens its connections."""
    for transport in (getattr(client, "_transport", None), *getattr(client, "_mounts", {}).values()):
        pool: Any = getattr(transport, "_pool", None)
        backend = getattr(pool, "_network_backend", None)
        if backend is not None:
            yield pool, backend


def send(client: Any, request: Any) -> Any:
    """The response of an httpx2 client, its body still to be read."""
    find = getattr(client, "_transport_for_url", None)
    if find is None:
        return client.send(request, stream=True, auth=None, follow_redirects=False)
    return find(request.url).handle_request(request)


async def send_async(client: Any, request: Any) -> Any:
    """The response of an asynchronous httpx2 client, its body still to be read."""
    find = getattr(client, "_transport_for_url", None)
    if find is None:
        return await client.send(request, stream=True, auth=None, follow_redirects=False)
    return await find(request.url).handle_async_request(request)


class _Backend:
    """Opens connections: httpcore2's NetworkBackend."""

    def __init__(self, backend: Any) -> None:
        self._backend = backend
        self.sleep = backend.sleep

    def connect_tcp(self, *arguments: Any, **options: Any) -> _Wire:
        return _Wire(self._backend.connect_tcp(*arguments, **options))

    def connect_unix_socket(self, *arguments: Any, **options: Any) -> _Wire:
        return _Wire(self._backend.connect_unix_socket(*arguments, **options))


class _AsyncBackend:
    """Opens connections: httpcore2's AsyncNetworkBackend. Under asyncio it knows their `transports`."""

    def __init__(self, backend: Any) -> None:
        self._backend = backend
        self.sleep = backend.sleep
        self.transports: weakref.WeakSet[Any] = weakref.WeakSet()

    async def connect_tcp(self, *arguments: Any, **options: Any) -> _AsyncWire:
        return self._wire(await self._backend.connect_tcp(*arguments, **options))

    async def connect_unix_socket(self, *arguments: Any, **options: Any) -> _AsyncWire:
        return self._wire(await self._backend.connect_unix_socket(*arguments, **options))

    def _wire(self, stream: Any) -> _AsyncWire:
        transport = getattr(getattr(stream, "_stream", None), "_transport", None)
        if transport is not None:
            self.transports.add(transport)
        return _AsyncWire(stream)


class _WireBase:
    """What both kinds of connection know. What is written first after a read is the head of a request, and waits."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._head = b""
        self._begins = True
        self._poll = _poll_of(stream)

    def get_extra_info(self, info: str) -> Any:
        """What httpcore2 knows by this name: `socket`, `ssl_object`, `is_readable` and so on."""
        if info == "is_readable" and self._poll is not None:
            # The pool asks under its lock: a poll object must not be used by two threads at once.
            return bool(self._poll.poll(0))
        return self._stream.get_extra_info(info)

    def _ready(self, data: bytes) -> tuple[bytes, ...]:
        """What is to be written now."""
        if self._begins:
            self._begins, self._head = False, data
            return ()
        head, self._head = self._head, b""
        return (head, data) if head and len(data) > _LARGEST_JOIN else (head + data,)

    def _waiting(self) -> bytes:
        """The head of a request without a body, which must leave before its answer is read."""
        head, self._head, self._begins = self._head, b"", True
        return head


class _Wire(_WireBase):
    """A connection: httpcore2's NetworkStream."""

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for data in self._ready(buffer):
            self._stream.write(data, timeout)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        head = self._waiting()
        if head:
            with _unless_refused():
                self._stream.write(head, timeout)
        data: bytes = self._stream.read(max_bytes, timeout)
        return data

    def start_tls(self, *arguments: Any, **options: Any) -> _Wire:
        return _Wire(self._stream.start_tls(*arguments, **options))

    def close(self) -> None:
        self._stream.close()


class _AsyncWire(_WireBase):
    """A connection: httpcore2's AsyncNetworkStream."""

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for data in self._ready(buffer):
            await self._stream.write(data, timeout)

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        head = self._waiting()
        if head:
            with _unless_refused():
                await self._stream.write(head, timeout)
        data: bytes = await self._stream.read(max_bytes, timeout)
        return data

    async def start_tls(self, *arguments: Any, **options: Any) -> _AsyncWire:
        return _AsyncWire(await self._stream.start_tls(*arguments, **options))

    async def aclose(self) -> None:
        await self._stream.aclose()


@contextlib.contextmanager
def _unless_refused() -> Any:
    """A server may answer, and close, before it has read the request: the answer counts, as it does for httpcore2."""
    try:
        yield
    except Exception as error:
        if type(error).__name__ != "WriteError":
            raise


def _poll_of(stream: Any) -> Any:
    """Asks whether the connection has something to read, or has ended; None where the system cannot be asked so."""
    connection = stream.get_extra_info("socket")
    if connection is None or not hasattr(select, "poll"):
        return None
    poll = select.poll()
    poll.register(connection.fileno(), select.POLLIN)
    return poll
