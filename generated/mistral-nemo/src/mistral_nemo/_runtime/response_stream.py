"""Streams whose chunks are assembled as they arrive: text, tool calls, and the complete response at the end."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from types import TracebackType
from typing import Any, Generic, TypeVar, cast

from .events import StreamEvent
from .operation import Accumulate
from .stream import AsyncStream, Stream

ChunkT = TypeVar("ChunkT")
ResultT = TypeVar("ResultT")


def text_reader(rule: Accumulate) -> Callable[[Any], str]:
    """A function from a chunk to the text that it adds to the first item of the response."""
    if rule.text is None:
        return lambda _: ""
    items, index, delta, text = (
        rule.python_names.get(name, name) for name in (rule.items, rule.index or "", rule.delta, rule.text)
    )

    def text_of(chunk: Any) -> str:
        for item in getattr(chunk, items, None) or ():
            piece = getattr(getattr(item, delta, None), text, None)
            if isinstance(piece, str) and getattr(item, index, 0) in (0, None):
                return piece
        return ""

    return text_of


class ResponseStream(Generic[ChunkT, ResultT]):
    """The chunks of a response, its text as it arrives, and the assembled response. Read one of the iterators, once."""

    def __init__(self, stream: Stream[ChunkT], rule: Accumulate) -> None:
        self.stream = stream
        self._text_of = text_reader(rule)

    def __iter__(self) -> Iterator[ChunkT]:
        return iter(self.stream)

    @property
    def text(self) -> Iterator[str]:
        """The text of the first item as it arrives, without empty strings."""
        return (piece for chunk in self.stream if (piece := self._text_of(chunk)))

    def snapshot(self) -> ResultT | None:
        """What has arrived so far, assembled: text, tool calls, usage. None before the first chunk."""
        return cast("ResultT | None", self.stream.snapshot())

    def final(self) -> ResultT:
        """Read the rest and return the complete response. Raises APIStreamError if the stream does not end properly."""
        self.stream.finish()
        return cast(ResultT, self.stream.snapshot())

    def events(self) -> Iterator[StreamEvent[ChunkT]]:
        """The chunks, each with its event: name, id and data."""
        return self.stream.events()

    def close(self) -> None:
        """End the request, as leaving the `with` block does. Another thread that reads it gets a StreamClosedError."""
        self.stream.close()


class AsyncResponseStream(Generic[ChunkT, ResultT]):
    """The chunks of a response, its text as it arrives, and the assembled response. Read one of the iterators, once."""

    def __init__(self, stream: AsyncStream[ChunkT], rule: Accumulate) -> None:
        self.stream = stream
        self._text_of = text_reader(rule)

    def __aiter__(self) -> AsyncIterator[ChunkT]:
        return aiter(self.stream)

    @property
    def text(self) -> AsyncIterator[str]:
        """The text of the first item as it arrives, without empty strings."""
        return (piece async for chunk in self.stream if (piece := self._text_of(chunk)))

    def snapshot(self) -> ResultT | None:
        """What has arrived so far, assembled: text, tool calls, usage. None before the first chunk."""
        return cast("ResultT | None", self.stream.snapshot())

    async def final(self) -> ResultT:
        """Read the rest and return the complete response. Raises APIStreamError if the stream does not end properly."""
        await self.stream.finish()
        return cast(ResultT, self.stream.snapshot())

    def events(self) -> AsyncIterator[StreamEvent[ChunkT]]:
        """The chunks, each with its event: name, id and data."""
        return self.stream.events()

    async def close(self) -> None:
        """End the request, as leaving the block does. Another task that reads it gets a StreamClosedError."""
        await self.stream.close()


class StreamManager(Generic[ChunkT, ResultT]):
    """A `with` block around a stream: entering it sends the request, leaving it ends the request."""

    def __init__(self, open_stream: Callable[[], Stream[ChunkT]], rule: Accumulate) -> None:
        self._open = open_stream
        self._rule = rule
        self._stream: Stream[ChunkT] | None = None

    def __enter__(self) -> ResponseStream[ChunkT, ResultT]:
        self._stream = self._open()
        return ResponseStream(self._stream, self._rule)

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._stream is not None:
            self._stream.close()


class AsyncStreamManager(Generic[ChunkT, ResultT]):
    """An `async with` block around a stream: entering it sends the request, leaving it ends the request."""

    def __init__(self, open_stream: Callable[[], Awaitable[AsyncStream[ChunkT]]], rule: Accumulate) -> None:
        self._open = open_stream
        self._rule = rule
        self._stream: AsyncStream[ChunkT] | None = None

    async def __aenter__(self) -> AsyncResponseStream[ChunkT, ResultT]:
        self._stream = await self._open()
        return AsyncResponseStream(self._stream, self._rule)

    async def __aexit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._stream is not None:
            await self._stream.close()
