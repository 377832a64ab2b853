"""Detects the running event loop of asyncio or trio, and closes connections before the loop ends.

A connection can be closed only in the event loop that it belongs to. Event loops finish the asynchronous generators
that were begun in them, with the last breath (`asyncio.run` and `trio.run` do): each loop gets one that closes.
"""

from __future__ import annotations

import contextlib
import os
import sys
import weakref
from collections.abc import AsyncGenerator, Callable, Coroutine
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    import asyncio


class Closable(Protocol):
    """What is closed with an event loop."""

    def aclose(self) -> Coroutine[Any, Any, None]:
        """Close all connections."""


class Owner(NamedTuple):
    """The owner of connections: a process and, for async connections, an event loop."""

    process: int
    loop: Any = None

    @property
    def is_over(self) -> bool:
        """True if the event loop was closed; of one of trio it is not known."""
        loop = _loop_of_asyncio(self)
        return loop is not None and loop.is_closed()


def this_process() -> Owner:
    """The owner of sync connections."""
    return Owner(os.getpid())


def this_loop() -> Owner:
    """The owner of connections that are made now, in asyncio or trio."""
    return Owner(os.getpid(), _running_loop())


def is_asyncio() -> bool:
    """Whether the event loop that runs now is one of asyncio."""
    return _loop_of_asyncio(this_loop()) is not None


def _running_loop() -> Any:
    """The event loop of asyncio, or the token of trio. A program that uses neither does not import them for this."""
    asyncio, trio = sys.modules.get("asyncio"), sys.modules.get("trio")
    if asyncio is not None:
        with contextlib.suppress(RuntimeError):
            return asyncio.get_running_loop()
    return None if trio is None else trio.lowlevel.current_trio_token()


def _loop_of_asyncio(owner: Owner) -> asyncio.AbstractEventLoop | None:
    asyncio = sys.modules.get("asyncio")
    is_of_asyncio = asyncio is not None and isinstance(owner.loop, asyncio.AbstractEventLoop)
    return owner.loop if is_of_asyncio else None


_guards: dict[Owner, tuple[AsyncGenerator[None], weakref.WeakSet[Closable]]] = {}


async def close_with_loop(owner: Owner, connections: Closable) -> None:
    """Have connections closed when the event loop ends that runs now."""
    for other in list(_guards):
        if other.is_over:
            _guards.pop(other, None)
    if owner not in _guards:
        closables: weakref.WeakSet[Closable] = weakref.WeakSet()
        guard = _close_at_end(owner, closables)
        _guards[owner] = guard, closables
        await anext(guard)
    _guards[owner][1].add(connections)


def close_elsewhere(owner: Owner, connections: Closable) -> bool:
    """Have connections closed in their own event loop, which runs in another thread. False if it does not run."""
    loop = _loop_of_asyncio(owner)
    if loop is None or not loop.is_running():
        return False
    loop.call_soon_threadsafe(_close_in, loop, connections)
    return True


_closing: set[asyncio.Task[None]] = set()


def _close_in(loop: asyncio.AbstractEventLoop, connections: Closable) -> None:
    # An event loop holds its tasks weakly.
    task = loop.create_task(connections.aclose())
    _closing.add(task)
    task.add_done_callback(_closing.discard)


async def _close_at_end(owner: Owner, closables: weakref.WeakSet[Closable]) -> AsyncGenerator[None]:
    try:
        yield
    finally:
        # A forked process has a copy of the generator too, but the connections are its parent's.
        if owner.process == os.getpid():
            _guards.pop(owner, None)
            for connections in list(closables):
                await connections.aclose()


def waker(wake: Callable[[], object]) -> Callable[[], object]:
    """A function that has another one called in the event loop that runs now, and may itself be called in any thread.

    It raises RuntimeError where the event loop is closed.
    """
    owner = this_loop()
    loop = _loop_of_asyncio(owner)
    if loop is not None:
        return lambda: loop.call_soon_threadsafe(wake)
    return lambda: owner.loop.run_sync_soon(wake)
