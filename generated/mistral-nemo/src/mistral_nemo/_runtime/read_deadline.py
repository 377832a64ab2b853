"""A moment at which a thread that waits for bytes is woken: a blocking read knows no deadline of its own."""

from __future__ import annotations

import contextlib
import heapq
import itertools
import os
import socket
import threading
import time
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from httpcore2 import NetworkStream

    from .api_response import OpenResponse

    class _Timed(Protocol):
        """A connection of ours."""

        deadline: float | None


_number = itertools.count()


class Alarm:
    """Context in which reads from the connection of `response` end at `at` (monotonic seconds; None: never).

    A connection of ours keeps to the moment itself. Of one of a user's client, the reading half is shut when the moment
    comes: a waiting read ends as if the server had closed it. `rung` then is True, and what was read last must not be
    trusted. Where the connection is shared by several requests (HTTP/2) or is not known (a transport of the user's
    own), or where no thread can be started, nothing is shut: `is_set` is False.
    """

    __slots__ = ("_at", "_connection", "_socket", "is_set", "rung")

    def __init__(self, response: OpenResponse, at: float | None) -> None:
        self.rung = False
        self.is_set = False
        self._at = at
        stream: _Timed | None = None if at is None else response.extensions.get("network_stream")
        self._connection = stream if hasattr(stream, "deadline") else None
        self._socket = None if at is None or self._connection is not None else socket_of(response)

    def __enter__(self) -> Self:
        if self._connection is not None:
            self._connection.deadline = self._at
            self.is_set = True
        elif self._at is not None and self._socket is not None:
            self.is_set = _clock.add(self._at, self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._connection is not None:
            self._connection.deadline = None
        elif self._socket is not None:
            _clock.remove(self)
            self._socket = None

    def ring(self) -> None:
        """End the read, if there is one."""
        if self._socket is not None:
            self.rung = True
            shut(self._socket)


def shut(connection: socket.socket | None) -> None:
    """End the read of another thread, if there is one, and every read to come."""
    if connection is None:
        return
    # Not SSLSocket.shutdown: it takes the encryption away from under a read that is under way. A connection that is
    # broken already ends its read by itself.
    with contextlib.suppress(OSError):
        socket.socket.shutdown(connection, socket.SHUT_RD)


def socket_of(response: OpenResponse) -> socket.socket | None:
    """The connection of a response that is being read; None if it is not known, or other requests share it."""
    if response.http_version == "HTTP/2":
        return None
    stream: NetworkStream | None = response.extensions.get("network_stream")
    found: object = None if stream is None else stream.get_extra_info("socket")
    return found if isinstance(found, socket.socket) else None


class _Clock:
    """One daemon thread for all alarms of the process. It starts with the first and ends when none is left."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """No alarms, and no thread."""
        self._changed = threading.Condition()
        self._alarms: dict[Alarm, None] = {}
        self._order: list[tuple[float, int, Alarm]] = []
        self._thread: threading.Thread | None = None

    def add(self, at: float, alarm: Alarm) -> bool:
        """Ring an alarm at a moment. False if no thread can be started that would do it."""
        with self._changed:
            # A thread of the parent does not run after a fork, and is not alive.
            if self._thread is None or not self._thread.is_alive():
                thread = threading.Thread(target=self._run, name="alarm", daemon=True)
                try:
                    thread.start()
                except RuntimeError:
                    return False
                self._thread = thread
            self._alarms[alarm] = None
            heapq.heappush(self._order, (at, next(_number), alarm))
            if self._order[0][2] is alarm:
                self._changed.notify()
            return True

    def remove(self, alarm: Alarm) -> None:
        with self._changed:
            self._alarms.pop(alarm, None)
            if len(self._order) > 64 + 2 * len(self._alarms):
                self._order = [entry for entry in self._order if entry[2] in self._alarms]
                heapq.heapify(self._order)

    def _run(self) -> None:
        while True:
            with self._changed:
                while self._order and self._order[0][2] not in self._alarms:
                    heapq.heappop(self._order)
                if not self._order:
                    if not self._changed.wait(timeout=5.0) and not self._order:
                        self._thread = None
                        return
                    continue
                at, _, alarm = self._order[0]
                wait = at - time.monotonic()
                if wait > 0:
                    self._changed.wait(timeout=wait)
                    continue
                heapq.heappop(self._order)
                self._alarms.pop(alarm, None)
                alarm.ring()


_clock = _Clock()
if hasattr(os, "register_at_fork"):
    # The parent's thread may have held the lock: a child starts with a lock and a list of its own.
    os.register_at_fork(after_in_child=_clock.reset)
