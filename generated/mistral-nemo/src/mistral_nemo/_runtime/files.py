"""Files that are sent, and bytes that are received."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Annotated, Any, TypeAlias

from .arguments import argument_error


class _Readable:
    """For pydantic, which knows no open files, where a signature of ours is checked by it."""

    def __get_pydantic_core_schema__(self, _: Any, __: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(_readable)


def _readable(given: Any) -> Any:
    if not hasattr(given, "read"):
        raise ValueError("not an open file")
    return given


OpenFile: TypeAlias = Annotated[IO[bytes], _Readable()]
FileContent: TypeAlias = bytes | str | OpenFile | os.PathLike[str]
FileInput: TypeAlias = (
    bytes
    | OpenFile
    | os.PathLike[str]
    | tuple[str, FileContent]
    | tuple[str, FileContent, str]
    | tuple[str, FileContent, str, Mapping[str, str]]
)
"""Bytes, an open file, a path, or a tuple: (file name, content), with a media type, and with headers of the part."""


class BinaryContent:
    """The bytes of an answer that is no JSON: sound, a picture, a file."""

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


def file_part(argument: str, given: Any) -> tuple[Any, ...]:
    """A file argument in the form that httpx2 takes: name, content (bytes or an open file), maybe a media type.

    A path is read here, so that a second try sends the same bytes.

    Raises:
        ArgumentError: it is no file, or the path cannot be read.
    """
    if isinstance(given, tuple):
        name, content, *rest = given
        return (name, _content(argument, content), *rest)
    name = getattr(given, "name", None)
    if isinstance(given, os.PathLike):
        name = os.fspath(given)
    return (Path(name).name if isinstance(name, str) else argument, _content(argument, given))


def _content(argument: str, given: Any) -> Any:
    if isinstance(given, os.PathLike):
        try:
            return Path(given).read_bytes()
        except OSError as error:
            raise argument_error(argument, os.fspath(given), f"it cannot be read: {error.strerror}") from None
    if isinstance(given, str):
        return given.encode()
    if isinstance(given, (bytes, bytearray)) or hasattr(given, "read"):
        return given
    raise argument_error(argument, given, "it must be bytes, an open file, a path, or (name, content)")
