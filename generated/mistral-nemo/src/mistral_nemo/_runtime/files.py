"""Files in requests, and bytes in responses."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Annotated, TypeAlias

from .arguments import argument_error
from .duck_types import With
from .request_body import Progress, Source, StreamedBody, source_of

OpenFile: TypeAlias = Annotated[IO[bytes], With("read")]
Pieces: TypeAlias = Annotated[Iterator[bytes] | AsyncIterator[bytes], With("__next__", "__anext__")]
FileContent: TypeAlias = bytes | str | OpenFile | os.PathLike[str] | Pieces


@dataclass(frozen=True, slots=True)
class StreamedFile:
    """A file to send, with what plain content does not say of it. Nothing of it is held in memory.

    `content` is a path, an open file, bytes, or an iterable of bytes, asynchronous ones with the asynchronous client. A
    request whose content can be read once only is not sent again. `size` is for content that does not know its own:
    without it the request is sent in chunks. `progress` is called with the bytes sent so far, and with the size.
    """

    content: (
        bytes
        | OpenFile
        | os.PathLike[str]
        | Annotated[Iterable[bytes] | AsyncIterable[bytes], With("__iter__", "__aiter__")]
    )
    filename: str | None = None
    content_type: str | None = None
    size: int | None = None
    progress: Annotated[Progress, With("__call__")] | None = None


FileInput: TypeAlias = (
    bytes
    | OpenFile
    | os.PathLike[str]
    | Pieces
    | StreamedFile
    | tuple[str, FileContent]
    | tuple[str, FileContent, str]
    | tuple[str, FileContent, str, Mapping[str, str]]
)
"""Bytes, an open file, a path, an iterator of bytes, a StreamedFile, or a tuple: (file name, content), with a media
type, and with headers of the part.

A path is a `pathlib.Path`. A `str` is text: in a tuple it is the content, as in httpx. On its own it is not valid here,
because it is easily meant as a path; where no type checker refuses it, it is sent as the content as well.
"""


class BinaryContent:
    """The bytes of a response that is not JSON: audio, an image, a file."""

    __slots__ = ("content", "content_type")

    def __init__(self, content: bytes, content_type: str) -> None:
        self.content = content
        self.content_type = content_type

    def __bytes__(self) -> bytes:
        return self.content

    def __len__(self) -> int:
        return len(self.content)

    def __repr__(self) -> str:
        return f"BinaryContent({len(self.content):,} bytes, {self.content_type!r})"

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the bytes to a file; gives its path."""
        target = Path(path)
        target.write_bytes(self.content)
        return target


def file_part(argument: str, given: object) -> tuple[str, bytes | Source, str | None, Mapping[str, str]]:
    """A file argument as a part has it: file name, content, media type or None, headers.

    Raises:
        ArgumentError: it is not a file, or the path cannot be read.
    """
    media: str | None = None
    headers: Mapping[str, str] = {}
    if isinstance(given, tuple):
        name, content, *rest = given
        media = rest[0] if rest else None
        headers = rest[1] if len(rest) > 1 else {}
        return name, _content(argument, content, from_start=True), media, headers
    name = _filename(given.content if isinstance(given, StreamedFile) else given)
    if isinstance(given, StreamedFile):
        name, media = given.filename or name, given.content_type
    return name or argument, _content(argument, given, from_start=True), media, headers


def body_content(argument: str, given: object) -> tuple[str, bytes | StreamedBody]:
    """A file argument that is a whole body: its media type, and its content. Raises ArgumentError as `file_part`."""
    media: str | None = None
    if isinstance(given, tuple):
        _, given, *rest = given
        media = rest[0] if rest else None
    elif isinstance(given, StreamedFile):
        media = given.content_type
    content = _content(argument, given, from_start=False)
    return media or "application/octet-stream", StreamedBody([content]) if isinstance(content, Source) else content


def _filename(content: object) -> str | None:
    name = os.fspath(content) if isinstance(content, os.PathLike) else getattr(content, "name", None)
    return Path(name).name if isinstance(name, str) else None


def _content(argument: str, given: object, *, from_start: bool) -> bytes | Source:
    """What is sent of an argument; what is small and whole already, as it is."""
    if isinstance(given, StreamedFile):
        return source_of(argument, given.content, size=given.size, progress=given.progress, from_start=from_start)
    if isinstance(given, (bytes, bytearray)):
        return bytes(given)
    if isinstance(given, str):
        return given.encode()
    if isinstance(given, (os.PathLike, AsyncIterator, Iterator)) or hasattr(given, "read"):
        return source_of(argument, given, from_start=from_start)
    raise argument_error(argument, given, "it must be bytes, an open file, a path, an iterator, or (name, content)")
