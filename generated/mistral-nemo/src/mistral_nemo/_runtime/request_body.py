"""Streamed request bodies: files and iterators, alone or as parts of multipart."""

from __future__ import annotations

import inspect
import io
import os
import stat
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Protocol, TypeAlias, TypeGuard

from .arguments import argument_error
from .errors import ArgumentError

PIECE = 1 << 16
"""Bytes that are read, and given to the connection, at once."""


class _AsyncFile(Protocol):
    async def read(self, size: int, /) -> bytes: ...


_Opened: TypeAlias = IO[bytes] | _AsyncFile | Iterable[bytes] | AsyncIterable[bytes]
"""What content is read from."""

Progress: TypeAlias = Callable[[int, int | None], object]
"""Called with the bytes so far and, where it is known, how many there are."""


@dataclass(slots=True)
class Source:
    """Content that is read while it is sent. `open` gives what is read: an open file, or an iterator of bytes.

    `size` is None if it is not known. `is_once`: it can be read a single time, so that a request with it is not sent
    again. `is_owned`: what `open` gives is closed after it was read.
    """

    argument: str
    open: Callable[[], _Opened]
    size: int | None = None
    is_once: bool = False
    is_owned: bool = False
    progress: Progress | None = None
    _running: Iterator[tuple[int, bytes]] | None = None
    _running_async: AsyncIterator[tuple[int, bytes]] | None = None
    _first: tuple[int, bytes] | None = None
    _taken: int = 0

    @property
    def can_be_repeated(self) -> bool:
        """Whether it can be read from its start: also what can be read once, while no more than one chunk was taken."""
        return not self.is_once or self._taken < 2

    def read(self) -> Generator[bytes]:
        """The content, in chunks. Raises ArgumentError where it has another size than was said."""
        if self._running is None or not self.is_once:
            self._running = self._counted(self._pieces())
        if (first := self._again()) is not None:
            yield first[1]
        for sent, data in self._running:
            self._keep(sent, data)
            yield data
            self._report(sent)

    async def read_async(self) -> AsyncGenerator[bytes]:
        """Like `read`; files are read in a thread, since disks and networks may be slow."""
        if self._running_async is None or not self.is_once:
            self._running_async = self._counted_async(self._pieces_async())
        if (first := self._again()) is not None:
            yield first[1]
        async for sent, data in self._running_async:
            self._keep(sent, data)
            yield data
            awaited = self._report(sent)
            if inspect.isawaitable(awaited):
                await awaited

    def _again(self) -> tuple[int, bytes] | None:
        """The chunk that was read before: the pool may find that a connection is closed when its first chunk was read.

        Raises ArgumentError where more than that was taken of what can be read once.
        """
        if not self.is_once:
            return None
        if not self.can_be_repeated:
            raise ArgumentError(f"{self.argument}: it can be read once only, and was to be sent again")
        return self._first

    def _keep(self, sent: int, data: bytes) -> None:
        self._taken += 1
        self._first = (sent, data) if self.is_once and self._taken == 1 else None

    def _report(self, sent: int) -> object:
        return self.progress(sent, self.size) if self.progress is not None else None

    def _counted(self, pieces: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
        counter = _Counter(self.argument, self.size)
        for piece in pieces:
            if data := counter.take(piece):
                yield counter.sent, data
        counter.finish()

    async def _counted_async(self, pieces: AsyncIterable[bytes]) -> AsyncIterator[tuple[int, bytes]]:
        counter = _Counter(self.argument, self.size)
        async for piece in pieces:
            if data := counter.take(piece):
                yield counter.sent, data
        counter.finish()

    def _pieces(self) -> Iterator[bytes]:
        opened = self.open()
        if _is_async_iterator(opened) or _is_async_file(opened):
            raise ArgumentError(f"{self.argument}: what is asynchronous can be sent by the asynchronous client only")
        if not _is_file(opened):
            assert isinstance(opened, Iterable), "`source_of` takes nothing else"
            yield from opened
            return
        try:
            yield from iter(partial(opened.read, PIECE), b"")
        finally:
            if self.is_owned:
                opened.close()

    async def _pieces_async(self) -> AsyncIterator[bytes]:
        opened = self.open()
        if _is_async_iterator(opened) and not hasattr(opened, "read"):
            async for data in opened:
                yield data
        elif _is_async_file(opened):
            while data := await opened.read(PIECE):
                yield data
        elif isinstance(opened, io.BytesIO) or not _is_file(opened):
            for data in self._pieces():
                yield data
        else:
            async for data in _read_in_thread(opened, self.is_owned):
                yield data


def _is_file(opened: object) -> TypeGuard[IO[bytes]]:
    return hasattr(opened, "read")


def _is_async_file(opened: object) -> TypeGuard[_AsyncFile]:
    return inspect.iscoroutinefunction(getattr(opened, "read", None))


def _is_async_iterator(opened: object) -> TypeGuard[AsyncIterator[bytes]]:
    return hasattr(opened, "__anext__")


class _Counter:
    """Counts what is sent: the head of the request has said how much it is."""

    def __init__(self, argument: str, size: int | None) -> None:
        self._argument = argument
        self._size = size
        self.sent = 0

    def take(self, data: object) -> bytes:
        """The data as far as it is sent: a file that grows meanwhile is sent as it was. Raises ArgumentError."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise ArgumentError(f"{self._argument}: its pieces must be bytes, and one is {type(data).__name__}")
        taken = bytes(data if self._size is None else data[: self._size - self.sent])
        self.sent += len(taken)
        return taken

    def finish(self) -> None:
        """Nothing more comes. Raises ArgumentError where the size is not that which was announced."""
        if self._size is not None and self.sent < self._size:
            raise ArgumentError(f"{self._argument}: it ended after {self.sent:,} bytes, not {self._size:,}")


async def _read_in_thread(opened: IO[bytes], is_owned: bool) -> AsyncGenerator[bytes]:
    import anyio

    try:
        while data := await anyio.to_thread.run_sync(opened.read, PIECE):
            yield data
    finally:
        if is_owned:
            opened.close()


class StreamedBody:
    """The body of a request, for as many tries as its sources can be read. Iterate over it, with or without `async`.

    `failure` is what its sources, or functions for their progress, have raised: that is the caller's own error.
    """

    def __init__(self, segments: Iterable[bytes | Source]) -> None:
        self._segments = tuple(segments)
        self.failure: Exception | None = None

    @property
    def size(self) -> int | None:
        """How many bytes it has; None if a source does not know."""
        sizes = [each.size if isinstance(each, Source) else len(each) for each in self._segments]
        return None if None in sizes else sum(each or 0 for each in sizes)

    @property
    def can_be_repeated(self) -> bool:
        """False if a source was read that can be read once only."""
        return all(each.can_be_repeated for each in self._segments if isinstance(each, Source))

    def __iter__(self) -> Iterator[bytes]:
        for each in self._segments:
            if not isinstance(each, Source):
                yield each
                continue
            try:
                yield from each.read()
            except Exception as error:
                self.failure = error
                raise

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for each in self._segments:
            if not isinstance(each, Source):
                yield each
                continue
            try:
                async for data in each.read_async():
                    yield data
            except Exception as error:
                self.failure = error
                raise


def source_of(
    argument: str, given: object, *, size: int | None = None, progress: Progress | None = None, from_start: bool = False
) -> Source:
    """What a path, an open file or an iterator is sent from; `from_start`: a file is, whatever was read of it before.

    Raises:
        ArgumentError: it is nothing of these, or cannot be read.
    """
    if isinstance(given, os.PathLike):
        return _source_of_path(argument, given, size, progress)
    if isinstance(given, (bytes, bytearray)):
        pieces = [bytes(given[start : start + PIECE]) for start in range(0, len(given), PIECE)]
        return Source(argument, lambda: iter(pieces), len(given), progress=progress)
    if isinstance(given, io.TextIOBase):
        raise argument_error(argument, given, "open the file in binary mode")
    if _is_async_file(given):
        return Source(argument, lambda: given, size, is_once=True, progress=progress)
    if _is_file(given):
        return _source_of_file(argument, given, size, progress, from_start)
    if isinstance(given, (Iterable, AsyncIterable)) and not isinstance(given, str):
        begin = partial(aiter, given) if isinstance(given, AsyncIterable) else partial(iter, given)
        # What is its own iterator is used up when it was read.
        is_once = isinstance(given, (Iterator, AsyncIterator))
        return Source(argument, begin, size, is_once=is_once, progress=progress)
    raise argument_error(argument, given, "it must be bytes, an open file, a path, an iterator, or (name, content)")


def _source_of_path(argument: str, path: os.PathLike[str], size: int | None, progress: Progress | None) -> Source:
    try:
        facts = Path(path).stat()
        is_regular = stat.S_ISREG(facts.st_mode)
        if is_regular:
            # Also tells at once, and not within a request, that it may not be read.
            with Path(path).open("rb") as opened:
                content = b"" if facts.st_size else opened.read()
            if content:
                return source_of(argument, content, progress=progress)
        elif stat.S_ISDIR(facts.st_mode):
            raise argument_error(argument, os.fspath(path), "it cannot be read: it is a directory")
    except OSError as error:
        raise argument_error(argument, os.fspath(path), f"it cannot be read: {error.strerror}") from None
    known = facts.st_size if is_regular else size
    return Source(argument, lambda: Path(path).open("rb"), known, not is_regular, is_owned=True, progress=progress)


def _source_of_file(
    argument: str, file: IO[bytes], size: int | None, progress: Progress | None, from_start: bool
) -> Source:
    try:
        can_seek = hasattr(file, "seekable") and bool(file.seekable())
        start = 0 if not can_seek or from_start else file.tell()
        if can_seek and size is None:
            size = file.seek(0, os.SEEK_END) - start
            file.seek(start)
    except (OSError, ValueError) as error:
        raise argument_error(argument, file, f"it cannot be read: {error}") from None

    def begin() -> IO[bytes]:
        if can_seek:
            file.seek(start)
        return file

    return Source(argument, begin, size, is_once=not can_seek, progress=progress)
