"""Response bodies that are streamed rather than loaded into memory: files, images, audio.

If a connection breaks, the rest is requested over another one, provided that the server supports it.
"""

from __future__ import annotations

import inspect
import os
import time
from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator
from pathlib import Path
from types import TracebackType

from .api_response import ApiResponse
from .download_base import DownloadBase, in_chunks, in_chunks_async
from .errors import APIError, APIStatusError, raise_alone
from .part_file import PartFile
from .read_deadline import Alarm
from .request_body import Progress
from .stream_reading import next_within


class DownloadStream(DownloadBase):
    """A response whose body is streamed, not held in memory. Read it once, within its `with` block."""

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """The body, as it arrives, or in chunks of one size. Raises APIConnectionError and DownloadError."""
        self._take()
        return self._pieces() if chunk_size is None else in_chunks(self._pieces(), chunk_size)

    def read(self) -> bytes:
        """The whole body. Raises as `iter_bytes`."""
        return b"".join(self.iter_bytes())

    def stream_to_file(self, path: str | os.PathLike[str], *, progress: Progress | None = None) -> Path:
        """Write the body to a file, which has its name when it is complete; gives its path.

        `progress` is called with the bytes so far, and with the size where that is known. Raises as `iter_bytes`, and
        OSError.
        """
        return self.write_to(PartFile(Path(path), keeps=False), Path(path), 0, progress)

    def write_to(self, file: PartFile, path: Path, at: int, progress: Progress | None) -> Path:
        """Like `stream_to_file`, after the first `at` bytes of what is kept of an earlier download."""
        self._take()
        try:
            self._begin_file(file, at)
            for data in self._pieces():
                file.write(data)
                self._progress(progress)
            file.finish()
        except BaseException:
            file.fail()
            raise
        return path

    def _pieces(self) -> Generator[bytes]:
        error: BaseException | None = None
        try:
            while (failure := (yield from self._of_one_connection())) is not None:
                self._response.close()
                if not self._go_on(failure):
                    return
        except BaseException as raised:
            error = raised
            raise
        finally:
            self._ended(error)
            del error
            self.close()

    def _of_one_connection(self) -> Generator[bytes, None, APIError | None]:
        """The data from the connection. Returns the error if it breaks."""
        state, deadline = self._state, self._call.deadline
        body = self._response.iter_bytes()
        with Alarm(self._response, deadline.at) as alarm:
            while True:
                try:
                    data = next(body, None)
                    if deadline.at is not None and (alarm.rung or deadline.passed):
                        raise TimeoutError
                except Exception as error:  # noqa: BLE001  # from any HTTP library
                    return None if state.is_complete else state.broken(error)
                if data is None:
                    return state.ended()
                if new := state.take(data):
                    yield new

    def _go_on(self, failure: APIError) -> bool:
        """Request the rest; False if there is none. Raises the failure if the rest is not available."""
        wait = self._waits(failure)
        if wait is None:
            raise_alone(failure)
        time.sleep(wait)
        try:
            head: ApiResponse = self._reopen(self._call, self._state.rest())
        except APIStatusError as refused:
            if not self._state.is_whole_after(refused):
                raise
            return False
        self._response = head.unread
        self._state.check_rest(head)
        return True

    def close(self) -> None:
        """End the request."""
        self._is_taken = True
        self._ended(None)
        self._response.close()

    def __enter__(self) -> DownloadStream:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class AsyncDownloadStream(DownloadBase):
    """A response whose body is streamed, not held in memory. Read it once, within `async with`."""

    def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """The body, as it arrives, or in chunks of one size. Raises APIConnectionError and DownloadError."""
        self._take()
        return self._pieces() if chunk_size is None else in_chunks_async(self._pieces(), chunk_size)

    async def read(self) -> bytes:
        """The whole body. Raises as `iter_bytes`."""
        return b"".join([data async for data in self.iter_bytes()])

    async def stream_to_file(self, path: str | os.PathLike[str], *, progress: Progress | None = None) -> Path:
        """Write the body to a file, which has its name when it is complete; gives its path.

        `progress` is called with the bytes so far, and with the size where that is known; it may be a coroutine
        function. Raises as `iter_bytes`, and OSError.
        """
        return await self.write_to(PartFile(Path(path), keeps=False), Path(path), 0, progress)

    async def write_to(self, file: PartFile, path: Path, at: int, progress: Progress | None) -> Path:
        """Like `stream_to_file`, after the first `at` bytes of what is kept of an earlier download."""
        import anyio.to_thread

        self._take()
        pieces = self._pieces()
        try:
            await anyio.to_thread.run_sync(self._begin_file, file, at)
            async for data in pieces:
                await anyio.to_thread.run_sync(file.write, data)
                awaited = self._progress(progress)
                if inspect.isawaitable(awaited):
                    await awaited
            await anyio.to_thread.run_sync(file.finish)
        except BaseException:
            file.fail()
            raise
        finally:
            with anyio.CancelScope(shield=True):
                await pieces.aclose()
        return path

    async def _pieces(self) -> AsyncGenerator[bytes]:
        error: BaseException | None = None
        try:
            while True:
                async for data in self._of_one_connection():
                    yield data
                failure = self._next_failure()
                if failure is None:
                    return
                await self._response.aclose()
                if not await self._go_on(failure):
                    return
        except BaseException as raised:
            error = raised
            raise
        finally:
            self._ended(error)
            del error
            await self.close()

    async def _of_one_connection(self) -> AsyncGenerator[bytes]:
        """The data from the connection. `_failure` is the error if it breaks."""
        state = self._state
        body = self._response.aiter_bytes()
        while True:
            try:
                data = await next_within(body, self._call.deadline)
            except Exception as error:  # noqa: BLE001  # from any HTTP library
                self._failure = None if state.is_complete else state.broken(error)
                return
            if data is None:
                self._failure = state.ended()
                return
            if new := state.take(data):
                yield new

    async def _go_on(self, failure: APIError) -> bool:
        """Request the rest; False if there is none. Raises the failure if the rest is not available."""
        import anyio

        wait = self._waits(failure)
        if wait is None:
            raise_alone(failure)
        await anyio.sleep(wait)
        try:
            head: ApiResponse = await self._reopen(self._call, self._state.rest())
        except APIStatusError as refused:
            if not self._state.is_whole_after(refused):
                raise
            return False
        self._response = head.unread
        self._state.check_rest(head)
        return True

    async def close(self) -> None:
        """End the request."""
        self._is_taken = True
        self._ended(None)
        await self._response.aclose()

    async def __aenter__(self) -> AsyncDownloadStream:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()
