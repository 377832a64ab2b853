"""Sends calls and hands back what they give: the only part that differs between the two kinds of client."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from .call import Call, Context
from .decode import Decoders
from .errors import APIError, raise_alone
from .omit import Omit, omit
from .raw_response import RawResponse
from .read_response import head_of, is_stream, read_body, read_body_async
from .request_builder import Preparer, asking_for_stream
from .responses import Reply
from .timeouts import Timeout
from .transport import AsyncTransport, SyncTransport

if TYPE_CHECKING:
    from .http_request import Prepared
    from .operation import Operation, StreamOperation
    from .options import Options
    from .response_stream import AsyncStreamManager, StreamManager
    from .settings import Settings
    from .stream import AsyncStream, Stream

ResultT = TypeVar("ResultT")
ChunkT = TypeVar("ChunkT")
TransportT = TypeVar("TransportT")


class _ApiBase(Generic[TransportT]):
    """What both kinds share: from arguments to a Call, from a reply to its result."""

    def __init__(self, settings: Settings, options: Options, transport: TransportT, raw: bool = False) -> None:
        self._settings = settings
        self._options = options
        self._transport = transport
        self._raw = raw
        self._decoders = Decoders.of(settings.package)
        self._preparer = Preparer(settings, options, self._decoders)
        self._context = Context(settings, options, self._decoders, logging.getLogger(settings.package))

    def _call(
        self,
        operation: Operation[Any],
        arguments: Mapping[str, Any] | None,
        body: Any,
        streaming: bool,
        extra_headers: Mapping[str, str | Omit] | None,
        extra_query: Mapping[str, Any] | None,
        extra_body: Mapping[str, Any] | None,
        timeout: float | Timeout | Omit | None,
    ) -> Call:
        prepared = self._preparer.prepare(
            operation, arguments or {}, body, streaming, extra_headers, extra_query, extra_body
        )
        limits = self._options.timeout if isinstance(timeout, Omit) else Timeout.of(timeout)
        return Call(self._context, operation, prepared, limits, streaming)

    def _result(self, call: Call, reply: Reply) -> Any:
        if not self._raw:
            return call.read(reply)
        facts = call.facts(reply.status, reply.headers)
        return RawResponse(reply.status, reply.headers, facts.request_id, reply.body, lambda: call.read(reply))

    def _opened(self, stream: Any, reply: Reply) -> Any:
        """A stream, wrapped where the caller wants the answer as it came."""
        if not self._raw:
            return stream
        return RawResponse(reply.status, reply.headers, stream.request_id, b"", lambda: stream)


class Api(_ApiBase[SyncTransport]):
    """Calls that wait. Safe to share between threads."""

    @property
    def raw(self) -> Api:
        """The same, but each call gives a RawResponse: the methods that use it are typed by `raw_method`."""
        return Api(self._settings, self._options, self._transport, raw=True)

    def call(
        self,
        operation: Operation[ResultT],
        *,
        arguments: Mapping[str, Any] | None = None,
        body: Any = None,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> ResultT:
        """Send one request, again where that helps, and give what the answer holds. Raises APIError."""
        call = self._call(operation, arguments, body, False, extra_headers, extra_query, extra_body, timeout)
        return cast(ResultT, self._result(call, self._exchange(call)))

    def open_stream(
        self,
        operation: StreamOperation[Any, ChunkT],
        *,
        arguments: Mapping[str, Any] | None = None,
        body: Any = None,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Stream[ChunkT]:
        """Send one request, and give its answer as a stream. Raises APIError."""
        call = self._call(operation, arguments, body, True, extra_headers, extra_query, extra_body, timeout)
        return cast("Stream[ChunkT]", self._stream(operation, call, self._exchange(call)))

    def call_or_stream(
        self, operation: StreamOperation[ResultT, ChunkT], *, stream: bool | Omit, body: Any, **options: Any
    ) -> ResultT | Stream[ChunkT]:
        """`open_stream` where `stream` is True, `call` where it is not."""
        if stream is True:
            return self.open_stream(operation, body=body, **options)
        return self.call(operation, body=body, **options)

    def stream_manager(
        self, operation: StreamOperation[ResultT, ChunkT], *, body: Mapping[str, Any], **options: Any
    ) -> StreamManager[ChunkT, ResultT]:
        """A context in which the stream is open, and put together as it comes."""
        from .response_stream import StreamManager

        assert operation.accumulate is not None
        asked = asking_for_stream(operation, body)
        return StreamManager(lambda: self.open_stream(operation, body=asked, **options), operation.accumulate)

    def _stream(self, operation: StreamOperation[Any, ChunkT], call: Call, reply: Reply) -> Any:
        from .chunk_reader import ChunkReader
        from .stream import Stream
        from .stream_state import WholeBody

        reader = ChunkReader(call, operation, reply)
        if reply.response is None:
            reader.read_whole(reply.body)
            reply = replace(reply, response=WholeBody(reply.body))
        return self._opened(Stream(reply, reader, call.deadline), reply)

    def _exchange(self, call: Call) -> Reply:
        while True:
            outcome = self._attempt(call)
            try:
                wait = call.judge(outcome)
            except BaseException:
                # A hook of the user's raised: the stream will not be read.
                if isinstance(outcome, Reply) and outcome.response is not None:
                    outcome.response.close()
                raise
            if wait is not None:
                time.sleep(wait)
            elif isinstance(outcome, Reply) and 200 <= outcome.status < 300:
                return outcome
            else:
                raise_alone(call.refused(outcome) if isinstance(outcome, Reply) else outcome)

    def _attempt(self, call: Call) -> Reply | APIError:
        """Send once. Whatever goes wrong comes back as a value: retries are decided elsewhere."""
        prepared, steps = call.begin()
        try:
            response = self._transport.open(prepared, steps)
            head = head_of(response)
            if call.streaming and is_stream(head):
                return head
            return Reply(head.status, head.headers, read_body(head, call.deadline))
        except Exception as error:  # noqa: BLE001  # of whatever library carries the bytes
            return call.broken(error)


class AsyncApi(_ApiBase[AsyncTransport]):
    """Calls for asyncio and trio. Safe to share between tasks of one event loop."""

    @property
    def raw(self) -> AsyncApi:
        """The same, but each call gives a RawResponse: the methods that use it are typed by `async_raw_method`."""
        return AsyncApi(self._settings, self._options, self._transport, raw=True)

    async def call(
        self,
        operation: Operation[ResultT],
        *,
        arguments: Mapping[str, Any] | None = None,
        body: Any = None,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> ResultT:
        """Send one request, again where that helps, and give what the answer holds. Raises APIError."""
        call = self._call(operation, arguments, body, False, extra_headers, extra_query, extra_body, timeout)
        return cast(ResultT, self._result(call, await self._exchange(call)))

    async def open_stream(
        self,
        operation: StreamOperation[Any, ChunkT],
        *,
        arguments: Mapping[str, Any] | None = None,
        body: Any = None,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> AsyncStream[ChunkT]:
        """Send one request, and give its answer as a stream. Raises APIError."""
        call = self._call(operation, arguments, body, True, extra_headers, extra_query, extra_body, timeout)
        return cast("AsyncStream[ChunkT]", await self._stream(operation, call, await self._exchange(call)))

    async def call_or_stream(
        self, operation: StreamOperation[ResultT, ChunkT], *, stream: bool | Omit, body: Any, **options: Any
    ) -> ResultT | AsyncStream[ChunkT]:
        """`open_stream` where `stream` is True, `call` where it is not."""
        if stream is True:
            return await self.open_stream(operation, body=body, **options)
        return await self.call(operation, body=body, **options)

    def stream_manager(
        self, operation: StreamOperation[ResultT, ChunkT], *, body: Mapping[str, Any], **options: Any
    ) -> AsyncStreamManager[ChunkT, ResultT]:
        """A context in which the stream is open, and put together as it comes."""
        from .response_stream import AsyncStreamManager

        assert operation.accumulate is not None
        asked = asking_for_stream(operation, body)
        return AsyncStreamManager(lambda: self.open_stream(operation, body=asked, **options), operation.accumulate)

    async def _stream(self, operation: StreamOperation[Any, ChunkT], call: Call, reply: Reply) -> Any:
        from .chunk_reader import ChunkReader
        from .stream import AsyncStream
        from .stream_state import WholeBody

        reader = ChunkReader(call, operation, reply)
        if reply.response is None:
            reader.read_whole(reply.body)
            reply = replace(reply, response=WholeBody(reply.body))
        return self._opened(await AsyncStream.open(reply, reader, call.deadline), reply)

    async def _exchange(self, call: Call) -> Reply:
        while True:
            outcome = await self._attempt(call)
            try:
                wait = call.judge(outcome)
            except BaseException:
                # A hook of the user's raised: the stream will not be read.
                if isinstance(outcome, Reply) and outcome.response is not None:
                    await outcome.response.aclose()
                raise
            if wait is not None:
                import anyio

                await anyio.sleep(wait)
            elif isinstance(outcome, Reply) and 200 <= outcome.status < 300:
                return outcome
            else:
                raise_alone(call.refused(outcome) if isinstance(outcome, Reply) else outcome)

    async def _attempt(self, call: Call) -> Reply | APIError:
        """Send once. Whatever goes wrong comes back as a value: retries are decided elsewhere."""
        prepared, steps = call.begin()
        try:
            if call.deadline.at is None:
                return await self._send(call, prepared, steps)
            import anyio

            with anyio.fail_after(call.deadline.remaining):
                return await self._send(call, prepared, steps)
        except Exception as error:  # noqa: BLE001  # of whatever library carries the bytes
            return call.broken(error)

    async def _send(self, call: Call, prepared: Prepared, steps: Mapping[str, float | None]) -> Reply:
        response = await self._transport.open(prepared, steps)
        head = head_of(response)
        if call.streaming and is_stream(head):
            return head
        return Reply(head.status, head.headers, await read_body_async(head))
