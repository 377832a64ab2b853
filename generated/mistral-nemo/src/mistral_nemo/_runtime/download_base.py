"""What sync and async downloads share: the head of the response, the progress, and chunks of one size."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Iterator, Mapping
from typing import Any

from .api_response import ApiResponse, OpenResponse
from .call import Call
from .download_state import DownloadState
from .errors import APIError, StreamConsumedError
from .log import log_retry
from .part_file import PartFile, source_id
from .request_body import Progress
from .tracing import OperationSpan

Reopen = Callable[[Call, Mapping[str, str]], Any]
"""Sends the request of a call again with more headers: a response, or an awaitable of one. Raises APIError."""


class DownloadBase:
    """What both share: the head of the response, and the progress of the download."""

    def __init__(self, call: Call, head: ApiResponse, reopen: Reopen, span: OperationSpan | None) -> None:
        self.status = head.status
        self.headers: Mapping[str, str] = head.headers
        self.request_id: str | None = call.request_id(head.headers)
        self.content_type = head.content_type
        self._call = call
        self._response: OpenResponse = head.unread
        self._state = DownloadState(call, head)
        self._reopen = reopen
        self._span = None if span is None else span.hand_over()
        self._is_taken = False
        self._failure: APIError | None = None

    @property
    def status_code(self) -> int:
        """The same as `status`."""
        return self.status

    @property
    def size(self) -> int | None:
        """The total number of bytes; None if the server does not declare it, or compresses the body."""
        return self._state.size

    @property
    def start(self) -> int:
        """The offset of the first byte in the file."""
        return self._state.start

    def is_rest_of(self, size: int, version: str, source: str) -> bool:
        """Whether this goes on with the first bytes of a version of something, which an earlier download has left."""
        return self.source == source and self.start == size and self._state.is_rest_of(version)

    @property
    def source(self) -> str:
        """The identity of what is downloaded."""
        return source_id(self._call.operation.name, self._call.url)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(status {self.status}, {self._state.received:,} of {self.size} bytes)"

    def _take(self) -> None:
        if self._is_taken:
            raise self._call.facts(self.status, self.headers).error(
                StreamConsumedError, "the download was already read or closed; it can be read only once"
            )
        self._is_taken = True

    def _begin_file(self, file: PartFile, at: int) -> None:
        state = self._state
        can_go_on = at > 0 and self.status == 206 and state.start == at
        file.open(at if can_go_on else 0, state.validator if state.can_resume else "", self.source)

    def _progress(self, progress: Progress | None) -> object:
        """Report how much of the file there is, including the part from an earlier download."""
        state = self._state
        if progress is None:
            return None
        return progress(state.start + state.received, None if state.size is None else state.start + state.size)

    def _waits(self, failure: APIError) -> float | None:
        wait = self._state.wait(failure)
        if wait is not None:
            log_retry(self._call.context.logger, failure.message, wait, 1)
        return wait

    def _next_failure(self) -> APIError | None:
        """The failure of the last connection, which is then cleared; None if it did not break."""
        failure, self._failure = self._failure, None
        return failure

    def _ended(self, error: BaseException | None) -> None:
        if self._span is not None:
            self._span.end(self._call, type(error).__name__ if isinstance(error, Exception) else None)
            self._span = None


def in_chunks(pieces: Generator[bytes], size: int) -> Iterator[bytes]:
    """The same bytes, in chunks of `size`, the last one excepted."""
    cutter = _Cutter(size)
    with contextlib.closing(pieces):
        for piece in pieces:
            yield from cutter.cut(piece)
        yield from cutter.rest()


async def in_chunks_async(pieces: AsyncGenerator[bytes], size: int) -> AsyncIterator[bytes]:
    """Like `in_chunks`, for an asynchronous generator."""
    cutter = _Cutter(size)
    async with contextlib.aclosing(pieces):
        async for piece in pieces:
            for chunk in cutter.cut(piece):
                yield chunk
        for chunk in cutter.rest():
            yield chunk


class _Cutter:
    """Regroups chunks of any size into chunks of one size."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._held = bytearray()

    def cut(self, piece: bytes) -> Iterator[bytes]:
        """The chunks that this data completes."""
        self._held += piece
        whole = len(self._held) - len(self._held) % self._size
        yield from (bytes(self._held[start : start + self._size]) for start in range(0, whole, self._size))
        del self._held[:whole]

    def rest(self) -> Iterator[bytes]:
        """The rest at the end."""
        if self._held:
            yield bytes(self._held)
