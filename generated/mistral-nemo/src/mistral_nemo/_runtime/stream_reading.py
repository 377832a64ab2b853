"""The generators that read streams: from a response to chunks, and back to an idle connection."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Generator, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from .api_response import ApiResponse, OpenResponse
from .chunk_reader import ChunkReader
from .errors import APIConnectionError, APIStreamError, StreamTruncatedError
from .process import leave_alone
from .read_deadline import Alarm
from .stream_state import DRAIN_SECONDS, Progress
from .timeouts import Deadline
from .whole_body import WholeBody

if TYPE_CHECKING:
    from httpcore2 import AsyncNetworkStream

ChunkT = TypeVar("ChunkT")
Reopen: TypeAlias = Callable[[Mapping[str, str]], ApiResponse]
AsyncReopen: TypeAlias = Callable[[Mapping[str, str]], Awaitable[ApiResponse]]
"""Sends the request of a stream again with more headers. Raises APIError."""


def read_chunks(
    response: OpenResponse, reader: ChunkReader[ChunkT], deadline: Deadline, progress: Progress, reopen: Reopen
) -> Generator[ChunkT | None]:
    """First None, so that the generator is started and its end frees the connection; then the chunks."""
    body = response.iter_bytes()
    failure: APIStreamError | None = None
    progress.response = response
    try:
        yield None
        while (failure := (yield from _of_one_connection(response, body, reader, deadline, progress))) is not None:
            wait = reader.wait_to_resume(failure)
            if wait is None:
                raise failure
            with progress.lock:
                progress.response, progress.wake = None, threading.Event()
            body.close()
            response.close()
            progress.wake.wait(wait)
            response = _resumed(reader, reopen)
            body = response.iter_bytes()
            with progress.lock:
                progress.response = response
            if progress.stopped:
                raise reader.closed()
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


def _of_one_connection(
    response: OpenResponse, body: Iterator[bytes], reader: ChunkReader[ChunkT], deadline: Deadline, progress: Progress
) -> Generator[ChunkT, None, APIStreamError | None]:
    """The chunks that come over a connection. Gives the error where it broke; raises what no other one helps with."""
    at = deadline.at
    with Alarm(response, at) as alarm:
        while not reader.done:
            if os.getpid() != progress.process:
                raise reader.foreign()
            failure: APIStreamError | None = None
            try:
                data = next(body, None)
            except Exception as error:  # noqa: BLE001  # from any HTTP library
                data, failure = None, reader.broken(error)
            if progress.stopped:
                failure = reader.closed()
            elif at is not None and (alarm.rung or deadline.passed):
                failure = reader.late()
            if failure is not None:
                return failure
            if data is None:
                return (yield from _rest(reader))
            yield from reader.feed(data)
    progress.drain = True
    return None


def _rest(reader: ChunkReader[ChunkT]) -> Generator[ChunkT, None, APIStreamError | None]:
    try:
        yield from reader.close()
    except StreamTruncatedError as error:
        return error
    return None


def _resumed(reader: ChunkReader[ChunkT], reopen: Reopen) -> OpenResponse:
    """A response that goes on with the stream. Raises APIError."""
    try:
        response = reopen(reader.resume_headers())
    except APIConnectionError as error:
        raise reader.broken(error) from None
    reader.resume()
    return response.unread if response.unread is not None else WholeBody(response.body)


def _drain(response: OpenResponse, body: Iterator[bytes]) -> None:
    end = time.monotonic() + DRAIN_SECONDS
    # Errors do not matter now: the response is complete, or nobody wants it.
    with Alarm(response, end) as alarm, contextlib.suppress(Exception):
        while alarm.is_set and time.monotonic() < end and next(body, None) is not None:
            pass


async def read_chunks_async(
    response: OpenResponse, reader: ChunkReader[ChunkT], deadline: Deadline, progress: Progress, reopen: AsyncReopen
) -> AsyncGenerator[ChunkT | None]:
    """First None, so that the generator is started and its end frees the connection; then the chunks."""
    body = response.aiter_bytes()
    failure: APIStreamError | None = None
    progress.response = response
    try:
        yield None
        while not reader.done:
            data, failure = await _next_data(body, reader, deadline, progress)
            if failure is None:
                rest = _Rest(reader)
                for chunk in rest if data is None else reader.feed(data):
                    yield chunk
                failure = rest.failure
                if data is None and failure is None:
                    return
            if failure is not None:
                wait = reader.wait_to_resume(failure)
                if wait is None:
                    raise failure
                progress.response = None
                await body.aclose()
                await response.aclose()
                response = await _resumed_async(reader, reopen, progress, wait)
                progress.response, body = response, response.aiter_bytes()
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


async def _next_data(
    body: AsyncIterator[bytes], reader: ChunkReader[Any], deadline: Deadline, progress: Progress
) -> tuple[bytes | None, APIStreamError | None]:
    """What comes next, None at the end, or the error where the connection broke. Raises in a forked process."""
    if os.getpid() != progress.process:
        raise reader.foreign()
    failure: APIStreamError | None = None
    data: bytes | None = None
    try:
        data = await next_within(body, deadline)
    except Exception as error:  # noqa: BLE001  # from any HTTP library
        failure = reader.broken(error)
    if progress.stopped:
        failure = reader.closed()
    elif deadline.passed:
        failure = reader.late()
    return data, failure


class _Rest(Generic[ChunkT]):
    """The chunks in what is left at the end of a body; `failure` is the error where it ended too early."""

    def __init__(self, reader: ChunkReader[ChunkT]) -> None:
        self._reader = reader
        self.failure: APIStreamError | None = None

    def __iter__(self) -> Iterator[ChunkT]:
        try:
            yield from self._reader.close()
        except StreamTruncatedError as error:
            self.failure = error


async def _resumed_async(
    reader: ChunkReader[Any], reopen: AsyncReopen, progress: Progress, wait: float
) -> OpenResponse:
    """After a wait, a response that goes on with the stream. Raises APIError."""
    import anyio

    progress.wake = anyio.Event()
    with anyio.move_on_after(wait):
        await progress.wake.wait()
    try:
        response = await reopen(reader.resume_headers()) if not progress.stopped else None
    except APIConnectionError as error:
        raise reader.broken(error) from None
    if response is None or progress.stopped:
        if response is not None and response.unread is not None:
            await response.unread.aclose()
        raise reader.closed()
    reader.resume()
    return response.unread if response.unread is not None else WholeBody(response.body)


async def next_within(body: AsyncIterator[bytes], deadline: Deadline) -> bytes | None:
    """The next bytes, None at the end. Raises TimeoutError at the deadline."""
    if deadline.at is None:
        return await anext(body, None)
    import anyio

    with anyio.fail_after(max(deadline.remaining or 0.0, 0.0)):
        return await anext(body, None)


async def _drain_async(body: AsyncIterator[bytes]) -> None:
    import anyio

    # Errors do not matter now: the response is complete, or nobody wants it.
    with anyio.move_on_after(DRAIN_SECONDS), contextlib.suppress(Exception):
        async for _ in body:
            pass


async def disconnect(response: OpenResponse) -> None:
    """Close the connection of a response, and so wake the task that reads it; not one that other requests share."""
    extensions = {} if response.http_version == "HTTP/2" else response.extensions
    stream: AsyncNetworkStream | None = extensions.get("network_stream")
    if stream is not None:
        # The connection may be broken already, which wakes the reader as well.
        with contextlib.suppress(Exception):
            await stream.aclose()
