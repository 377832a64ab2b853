"""Streams of chunks."""

from __future__ import annotations

import threading
from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator
from types import AsyncGeneratorType, TracebackType
from typing import TypeVar, cast

from .api_response import ApiResponse
from .chunk_reader import ChunkReader
from .events import StreamEvent
from .read_deadline import shut, socket_of
from .stream_reading import AsyncReopen, Reopen, disconnect, read_chunks, read_chunks_async
from .stream_state import Progress, StreamBase, raised_here
from .timeouts import Deadline

ChunkT = TypeVar("ChunkT")


class Stream(StreamBase[ChunkT]):
    """Chunks of a response, as they arrive. It can be read once; leave early with `close`, or use it in a `with` block.

    Errors in the middle are APIStreamErrors, which carry what had arrived. `status`, `headers` and `request_id` are
    those of the response.
    """

    def __init__(self, head: ApiResponse, reader: ChunkReader[ChunkT], deadline: Deadline, reopen: Reopen) -> None:
        super().__init__(head, reader, Progress())
        self._chunks = cast("Generator[ChunkT]", read_chunks(head.unread, reader, deadline, self._progress, reopen))
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

    def events(self) -> Iterator[StreamEvent[ChunkT]]:
        """The chunks, each with its event: name, id and data."""
        self._check_unread()
        return self._as_events()

    def _as_events(self) -> Iterator[StreamEvent[ChunkT]]:
        self._reader.as_events = True
        try:
            # Not `yield from`, which would close the stream when this generator is left.
            for event in cast("Iterator[StreamEvent[ChunkT]]", self):  # noqa: UP028
                yield event
        finally:
            self._reader.as_events = False

    def finish(self) -> None:
        """Read the rest of the stream, if any. Raises APIStreamError if it does not, or did not, end properly."""
        for _ in self._chunks if self._progress.over else self:
            pass
        if not self._reader.ended:
            raise self._reader.unfinished()

    def __enter__(self) -> Stream[ChunkT]:
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
                if progress.response is not None:
                    shut(socket_of(progress.response))
                elif progress.wake is not None:
                    progress.wake.set()


class AsyncStream(StreamBase[ChunkT]):
    """Chunks of a response, as they arrive. It can be read once; leave early with `close`, or use it in an `async
    with`.

    Errors in the middle are APIStreamErrors, which carry what had arrived. `status`, `headers` and `request_id` are
    those of the response.
    """

    def __init__(
        self, head: ApiResponse, reader: ChunkReader[ChunkT], progress: Progress, chunks: AsyncGeneratorType[ChunkT]
    ) -> None:
        super().__init__(head, reader, progress)
        self._chunks = chunks

    @classmethod
    async def open(
        cls, head: ApiResponse, reader: ChunkReader[ChunkT], deadline: Deadline, reopen: AsyncReopen
    ) -> AsyncStream[ChunkT]:
        """A stream whose reading has begun, so that its end frees the connection."""
        progress = Progress()
        read = read_chunks_async(head.unread, reader, deadline, progress, reopen)
        chunks = cast("AsyncGeneratorType[ChunkT]", read)
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

    def events(self) -> AsyncIterator[StreamEvent[ChunkT]]:
        """The chunks, each with its event: name, id and data."""
        self._check_unread()
        return self._as_events()

    async def _as_events(self) -> AsyncGenerator[StreamEvent[ChunkT]]:
        self._reader.as_events = True
        try:
            async for event in cast("AsyncIterator[StreamEvent[ChunkT]]", self):
                yield event
        finally:
            self._reader.as_events = False

    async def finish(self) -> None:
        """Read the rest of the stream, if any. Raises APIStreamError if it does not, or did not, end properly."""
        async for _ in self._chunks if self._progress.over else self:
            pass
        if not self._reader.ended:
            raise self._reader.unfinished()

    async def __aenter__(self) -> AsyncStream[ChunkT]:
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
            if progress.response is not None:
                await disconnect(progress.response)
            elif progress.wake is not None:
                progress.wake.set()


def _this_task() -> int:
    import anyio

    return anyio.get_current_task().id
