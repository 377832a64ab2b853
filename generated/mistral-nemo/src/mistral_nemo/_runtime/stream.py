"""Streams of chunks, as they come."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator
from types import AsyncGeneratorType, TracebackType
from typing import Any, Self, TypeVar, cast

from .chunk_reader import ChunkReader
from .errors import APIStreamError
from .process import leave_alone
from .read_deadline import Alarm, shut, socket_of
from .responses import Reply
from .stream_state import DRAIN_SECONDS, Progress, StreamBase, raised_here
from .timeouts import Deadline

ChunkT = TypeVar("ChunkT")


class Stream(StreamBase[ChunkT]):
    """Chunks of an answer, as they come. It can be read once; leave early with `close`, or use it in a `with` block.

    Errors in the middle are APIStreamErrors, which carry what had arrived. `status`, `headers` and `request_id` are
    those of the answer.
    """

    def __init__(self, head: Reply, reader: ChunkReader[ChunkT], deadline: Deadline) -> None:
        super().__init__(head, reader, Progress())
        self._chunks = cast("Generator[ChunkT]", _read(head.response, reader, deadline, self._progress))
        next(self._chunks)

    def __iter__(self) -> Iterator[ChunkT]:
        self._check_unread()
        return self

    def __next__(self) -> ChunkT:
        try:
            return next(self._chunks)
        except StopIteration:
            if self._progress.closed_by in (None, threading.get_ident()):
                raise
        except ValueError as error:
            if not raised_here(error):
                raise
        raise self._taken()

    def finish(self) -> None:
        """Read what is left, if anything is. Raises APIStreamError where the stream did not, or does not, end well."""
        for _ in self._chunks if self._progress.over else self:
            pass
        if not self._reader.ended:
            raise self._reader.unfinished()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the request. What little is left is read within 50 ms, so that the connection can be used again.

        Another thread that reads the stream at the moment is stopped: it gets a StreamClosedError.
        """
        self._progress.close_by(threading.get_ident())
        try:
            self._chunks.close()
        except ValueError as error:
            if not raised_here(error):
                raise
            self._stop()

    def _stop(self) -> None:
        """Wake the thread that waits for bytes of this stream."""
        progress = self._progress
        if progress.is_foreign:
            return
        with progress.lock:
            if not progress.over:
                progress.stopped = True
                shut(socket_of(self._response))


def _read(
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


class AsyncStream(StreamBase[ChunkT]):
    """Chunks of an answer, as they come. It can be read once; leave early with `close`, or use it in an `async with`.

    Errors in the middle are APIStreamErrors, which carry what had arrived. `status`, `headers` and `request_id` are
    those of the answer.
    """

    def __init__(
        self, head: Reply, reader: ChunkReader[ChunkT], progress: Progress, chunks: AsyncGeneratorType[ChunkT]
    ) -> None:
        super().__init__(head, reader, progress)
        self._chunks = chunks

    @classmethod
    async def open(cls, head: Reply, reader: ChunkReader[ChunkT], deadline: Deadline) -> Self:
        """A stream whose reading has begun, so that its end frees the connection."""
        progress = Progress()
        chunks = cast("AsyncGeneratorType[ChunkT]", _read_async(head.response, reader, deadline, progress))
        await anext(chunks)
        return cls(head, reader, progress, chunks)

    def __aiter__(self) -> AsyncIterator[ChunkT]:
        self._check_unread()
        return self

    async def __anext__(self) -> ChunkT:
        try:
            return await anext(self._chunks)
        except StopAsyncIteration:
            if self._progress.closed_by is None:
                raise
        except RuntimeError as error:
            # Python 3.11 believes some closed generators to be running for ever.
            if not raised_here(error):
                raise
        if self._progress.closed_by == _this_task():
            raise StopAsyncIteration
        raise self._taken()

    async def finish(self) -> None:
        """Read what is left, if anything is. Raises APIStreamError where the stream did not, or does not, end well."""
        async for _ in self._chunks if self._progress.over else self:
            pass
        if not self._reader.ended:
            raise self._reader.unfinished()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """End the request. What little is left is read within 50 ms, so that the connection can be used again.

        Another task that reads the stream at the moment is stopped: it gets a StreamClosedError.
        """
        progress = self._progress
        progress.close_by(_this_task())
        if not self._chunks.ag_running:
            await self._chunks.aclose()
        elif not (progress.over or progress.is_foreign):
            progress.stopped = True
            await _disconnect(self._response)


async def _read_async(
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
                data = await _next_within(body, deadline)
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
        progress.over = True
        if progress.is_foreign:
            leave_alone(response, body)
        else:
            if progress.drain:
                await _drain_async(body)
            await body.aclose()
            await response.aclose()


async def _next_within(body: AsyncIterator[bytes], deadline: Deadline) -> bytes | None:
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


async def _disconnect(response: Any) -> None:
    """Close the connection of a response, and so wake the task that reads it; not one that other requests share."""
    stream = None if response.http_version == "HTTP/2" else response.extensions.get("network_stream")
    if stream is not None:
        # The connection may be broken already, which wakes the reader as well.
        with contextlib.suppress(Exception):
            await stream.aclose()


def _this_task() -> int:
    import anyio

    return anyio.get_current_task().id
