"""Sends calls and returns their results: the only part that differs between the sync and the async client.

Generated modules import both from here.
"""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, Unpack, cast

from .api_base import ApiBase
from .api_response import ApiResponse
from .async_api import AsyncApi as AsyncApi
from .authorization import authorize
from .call import Call
from .call_arguments import CallArguments, Given
from .errors import APIError, raise_alone
from .hooks import run, through
from .observing import observe, request_for_hooks
from .omit import Omit
from .read_response import head_of, is_read_later, read_body, read_whole
from .request_builder import with_stream
from .tokens import TokenRefused, TokenUnreachable
from .tracing import OperationSpan, covered, span_of
from .transport import SyncTransport
from .whole_body import WholeBody

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .operation import Operation, StreamOperation
    from .pages import Pages
    from .response_stream import StreamManager
    from .stream import Stream

ResultT = TypeVar("ResultT")
ChunkT = TypeVar("ChunkT")


class Api(ApiBase[SyncTransport]):
    """Synchronous calls. Safe to share between threads."""

    @property
    def raw(self) -> Api:
        """The same, but each call returns a RawResponse. `raw_method` types the methods that use it."""
        return Api(self._settings, self._options, self._transport, raw=True)

    @property
    def streamed(self) -> Api:
        """The same, but each call returns a DownloadStream. `streamed_method` turns them into context managers."""
        return Api(self._settings, self._options, self._transport, downloads=True)

    def call(
        self,
        operation: Operation[ResultT],
        **given: Unpack[Given],
    ) -> ResultT:
        """Send one request, with retries, and return the object in the response. Raises APIError."""
        arguments = CallArguments(operation=operation, downloading=self._downloads, **given)
        return cast(ResultT, self._through(arguments))

    def pages(self, operation: Operation[ResultT], **given: Unpack[Given]) -> Pages[ResultT, Any]:
        """The results of all pages, fetched lazily."""
        from .pages import Pages

        return Pages(self.raw.call, operation, given, is_raw=self._raw)

    def open_stream(
        self,
        operation: StreamOperation[Any, ChunkT],
        **given: Unpack[Given],
    ) -> Stream[ChunkT]:
        """Send one request and return its response as a stream. Raises APIError."""
        return cast("Stream[ChunkT]", self._through(CallArguments(operation=operation, streaming=True, **given)))

    def call_or_stream(
        self, operation: StreamOperation[ResultT, ChunkT], *, stream: bool | Omit, **given: Unpack[Given]
    ) -> ResultT | Stream[ChunkT]:
        """Like `open_stream` if `stream` is True, else like `call`. Sets the body's property accordingly."""
        given["body"] = with_stream(operation, given.get("body"), stream)
        if stream is True:
            return self.open_stream(operation, **given)
        return self.call(operation, **given)

    def stream_manager(
        self, operation: StreamOperation[ResultT, ChunkT], **given: Unpack[Given]
    ) -> StreamManager[ChunkT, ResultT]:
        """A context manager for a stream whose chunks are assembled as they arrive."""
        from .response_stream import StreamManager

        assert operation.accumulate is not None
        given["body"] = with_stream(operation, given.get("body"), True)
        return StreamManager(lambda: self.open_stream(operation, **given), operation.accumulate)

    def _through(self, given: CallArguments) -> object:
        middleware = self._options.middleware
        return through(middleware, given, self._send) if middleware else self._send(given)

    def _send(self, given: CallArguments) -> object:
        call = self._begun(given)
        span = span_of(call)
        with covered(span, call):
            response = self._exchange(call)
            if self._downloads:
                return self._download(call, response, span)
            return self._stream(call, response, span) if given.streaming else self._result(call, response)

    def _download(self, call: Call, response: ApiResponse, span: OperationSpan | None) -> object:
        from .downloads import DownloadStream

        if call.hides_error(response):
            try:
                body = read_body(response, call.deadline)
            except Exception as error:  # noqa: BLE001  # from any HTTP library
                raise_alone(call.broken(error))
            call.read(replace(response, body=body))
            response = replace(response, unread=WholeBody(body))
        return DownloadStream(call, response, self._reopen, span)

    def _reopen(self, call: Call, headers: Mapping[str, str]) -> ApiResponse:
        return self._exchange(call.again(headers))

    def _stream(self, call: Call, response: ApiResponse, span: OperationSpan | None) -> object:
        from .chunk_reader import ChunkReader
        from .stream import Stream

        reader: ChunkReader[Any] = ChunkReader(call, response, span)
        if response.unread is None:
            reader.read_whole(response.body)
            response = replace(response, unread=WholeBody(response.body))
        stream = Stream(response, reader, call.deadline, partial(self._reopen, call))
        return self._opened(call, stream, response)

    def _exchange(self, call: Call) -> ApiResponse:
        while True:
            outcome = self._attempt(call)
            try:
                run(self._options.on_response, observe(call, outcome))
            except BaseException:
                # Nobody will read the stream.
                if isinstance(outcome, ApiResponse) and outcome.unread is not None:
                    outcome.unread.close()
                raise
            if call.may_renew(outcome):
                changed = self._authorize(call, renew=True)
                if call.is_renewed(changed):
                    continue
                outcome = changed if isinstance(changed, APIError) else outcome
            wait = call.judge(outcome)
            if wait is not None:
                time.sleep(wait)
            elif isinstance(outcome, ApiResponse) and 200 <= outcome.status < 300:
                return outcome
            else:
                raise_alone(call.refused(outcome) if isinstance(outcome, ApiResponse) else outcome)

    def _attempt(self, call: Call) -> ApiResponse | APIError:
        """Send once. Failures are returned as values: retries are decided elsewhere."""
        announced = request_for_hooks(call)
        run(self._options.on_request, announced)
        if not call.grant.is_current:
            failed = self._authorize(call)
            if isinstance(failed, APIError):
                return failed
        prepared, steps = call.begin(announced)
        try:
            head = head_of(self._transport.open(prepared, steps))
            if is_read_later(call, head):
                return head
            return read_whole(head, call.deadline)
        except Exception as error:  # noqa: BLE001  # from any HTTP library
            return call.broken(error)

    def _authorize(self, call: Call, renew: bool = False) -> bool | APIError:
        """Whether the next request has other credentials than the last; an error if it has none."""
        try:
            return authorize(call, self._transport, renew=renew)
        except (TokenRefused, TokenUnreachable) as error:
            return call.unauthorized(error)
