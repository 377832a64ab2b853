"""Streams of chunks, as they come."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, cast

from .process import leave_alone
from .read_deadline import Alarm

if TYPE_CHECKING:
    from .chunk_reader import ChunkReader
    from .errors import APIStreamError
    from .responses import Reply
    from .timeouts import Deadline

ChunkT = TypeVar("ChunkT")

DRAIN_SECONDS = 0.05
"""How long the end of a stream is waited for after its last event, so that its connection can be used again."""


class Progress:
    """What a stream and its generator tell each other; the generator must not hold the stream, nor be held by a cycle:
    a stream that nobody holds any more is to free its connection at once."""

    __slots__ = ("drain", "over", "process")

    def __init__(self) -> None:
        self.over = False
        self.drain = False
        self.process = os.getpid()

    @property
    def is_foreign(self) -> bool:
        """True in a process that was forked from the one that opened the stream."""
        return self.process != os.getpid()


class _StreamBase(Generic[ChunkT]):
    """What both kinds of stream know: the head of the answer, and the reader."""

    def __init__(self, head: Reply, reader: ChunkReader[ChunkT], progress: Progress) -> None:
        self.status = head.status
        self.headers: Mapping[str, str] = head.headers
        self.request_id: str | None = reader.facts.request_id
        self._reader = reader
        self._progress = progress

    def __repr__(self) -> str:
        return f"{type(self).__name__}(status {self.status}, request id {self.request_id})"

    def snapshot(self) -> Any:
        """What has arrived so far, put together; None where the chunks of this stream do not add up to an answer."""
        return self._reader.snapshot()

    def _check_unread(self) -> None:
        if self._progress.over:
            raise self._reader.consumed()


class Stream(_StreamBase[ChunkT]):
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
        return self._chunks

    def __next__(self) -> ChunkT:
        return next(self._chunks)

    def finish(self) -> None:
        """Read what is left, if anything is. Raises APIStreamError where the stream did not, or does not, end well."""
        for _ in self._chunks:
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
        """End the request. What little is left is read within 50 ms, so that the connection can be used again."""
        self._progress.drain = True
        self._chunks.close()


def _read(
    response: Any, reader: ChunkReader[ChunkT], deadline: Deadline, progress: Progress
) -> Generator[ChunkT | None]:
    """First None, so that the generator is started and its end frees the connection; then the chunks."""
    body = response.iter_bytes()
    at = deadline.at
    alarm = Alarm(response, at)
    failure: APIStreamError | None = None
    try:
        yield None
        with alarm:
            while not reader.done:
                if progress.is_foreign:
                    raise reader.foreign()
                try:
                    data = next(body, None)
                except Exception as error:  # noqa: BLE001  # of whatever library carries the bytes
                    data, failure = None, reader.broken(error)
                if at is not None and (alarm.rung or deadline.passed):
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
        progress.over = True
        if progress.is_foreign:
            leave_alone(response, body)
        else:
            if progress.drain:
                _drain(response, body)
            body.close()
            response.close()


class WholeBody:
    """A body that was read before, in the place of a response that is still to be read."""

    http_version = ""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self.extensions: dict[str, Any] = {}

    def iter_bytes(self) -> Generator[bytes]:
        """The body, in one piece."""
        yield self._body

    async def aiter_bytes(self) -> AsyncGenerator[bytes]:
        """The body, in one piece."""
        yield self._body

    def close(self) -> None:
        """There is nothing to close."""

    async def aclose(self) -> None:
        """There is nothing to close."""


def _drain(response: Any, body: Iterator[bytes]) -> None:
    end = time.monotonic() + DRAIN_SECONDS
    # Whatever goes wrong now, the answer is complete, or nobody wants it.
    with Alarm(response, end), contextlib.suppress(Exception):
        for _ in body:
            if time.monotonic() >= end:
                return


class AsyncStream(_StreamBase[ChunkT]):
    """Chunks of an answer, as they come. It can be read once; leave early with `close`, or use it in an `async with`.

    Errors in the middle are APIStreamErrors, which carry what had arrived. `status`, `headers` and `request_id` are
    those of the answer.
    """

    def __init__(
        self, head: Reply, reader: ChunkReader[ChunkT], progress: Progress, chunks: AsyncGenerator[ChunkT]
    ) -> None:
        super().__init__(head, reader, progress)
        self._chunks = chunks

    @classmethod
    async def open(cls, head: Reply, reader: ChunkReader[ChunkT], deadline: Deadline) -> Self:
        """A stream whose reading has begun, so that its end frees the connection."""
        progress = Progress()
        chunks = cast("AsyncGenerator[ChunkT]", _read_async(head.response, reader, deadline, progress))
        await anext(chunks)
        return cls(head, reader, progress, chunks)

    def __aiter__(self) -> AsyncIterator[ChunkT]:
        self._check_unread()
        return self._chunks

    async def __anext__(self) -> ChunkT:
        return await anext(self._chunks)

    async def finish(self) -> None:
        """Read what is left, if anything is. Raises APIStreamError where the stream did not, or does not, end well."""
        async for _ in self._chunks:
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
        """End the request. What little is left is read within 50 ms, so that the connection can be used again."""
        self._progress.drain = True
        await self._chunks.aclose()


async def _read_async(
    response: Any, reader: ChunkReader[ChunkT], deadline: Deadline, progress: Progress
) -> AsyncGenerator[ChunkT | None]:
    """First None, so that the generator is started and its end frees the connection; then the chunks."""
    body = response.aiter_bytes()
    at = deadline.at
    failure: APIStreamError | None = None
    try:
        yield None
        while not reader.done:
            if progress.is_foreign:
                raise reader.foreign()
            try:
                data = await _next_within(body, deadline)
            except Exception as error:  # noqa: BLE001  # of whatever library carries the bytes
                data, failure = None, reader.broken(error)
            if at is not None and deadline.passed:
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
