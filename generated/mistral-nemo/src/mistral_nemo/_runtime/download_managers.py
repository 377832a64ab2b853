"""Methods that stream their download: `with_streaming_response` of a resource."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Mapping
from functools import wraps
from pathlib import Path
from types import TracebackType
from typing import Any, ParamSpec, cast

from .downloads import AsyncDownloadStream, DownloadStream
from .errors import APIStatusError
from .part_file import PartFile
from .request_body import Progress

P = ParamSpec("P")

_PARTIAL = 206
_UNSATISFIABLE = 416


class DownloadManager:
    """A `with` block around a download: entering it sends the request, leaving it ends the request.

    `stream_to_file` does everything at once: it sends the request and writes the body to a file.
    """

    def __init__(self, method: Callable[..., Any], arguments: tuple[Any, ...], keywords: Mapping[str, Any]) -> None:
        self._call = _Call(method, arguments, keywords)
        self._stream: DownloadStream | None = None

    def __enter__(self) -> DownloadStream:
        self._stream = cast(DownloadStream, self._call.send({}))
        return self._stream

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._stream is not None:
            self._stream.close()

    def stream_to_file(
        self, path: str | os.PathLike[str], *, progress: Progress | None = None, resume: bool = False
    ) -> Path:
        """Send the request, and write the body to a file, which has its name when it is complete; gives its path.

        With `resume`, what has come stays beside it as `<path>.part` when the download fails, where the server can send
        the rest, and the next call with `resume` asks for that alone. `progress` is called with the bytes so far, and
        with the size where that is known. Raises APIError and OSError.
        """
        file = PartFile(Path(path), keeps=resume)
        kept = file.kept()
        if kept is not None:
            try:
                with cast(DownloadStream, self._call.send(_rest_of(kept))) as stream:
                    if _is_rest_of(kept, stream):
                        return stream.write_to(file, Path(path), kept[0], progress)
            except APIStatusError as error:
                if error.status != _UNSATISFIABLE:
                    raise
        with cast(DownloadStream, self._call.send({})) as stream:
            return stream.write_to(file, Path(path), 0, progress)


class AsyncDownloadManager:
    """An `async with` block around a download: entering it sends the request, leaving it ends the request.

    `stream_to_file` does everything at once: it sends the request and writes the body to a file.
    """

    def __init__(self, method: Callable[..., Any], arguments: tuple[Any, ...], keywords: Mapping[str, Any]) -> None:
        self._call = _Call(method, arguments, keywords)
        self._stream: AsyncDownloadStream | None = None

    async def __aenter__(self) -> AsyncDownloadStream:
        self._stream = cast(AsyncDownloadStream, await self._call.send({}))
        return self._stream

    async def __aexit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._stream is not None:
            await self._stream.close()

    async def stream_to_file(
        self, path: str | os.PathLike[str], *, progress: Progress | None = None, resume: bool = False
    ) -> Path:
        """Send the request, and write the body to a file, which has its name when it is complete; gives its path.

        With `resume`, what has come stays beside it as `<path>.part` when the download fails, where the server can send
        the rest, and the next call with `resume` asks for that alone. `progress` is called with the bytes so far, and
        with the size where that is known; it may be a coroutine function. Raises APIError and OSError.
        """
        file = PartFile(Path(path), keeps=resume)
        kept = file.kept()
        if kept is not None:
            try:
                async with cast(AsyncDownloadStream, await self._call.send(_rest_of(kept))) as stream:
                    if _is_rest_of(kept, stream):
                        return await stream.write_to(file, Path(path), kept[0], progress)
            except APIStatusError as error:
                if error.status != _UNSATISFIABLE:
                    raise
        async with cast(AsyncDownloadStream, await self._call.send({})) as stream:
            return await stream.write_to(file, Path(path), 0, progress)


class _Call:
    """A method with its arguments. Call it with further headers."""

    def __init__(self, method: Callable[..., Any], arguments: tuple[Any, ...], keywords: Mapping[str, Any]) -> None:
        self._method, self._arguments, self._keywords = method, arguments, keywords

    def send(self, headers: Mapping[str, str]) -> Any:
        """What the method gives."""
        given = {**(self._keywords.get("extra_headers") or {}), **headers}
        return self._method(*self._arguments, **{**self._keywords, "extra_headers": given or None})


def _rest_of(kept: tuple[int, str, str]) -> Mapping[str, str]:
    size, validator, _ = kept
    return {"range": f"bytes={size}-", "if-range": validator}


def _is_rest_of(kept: tuple[int, str, str], stream: DownloadStream | AsyncDownloadStream) -> bool:
    """Whether a response can be written: a rest must go on where that ends which is kept, of the same version."""
    return stream.status != _PARTIAL or stream.is_rest_of(*kept)


def streamed_method(method: Callable[P, object]) -> Callable[P, DownloadManager]:
    """The method of a resource that was made with `api.streamed`, as one that gives a context."""

    @wraps(method)
    def streamed(*arguments: P.args, **keywords: P.kwargs) -> DownloadManager:
        return DownloadManager(method, arguments, keywords)

    return streamed


def async_streamed_method(method: Callable[P, Awaitable[object]]) -> Callable[P, AsyncDownloadManager]:
    """Like `streamed_method`, for a coroutine."""

    @wraps(method)
    def streamed(*arguments: P.args, **keywords: P.kwargs) -> AsyncDownloadManager:
        return AsyncDownloadManager(method, arguments, keywords)

    return streamed
