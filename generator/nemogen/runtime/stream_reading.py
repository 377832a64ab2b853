"""The generators that streams read with: from a response to chunks, and back to an idle connection."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator
from typing import Any, TypeVar

from .chunk_reader import ChunkReader
from .errors import APIStreamError
from .process import leave_alone
from .read_deadline import Alarm
from .stream_state import DRAIN_SECONDS, Progress
from .timeouts import Deadline

ChunkT = TypeVar("ChunkT")


def read_chunks(
    response: Any, reader: ChunkReader[ChunkT], deadline: Deadline, progress: Progress
) -> Generator[ChunkT | None]:
    """First None, so that the generator is started and its end frees the connection; then the chunks."""
    body = response.iter_bytes()
    at, process = deadline.at, progress.process
    alarm = Alarm(response, at)
    failure: APIStreamError | None = None
    try:
        yield None
        with alarm:
            while not reader.done:
                if os.getpid() != process:
                    raise reader.foreign()
                try:
                    data = next(body, None)
                except Exception as error:  # noqa: BLE001  # of whatever library carries the bytes
                    data, failure = None, reader.broken(error)
                if progress.stopped:
                    failure = reader.closed()
                elif at is not None and (alarm.rung or deadline.passed):
                    failure = reader.late()
                if failure is not None:
                    raise failure
                if data is None:
                    yield from reader.close()
                    return
                yield from reader.feed(data)
        progress.drain = True
    finally:
        # The error's traceback holds this frame: a name for the error in it would be a cycle.
        del failure
        reader.release(None if reader.ended else sys.exc_info()[1])
        if progress.is_foreign:
            progress.over = True
            leave_alone(response, body)
        else:
            with progress.lock:
                progress.over = True
            if progress.drain:
                _drain(response, body)
            body.close()
            response.close()


def _drain(response: Any, body: Iterator[bytes]) -> None:
    end = time.monotonic() + DRAIN_SECONDS
    # Whatever goes wrong now, the answer is complete, or nobody wants it.
    with Alarm(response, end) as alarm, contextlib.suppress(Exception):
        while alarm.is_set and time.monotonic() < end and next(body, None) is not None:
            pass


async def read_chunks_async(
    response: Any, reader: ChunkReader[ChunkT], deadline: Deadline, progress: Progress
) -> AsyncGenerator[ChunkT | None]:
    """First None, so that the generator is started and its end frees the connection; then the chunks."""
    body = response.aiter_bytes()
    at, process = deadline.at, progress.process
    failure: APIStreamError | None = None
    try:
        yield None
        while not reader.done:
            if os.getpid() != process:
                raise reader.foreign()
            try:
                data = await next_within(body, deadline)
            except Exception as error:  # noqa: BLE001  # of whatever library carries the bytes
                data, failure = None, reader.broken(error)
            if progress.stopped:
                failure = reader.closed()
            elif at is not None and deadline.passed:
                failure = reader.late()
            if failure is not None:
                raise failure
            if data is None:
                for chunk in reader.close():
                    yield chunk
                return
            for chunk in reader.feed(data):
                yield chunk
        progress.drain = True
    finally:
        # The error's traceback holds this frame: a name for the error in it would be a cycle.
        del failure
        reader.release(None if reader.ended else sys.exc_info()[1])
        progress.over = True
        if progress.is_foreign:
            leave_alone(response, body)
        else:
            if progress.drain:
                await _drain_async(body)
            await body.aclose()
            await response.aclose()


async def next_within(body: AsyncIterator[bytes], deadline: Deadline) -> bytes | None:
    """The next bytes, None at the end. Raises TimeoutError at the deadline."""
    if deadline.at is None:
        return await anext(body, None)
    import anyio

    with anyio.fail_after(max(deadline.remaining or 0.0, 0.0)):
        return await anext(body, None)


async def _drain_async(body: AsyncIterator[bytes]) -> None:
    import anyio

    # Whatever goes wrong now, the answer is complete, or nobody wants it.
    with anyio.move_on_after(DRAIN_SECONDS), contextlib.suppress(Exception):
        async for _ in body:
            pass


async def disconnect(response: Any) -> None:
    """Close the connection of a response, and so wake the task that reads it; not one that other requests share."""
    stream = None if response.http_version == "HTTP/2" else response.extensions.get("network_stream")
    if stream is not None:
        # The connection may be broken already, which wakes the reader as well.
        with contextlib.suppress(Exception):
            await stream.aclose()
