"""Sends calls for asyncio and trio and returns their results: `api` with `await`."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, Unpack, cast

from .api_base import ApiBase
from .api_response import ApiResponse
from .authorization import authorize_async
from .call import Call
from .call_arguments import CallArguments, Given
from .errors import APIError, raise_alone
from .hooks import run_async, through_async
from .http_request import Prepared, Steps
from .observing import observe, request_for_hooks
from .omit import Omit
from .read_response import head_of, is_read_later, read_body_async, read_whole_async
from .request_builder import with_stream
from .tokens import TokenRefused, TokenUnreachable
from .tracing import OperationSpan, covered, span_of
from .transport import AsyncTransport
from .whole_body import WholeBody

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .operation import Operation, StreamOperation
    from .pages import AsyncPages
    from .response_stream import AsyncStreamManager
    from .stream import AsyncStream

ResultT = TypeVar("ResultT")
ChunkT = TypeVar("ChunkT")


class AsyncApi(ApiBase[AsyncTransport]):
    """Calls for asyncio and trio. Safe to share between tasks."""

    @property
    def raw(self) -> AsyncApi:
        """The same, but each call returns a RawResponse. `async_raw_method` types the methods that use it."""
        return AsyncApi(self._settings, self._options, self._transport, raw=True)

    @property
    def streamed(self) -> AsyncApi:
        """The same, but each call returns an AsyncDownloadStream. `async_streamed_method` turns them into context
        managers."""
        return AsyncApi(self._settings, self._options, self._transport, downloads=True)

    async def call(
        self,
        operation: Operation[ResultT],
        **given: Unpack[Given],
    ) -> ResultT:
        """Send one request, with retries, and return the object in the response. Raises APIError."""
        arguments = CallArguments(operation=operation, downloading=self._downloads, **given)
        return cast(ResultT, await self._through(arguments))

    def pages(self, operation: Operation[ResultT], **given: Unpack[Given]) -> AsyncPages[ResultT, Any]:
        """The results of all pages, fetched lazily."""
        from .pages import AsyncPages

        return AsyncPages(self.raw.call, operation, given, is_raw=self._raw)

    async def open_stream(
        self,
        operation: StreamOperation[Any, ChunkT],
        **given: Unpack[Given],
    ) -> AsyncStream[ChunkT]:
        """Send one request and return its response as a stream. Raises APIError."""
        return cast(
            "AsyncStream[ChunkT]", await self._through(CallArguments(operation=operation, streaming=True, **given))
        )

    async def call_or_stream(
        self, operation: StreamOperation[ResultT, ChunkT], *, stream: bool | Omit, **given: Unpack[Given]
    ) -> ResultT | AsyncStream[ChunkT]:
        """Like `open_stream` if `stream` is True, else like `call`. Sets the body's property accordingly."""
        given["body"] = with_stream(operation, given.get("body"), stream)
        if stream is True:
            return await self.open_stream(operation, **given)
        return await self.call(operation, **given)

    def stream_manager(
        self, operation: StreamOperation[ResultT, ChunkT], **given: Unpack[Given]
    ) -> AsyncStreamManager[ChunkT, ResultT]:
        """A context manager for a stream whose chunks are assembled as they arrive."""
        from .response_stream import AsyncStreamManager

        assert operation.accumulate is not None
        given["body"] = with_stream(operation, given.get("body"), True)
        return AsyncStreamManager(lambda: self.open_stream(operation, **given), operation.accumulate)

    async def _through(self, given: CallArguments) -> object:
        middleware = self._options.middleware
        return await (through_async(middleware, given, self._send) if middleware else self._send(given))

    async def _send(self, given: CallArguments) -> object:
        call = self._begun(given)
        span = span_of(call)
        with covered(span, call):
            response = await self._exchange(call)
            if self._downloads:
                return await self._download(call, response, span)
            return await self._stream(call, response, span) if given.streaming else self._result(call, response)

    async def _download(self, call: Call, response: ApiResponse, span: OperationSpan | None) -> object:
        from .downloads import AsyncDownloadStream

        if call.hides_error(response):
            try:
                body = await read_body_async(response)
            except Exception as error:  # noqa: BLE001  # from any HTTP library
                raise_alone(call.broken(error))
            call.read(replace(response, body=body))
            response = replace(response, unread=WholeBody(body))
        return AsyncDownloadStream(call, response, self._reopen, span)

    async def _reopen(self, call: Call, headers: Mapping[str, str]) -> ApiResponse:
        return await self._exchange(call.again(headers))

    async def _stream(self, call: Call, response: ApiResponse, span: OperationSpan | None) -> object:
        from .chunk_reader import ChunkReader
        from .stream import AsyncStream

        reader: ChunkReader[Any] = ChunkReader(call, response, span)
        if response.unread is None:
            reader.read_whole(response.body)
            response = replace(response, unread=WholeBody(response.body))
        stream = await AsyncStream.open(response, reader, call.deadline, partial(self._reopen, call))
        return self._opened(call, stream, response)

    async def _exchange(self, call: Call) -> ApiResponse:
        while True:
            outcome = await self._attempt(call)
            try:
                await run_async(self._options.on_response, observe(call, outcome))
            except BaseException:
                # Nobody will read the stream.
                if isinstance(outcome, ApiResponse) and outcome.unread is not None:
                    await outcome.unread.aclose()
                raise
            if call.may_renew(outcome):
                changed = await self._authorize(call, renew=True)
                if call.is_renewed(changed):
                    continue
                outcome = changed if isinstance(changed, APIError) else outcome
            wait = call.judge(outcome)
            if wait is not None:
                import anyio

                await anyio.sleep(wait)
            elif isinstance(outcome, ApiResponse) and 200 <= outcome.status < 300:
                return outcome
            else:
                raise_alone(call.refused(outcome) if isinstance(outcome, ApiResponse) else outcome)

    async def _attempt(self, call: Call) -> ApiResponse | APIError:
        """Send once. Failures are returned as values: retries are decided elsewhere."""
        announced = request_for_hooks(call)
        await run_async(self._options.on_request, announced)
        if not call.grant.is_current:
            failed = await self._authorize(call)
            if isinstance(failed, APIError):
                return failed
        prepared, steps = call.begin(announced)
        try:
            if call.deadline.at is None:
                return await self._sent(call, prepared, steps)
            import anyio

            with anyio.fail_after(call.deadline.remaining):
                return await self._sent(call, prepared, steps)
        except Exception as error:  # noqa: BLE001  # from any HTTP library
            return call.broken(error)

    async def _authorize(self, call: Call, renew: bool = False) -> bool | APIError:
        """Whether the next request has other credentials than the last; an error if it has none."""
        try:
            if call.deadline.at is None:
                return await authorize_async(call, self._transport, renew=renew)
            import anyio

            # An exception of the caller's function, even a TimeoutError, is passed on.
            with anyio.move_on_after(call.deadline.remaining):
                return await authorize_async(call, self._transport, renew=renew)
            return call.unauthorized(TokenUnreachable(TimeoutError()))
        except (TokenRefused, TokenUnreachable) as error:
            return call.unauthorized(error)

    async def _sent(self, call: Call, prepared: Prepared, steps: Steps) -> ApiResponse:
        head = head_of(await self._transport.open(prepared, steps))
        if is_read_later(call, head):
            return head
        return await read_whole_async(head)
