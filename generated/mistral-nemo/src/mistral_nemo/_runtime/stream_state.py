"""What both kinds of stream share: their head and reader, how far they are, and who closed them."""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from typing import Generic, Protocol, TypeVar

from .api_response import ApiResponse, OpenResponse
from .chunk_reader import ChunkReader
from .errors import APIStreamError

ChunkT = TypeVar("ChunkT")

DRAIN_SECONDS = 0.05
"""How long the end of a stream is waited for after its last event, so that its connection can be used again."""


class _Event(Protocol):
    """An event of threads, or of tasks."""

    def set(self) -> object: ...


class Progress:
    """What a stream and its generator tell each other; the generator must not hold the stream, nor be held by a cycle:
    a stream that nobody holds any more is to free its connection at once.

    `over`: the connection is not the stream's any more, and must not be touched. `stopped`: the connection was shut
    while it was read. `closed_by` is the thread or task that closed a stream which was not over.
    """

    __slots__ = ("closed_by", "drain", "lock", "over", "process", "response", "stopped", "wake")

    def __init__(self) -> None:
        self.over = False
        # Of the connection that is read now; None while the stream waits for another one, until `wake` is set.
        self.response: OpenResponse | None = None
        self.wake: _Event | None = None
        self.stopped = False
        self.drain = False
        self.closed_by: int | None = None
        self.process = os.getpid()
        # Between threads: a connection that is shut must not be another request's already.
        self.lock = threading.Lock()

    @property
    def is_foreign(self) -> bool:
        """True in a process that was forked from the one that opened the stream."""
        return self.process != os.getpid()

    def close_by(self, who: int) -> None:
        """Note that a thread or task closes the stream, and wants what little is left of it to be read."""
        self.drain = True
        if not self.over and self.closed_by is None:
            self.closed_by = who


class StreamBase(Generic[ChunkT]):
    """What both kinds of stream know: the head of the response, and the reader."""

    def __init__(self, head: ApiResponse, reader: ChunkReader[ChunkT], progress: Progress) -> None:
        self.status = head.status
        self.headers: Mapping[str, str] = head.headers
        self.request_id: str | None = reader.facts.request_id
        self._response = head.unread
        self._reader = reader
        self._progress = progress

    def __repr__(self) -> str:
        return f"{type(self).__name__}(status {self.status}, request id {self.request_id})"

    def snapshot(self) -> object:
        """What has arrived so far, assembled; None if the chunks of this stream do not add up to a response."""
        return self._reader.snapshot()

    def _check_unread(self) -> None:
        if self._progress.over:
            raise self._reader.consumed()

    def _taken(self) -> APIStreamError:
        """The error for a reader whose stream another thread or task has closed, or reads."""
        return self._reader.shared() if self._progress.closed_by is None else self._reader.closed()


def raised_here(error: Exception) -> bool:
    """True if a generator did not run: Python refused to resume it while another thread or task was inside."""
    return error.__traceback__ is not None and error.__traceback__.tb_next is None
