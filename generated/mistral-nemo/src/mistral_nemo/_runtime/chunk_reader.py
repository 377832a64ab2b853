"""Decodes a stream of events from bytes to chunks, without I/O. Sync and async streams feed it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from .accumulate import as_chunk
from .api_response import ApiResponse
from .error_body import Problem, error_in, parse_json, read_problem
from .errors import (
    APIStreamError,
    EventTooLargeError,
    NotAStreamError,
    StreamDecodeError,
    StreamEventError,
    StreamInterruptedError,
    StreamStalledError,
    StreamTruncatedError,
)
from .event_trail import EventTrail
from .events import DEFAULT_NAME, Event, EventParser, EventTooLarge, StreamEvent
from .json_lines import LineParser, RecordParser
from .log import log_retry
from .mismatch import Mismatch
from .not_numbers import with_not_numbers
from .responses import contract_broken, disguised, finish, is_refused, read_result
from .stream_errors import TAIL, StreamErrors

if TYPE_CHECKING:
    from .call import Call
    from .operation import StreamOperation
    from .tracing import OperationSpan

ChunkT = TypeVar("ChunkT")

_N, _I = b"NI"
_PARSERS: dict[str, Callable[[int], EventParser | LineParser]] = {
    "events": EventParser,
    "lines": LineParser,
    "records": RecordParser,
}


class ChunkReader(StreamErrors, Generic[ChunkT]):
    """Reads one stream. `feed` it bytes, then `close` it. Both return chunks, and raise after the last valid one.

    `done`: the end marker has arrived, and the rest is ignored. `ended`: everything was read, and the stream was
    complete.
    """

    def __init__(self, call: Call, response: ApiResponse, span: OperationSpan | None = None) -> None:
        options = call.context.options
        operation = cast("StreamOperation[Any, ChunkT]", call.operation)
        self.done = False
        self.ended = False
        super().__init__(call, operation, response)
        self._operation = operation
        self.as_events = False
        self._span = None if span is None else span.hand_over()
        self._reply = response
        self._parser = _PARSERS[operation.framing](options.max_event_bytes)
        self._decoder = call.context.decoders[operation.chunk]
        # The decoder was chosen by the name of the type of a chunk, so what it gives is one.
        self._validate = cast("Callable[..., ChunkT]", self._decoder.validate_json)
        self._is_text = self._decoder.kind is str
        self._may_fail = not self._decoder.may_have("error")
        self._takes_all = self._may_fail and self._decoder.takes_all
        self._others = (b"{", b"[", b"<") if operation.framing == "events" else (b"<",)
        self._add = None if self._accumulator is None else self._accumulator.add
        self._marker = None if operation.end_marker is None else operation.end_marker.encode()
        self._invalid = self._decoder.invalid
        self._begun = False
        self._other: list[bytes] | None = None
        self._trail = EventTrail() if call.may_resume and operation.framing == "events" else None
        self._failures = 0

    def feed(self, data: bytes) -> Iterable[ChunkT]:
        """The chunks that are complete with these bytes."""
        if not self._begun:
            self._begin(data)
        if self._other is not None:
            self._other.append(data)
            return ()
        try:
            events = self._parser.feed(data)
        except EventTooLarge as error:
            raise self._error(EventTooLargeError, str(error)) from None
        # Nearly every read of nearly every stream brings one event: no generator is made for it.
        return self._chunk(*events[0]) if len(events) == 1 else self._chunks(events)

    def read_whole(self, body: bytes) -> None:
        """The body arrived at once, under a content type other than a stream's. An error in it is raised
        immediately."""
        self._begin(body)
        if self._other is not None:
            self._read_other(body)
            self._begun, self._other = False, None

    def close(self) -> Iterator[ChunkT]:
        """The remaining chunks at the end of the body. Raises if the response in the stream is not complete."""
        if self._other is not None:
            yield self._read_other(b"".join(self._other))
            self.ended = True
            return
        rest = self._parser.pending
        try:
            yield from self._chunks(self._parser.close())
        except StreamDecodeError:
            raise self._error(StreamTruncatedError, "the stream ended within an event", rest) from None
        if not self.done and not self._complete():
            what = "the stream ended before the response was complete" if self._count else "the stream is empty"
            raise self._error(StreamTruncatedError, what, rest)
        self.ended = True

    def wait_to_resume(self, failure: APIStreamError) -> float | None:
        """Seconds to wait before the stream is resumed after its last event; None if the failure is raised.

        The server's last `retry` takes precedence over our own delay. Each new event resets the number of attempts.
        """
        trail = self._trail
        is_break = isinstance(failure, (StreamInterruptedError, StreamStalledError, StreamTruncatedError))
        if trail is None or not is_break or not trail.can_resume or self._call.deadline.passed:
            return None
        policy = self._call.context.options.retry
        self._failures += 1
        wait = policy.delay(self._failures, 0.0, {})
        said = getattr(self._parser, "retry", None)
        if wait is not None and said is not None:
            wait = said / 1000 if said / 1000 <= policy.longest_retry_after else None
        remaining = self._call.deadline.remaining
        if wait is None or (remaining is not None and wait >= remaining):
            return None
        log_retry(self._call.context.logger, failure.message, wait, self._failures)
        return wait

    def resume_headers(self) -> dict[str, str]:
        """The header that tells the server where to resume, in UTF-8 (WHATWG HTML, 9.2.3)."""
        assert self._trail is not None, "the stream may resume"
        return {"last-event-id": self._trail.last_id.encode().decode("latin-1")}

    def resume(self) -> None:
        """Data that is fed from now on comes from a new connection."""
        assert self._trail is not None, "the stream may resume"
        said = getattr(self._parser, "retry", None)
        parser = EventParser(self._call.context.options.max_event_bytes, self._trail.last_id)
        parser.retry = said
        self._parser, self._begun, self._other = parser, False, None
        self._trail.resume()

    def _begin(self, data: bytes) -> None:
        """Events begin with a letter, a colon or a byte order mark; an object, a list or a page is something else."""
        start = data.lstrip()[:1]
        self._begun = bool(start)
        if start in self._others:
            self._other = []

    def _chunks(self, events: list[Event]) -> Iterator[ChunkT]:
        for data, name, last_id in events:
            if self.done:
                return
            yield from self._chunk(data, name, last_id)

    def _chunk(self, data: bytes, name: str, last_id: str) -> tuple[ChunkT, ...]:
        """The chunk in an event; nothing if it is the end marker, or was given before."""
        if data == self._marker:
            self._end()
            return ()
        trail = self._trail
        if not data or (trail is not None and trail.is_known(data, last_id)):
            return ()
        if trail is not None:
            trail.note(data, last_id)
            self._failures = 0
        if name or (self._takes_all and (b'"error"' in data or b'"statusCode"' in data)):
            self._check(data, name)
        try:
            chunk = self._validate(data, strict=True)
        except self._invalid:
            if data.strip() == self._marker:
                self._end()
                return ()
            chunk, fits = self._fitted(data, name)
            if not fits:
                self._count += 1
                return (self._event(name, last_id, data, chunk) if self.as_events else chunk,)
        else:
            # An error that is decoded to a model is among its undeclared properties, which few chunks have.
            if self._may_fail and getattr(chunk, "__pydantic_extra__", None) != {} and b'"error"' in data:
                self._check(data, name)
            # To look for a single byte takes a fifth of the time, and most chunks have neither.
            if (_N in data or _I in data) and (b"NaN" in data or b"Infinity" in data) and not self._is_text:
                chunk = self._checked(data, chunk, ())
        if self._add is not None:
            self._add(data)
        self._count += 1
        return (self._event(name, last_id, data, chunk) if self.as_events else chunk,)

    def _event(self, name: str, last_id: str, data: bytes, chunk: ChunkT) -> ChunkT:
        """The chunk with the event that it came in, for a reader who asked for it, and knows its type."""
        event = StreamEvent(name or DEFAULT_NAME, last_id, data.decode("utf-8", "replace"), chunk)
        return cast(ChunkT, event)

    def release(self, error: BaseException | None) -> None:
        """End the span: the stream is over, complete or not, or was closed."""
        if self._span is not None:
            failed = isinstance(error, Exception)
            self._span.end(self._call, type(error).__name__ if failed else None)
            self._span = None

    def _end(self) -> None:
        """The end marker has arrived. Raises if no response came before it, but one was expected."""
        self.done = True
        if self._accumulator is not None and not self._count:
            raise self._error(StreamTruncatedError, "the stream is empty")
        self.ended = True

    def _check(self, data: bytes, name: str) -> None:
        """Raise the error that an event may hold."""
        document = parse_json(data)
        problem = None if self._decoder.may_have("error") else error_in(document)
        if problem is None and name == "error":
            problem = read_problem(document if document is not None else data.decode("utf-8", "replace"))
        if problem is not None:
            raise self._event_error(problem, data)

    def _event_error(self, problem: Problem, data: bytes) -> StreamEventError:
        message = problem.message or "the API sent an error in the stream"
        return self._error(StreamEventError, message, data, problem)

    def _fitted(self, data: bytes, name: str) -> tuple[ChunkT, bool]:
        """A chunk that the fast path rejected, with everything that fits; as received, and False, if nothing does.

        An unknown event name or an unknown variant of a union does not end the stream: the API may be newer than the
        client.
        """
        document = parse_json(data)
        is_unknown = name not in ("", DEFAULT_NAME)
        if document is None and data.strip() != b"null":
            if not is_unknown:
                raise self._error(StreamDecodeError, "an event of the stream is not JSON", data)
            text = data.decode("utf-8", "replace")
            return self._checked(data, text, (self._nothing_fits(text),), as_it_came=True), False
        self._check(data, "")
        decoded = self._decoder.decode(data)
        as_it_came = decoded.is_lost and (is_unknown or (self._decoder.is_union and isinstance(document, dict)))
        return self._checked(data, *decoded, as_it_came=as_it_came), not decoded.is_lost

    def _nothing_fits(self, text: str) -> Mismatch:
        return Mismatch("", self._operation.chunk, repr(text[:TAIL]))

    def _checked(
        self, data: bytes, found: object, mismatches: tuple[Mismatch, ...], *, as_it_came: bool = False
    ) -> ChunkT:
        """A chunk that the fast path rejected, with its mismatches. Raises for these if strict."""
        mismatches = with_not_numbers(data, mismatches)
        if is_refused(self._call, mismatches, as_it_came):
            raise self._contract_broken(mismatches, data)
        return cast(ChunkT, finish(self._call, found, mismatches, self.facts, as_it_came=as_it_came))

    def _contract_broken(self, mismatches: tuple[Mismatch, ...], data: bytes) -> StreamDecodeError:
        broken = contract_broken(StreamDecodeError, "a chunk", mismatches, self.facts)
        return self._carrying(broken, data)

    def _complete(self) -> bool:
        if self._accumulator is not None and self._accumulator.finished:
            return True
        rule = self._operation.accumulate
        return self._marker is None and (rule is None or rule.finished is None)

    def _read_other(self, body: bytes) -> ChunkT:
        """The response is not a stream. A complete response is returned as a single chunk; anything else is an
        error."""
        response = ApiResponse(self._reply.status, self._reply.headers, body)
        rule, document = self._operation.accumulate, parse_json(body)
        problem = error_in(document)
        if problem is not None:
            raise disguised(problem, body, self.facts)
        if rule is None or not isinstance(document, dict) or rule.items not in document:
            raise self._error(NotAStreamError, f"expected a stream, got {_kind(body)}", body)
        self._whole = read_result(self._call, response)
        self._count = 1
        chunk = cast(ChunkT, self._decoder.repair(as_chunk(document, rule))[0])
        return self._event("", "", body, chunk) if self.as_events else chunk


def _kind(body: bytes) -> str:
    start = body.lstrip()[:1]
    if start == b"<":
        return "an HTML page"
    return "JSON" if parse_json(body) is not None else "truncated or invalid JSON"
