"""The connections to one address: httpcore2's, but kept and chosen here.

httpcore2's own pool looks at each of its connections when a request begins and when it ends: with a hundred at once,
that is most of what a call costs. Here a request takes the connection that was used last, and looks at no other one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any, Final, Generic, TypeAlias, TypeVar

import anyio
import httpcore2

from .connections import AsyncConnection, Connection

ConnectionT = TypeVar("ConnectionT", bound=httpcore2.ConnectionInterface | httpcore2.AsyncConnectionInterface)

_Stream: TypeAlias = Connection | AsyncConnection | None
"""The connection of ours that a response comes over, or came over."""

MOST_CONNECTIONS: Final = 1000
MOST_IDLE_CONNECTIONS: Final = 100
IDLE_SECONDS: Final = 30.0


class _PoolBase(Generic[ConnectionT]):
    """The connections of a pool. `make` gives a new one, which connects with its first request.

    No lock guards them: a stream that the garbage collector finds gives its connection back in the middle of whatever
    its thread is doing, and would wait for a lock that this thread holds. Each step on `_idle` and `_busy` is atomic.
    """

    def __init__(self, make: Callable[[], ConnectionT]) -> None:
        self._make = make
        self._idle: deque[ConnectionT] = deque()
        """In the order of their last use, so that the first ones expire."""
        self._busy: set[ConnectionT] = set()
        self._is_closed = False

    @property
    def connections(self) -> list[ConnectionT]:
        """The connections that are open, or about to be opened."""
        return [*self._idle, *self._busy]

    def _next(self) -> ConnectionT:
        """The connection that was used last, or a new one if all are busy."""
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self._make()
        self._busy.add(connection)
        return connection

    def _keep(self, connection: ConnectionT, stream: _Stream) -> ConnectionT | None:
        """Keep a connection that was used, for other requests. Returns one to close now, if there is one."""
        self._busy.discard(connection)
        # One that could not connect calls itself both idle and closed.
        if not connection.is_idle() or connection.is_closed() or self._is_closed or _has_surplus(stream):
            return connection
        self._idle.append(connection)
        if len(self._idle) == 1:
            return None
        try:
            oldest = self._idle.popleft()
        except IndexError:  # another thread took both
            return None
        if len(self._idle) >= MOST_IDLE_CONNECTIONS or oldest.has_expired():
            return oldest
        self._idle.appendleft(oldest)
        return None

    def _all_to_close(self) -> list[ConnectionT]:
        self._is_closed = True
        connections = self.connections
        self._idle.clear()
        return connections


class ConnectionPool(_PoolBase[httpcore2.ConnectionInterface]):
    """Connections for the threads of one process."""

    def __init__(self, make: Callable[[], httpcore2.ConnectionInterface], most: int = MOST_CONNECTIONS) -> None:
        super().__init__(make)
        self._slots: SimpleQueue[None] = SimpleQueue()
        for _ in range(most):
            self._slots.put(None)

    def send(self, request: httpcore2.Request) -> httpcore2.Response:
        """The response, its body still to be read and closed. Raises what httpcore2 raises."""
        try:
            self._slots.get(timeout=request.extensions["timeout"]["pool"])
        except Empty:
            raise httpcore2.PoolTimeout from None
        connection = None
        try:
            while True:
                connection = self._next()
                if connection.has_expired():
                    self._close(connection)
                    continue
                try:
                    response = connection.handle_request(request)
                    break
                except httpcore2.ConnectionNotAvailable:
                    self._busy.discard(connection)
        except BaseException:
            self._give_back(connection)
            raise
        stream = _follow(request, response)
        response.stream = Body(response.stream, partial(self._give_back, connection, stream))
        return response

    def _give_back(self, connection: httpcore2.ConnectionInterface | None, stream: _Stream = None) -> None:
        try:
            surplus = connection and self._keep(connection, stream)
        finally:
            self._slots.put(None)
        if surplus is not None:
            surplus.close()

    def _close(self, connection: httpcore2.ConnectionInterface) -> None:
        self._busy.discard(connection)
        connection.close()

    def close(self) -> None:
        """Close all connections, busy ones too."""
        for connection in self._all_to_close():
            connection.close()


class AsyncConnectionPool(_PoolBase[httpcore2.AsyncConnectionInterface]):
    """Connections for the tasks of one event loop."""

    def __init__(self, make: Callable[[], httpcore2.AsyncConnectionInterface], most: int = MOST_CONNECTIONS) -> None:
        super().__init__(make)
        self._slots = anyio.Semaphore(most)

    async def send(self, request: httpcore2.Request) -> httpcore2.Response:
        """The response, its body still to be read and closed. Raises what httpcore2 raises."""
        await self._wait_for_slot(request.extensions["timeout"]["pool"])
        connection = None
        try:
            while True:
                connection = self._next()
                if connection.has_expired():
                    await self._close(connection)
                    continue
                try:
                    response = await connection.handle_async_request(request)
                    break
                except httpcore2.ConnectionNotAvailable:
                    self._busy.discard(connection)
        except BaseException:
            await self._give_back(connection)
            raise
        stream = _follow(request, response)
        response.stream = AsyncBody(response.stream, partial(self._give_back, connection, stream))
        return response

    async def _wait_for_slot(self, seconds: float | None) -> None:
        try:
            self._slots.acquire_nowait()
        except anyio.WouldBlock:
            try:
                with anyio.fail_after(seconds):
                    await self._slots.acquire()
            except TimeoutError:
                raise httpcore2.PoolTimeout from None

    async def _give_back(self, connection: httpcore2.AsyncConnectionInterface | None, stream: _Stream = None) -> None:
        try:
            surplus = connection and self._keep(connection, stream)
        finally:
            self._slots.release()
        if surplus is not None:
            await self._close(surplus)

    async def _close(self, connection: httpcore2.AsyncConnectionInterface) -> None:
        self._busy.discard(connection)
        with anyio.CancelScope(shield=True):
            await connection.aclose()

    async def aclose(self) -> None:
        """Close all connections, busy ones too."""
        for connection in self._all_to_close():
            await self._close(connection)


def _follow(request: httpcore2.Request, response: httpcore2.Response) -> _Stream:
    """The connection of ours that a response comes over, which now looks for its end; None if it is not ours."""
    stream = response.extensions["network_stream"]
    if not isinstance(stream, Connection | AsyncConnection):
        return None
    stream.response_end.head_came(request.method, response.status, response.headers)
    return stream


def _has_surplus(stream: _Stream) -> bool:
    return stream is not None and stream.has_surplus


class Body:
    """The body of a response, which gives its connection back when it is closed."""

    __slots__ = ("_give_back", "_stream")

    def __init__(self, stream: Any, give_back: Callable[[], None]) -> None:
        self._stream = stream
        self._give_back: Callable[[], None] | None = give_back

    def __iter__(self) -> Generator[bytes]:
        chunks: Generator[bytes] = iter(self._stream)
        return chunks

    def close(self) -> None:
        """Give the connection back; close it where the body was not read to its end. May be called twice."""
        give_back, self._give_back = self._give_back, None
        if give_back is not None:
            try:
                self._stream.close()
            finally:
                give_back()


class AsyncBody:
    """The body of a response, which gives its connection back when it is closed."""

    __slots__ = ("_give_back", "_stream")

    def __init__(self, stream: Any, give_back: Callable[[], Awaitable[None]]) -> None:
        self._stream = stream
        self._give_back: Callable[[], Awaitable[None]] | None = give_back

    def __aiter__(self) -> AsyncGenerator[bytes]:
        chunks: AsyncGenerator[bytes] = aiter(self._stream)
        return chunks

    async def aclose(self) -> None:
        """Give the connection back; close it where the body was not read to its end. May be called twice."""
        give_back, self._give_back = self._give_back, None
        if give_back is not None:
            try:
                await self._stream.aclose()
            finally:
                await give_back()
