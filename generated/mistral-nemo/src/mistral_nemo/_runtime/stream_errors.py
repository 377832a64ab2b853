"""What goes wrong with a stream: errors that carry what had arrived."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from .accumulate import Accumulator
from .api_response import ApiResponse
from .error_body import NO_PROBLEM, Problem
from .error_facts import ErrorFacts
from .errors import (
    APIStreamError,
    APITimeoutError,
    StreamClosedError,
    StreamConsumedError,
    StreamInterruptedError,
    StreamStalledError,
    StreamTruncatedError,
)
from .responses import annotated

if TYPE_CHECKING:
    from .call import Call
    from .operation import StreamOperation

StreamErrorT = TypeVar("StreamErrorT", bound=APIStreamError)

TAIL = 200
"""The number of bytes of a faulty event that an error shows."""


class StreamErrors:
    """The errors of one stream, and what of its response they carry. The reader of its chunks counts and adds these."""

    def __init__(self, call: Call, operation: StreamOperation[Any, Any], response: ApiResponse) -> None:
        self.facts: ErrorFacts = call.facts(response.status, response.headers)
        self._call = call
        self._rule = operation.accumulate
        self._accumulator = None if self._rule is None else Accumulator(self._rule)
        self._count = 0
        self._whole: object = None

    def broken(self, error: Exception) -> APIStreamError:
        """The error for what the HTTP library raised while the stream was read."""
        cause = self._call.broken(error)
        if isinstance(cause, APITimeoutError):
            stalled = self._error(StreamStalledError, f"the stream stalled: {cause.message}")
            stalled.step, stalled.sent = cause.step, True
            return stalled
        interrupted = self._error(StreamInterruptedError, f"the stream was interrupted: {cause.message}")
        interrupted.sent = True
        return interrupted

    def foreign(self) -> APIStreamError:
        """The error for reading in a process that was forked from the one that opened the stream."""
        return self._error(StreamInterruptedError, "the stream was opened in another process: open one in this process")

    def late(self) -> APIStreamError:
        """The error for a stream that exceeds the total timeout."""
        return self.broken(TimeoutError())

    def consumed(self) -> APIStreamError:
        """The error for a second reading."""
        return self.facts.error(StreamConsumedError, "the stream was already read or closed; it can be read only once")

    def shared(self) -> APIStreamError:
        """The error for reading a stream that another thread or task is reading."""
        return self.facts.error(StreamConsumedError, "another thread or task is reading the stream")

    def closed(self) -> APIStreamError:
        """The error for the reader of a stream that another thread or task has closed."""
        return self._error(StreamClosedError, "the stream was closed from another thread or task")

    def unfinished(self) -> APIStreamError:
        """The error for asking for the complete response of a stream that was left before its end."""
        return self._error(StreamTruncatedError, "the stream was left before its end: there is no complete response")

    def snapshot(self) -> object:
        """What has arrived, assembled; None if nothing has, or if the chunks do not add up to a response."""
        if self._whole is not None or self._accumulator is None:
            return self._whole
        document = self._accumulator.document()
        if document is None:
            return None
        assert self._rule is not None, "its accumulator exists"
        found, mismatches = self._call.context.decoders[self._rule.result].repair(document)
        return annotated(found, mismatches, self.facts)

    def _error(
        self, kind: type[StreamErrorT], message: str, tail: bytes = b"", problem: Problem = NO_PROBLEM
    ) -> StreamErrorT:
        return self._carrying(self.facts.error(kind, message, tail, problem), tail)

    def _carrying(self, error: StreamErrorT, tail: bytes) -> StreamErrorT:
        """The error with what had arrived."""
        error.chunks = self._count
        error.tail = self.facts.redact(tail[:TAIL].decode("utf-8", "replace"))
        error.partial = self.snapshot()
        return error
