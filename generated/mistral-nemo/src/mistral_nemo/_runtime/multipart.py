"""Writes a multipart body (RFC 7578) part by part: files in it are streamed."""

from __future__ import annotations

import mimetypes
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from .arguments import argument_error
from .request_body import Source, StreamedBody

FilePart: TypeAlias = tuple[str, tuple[str | None, "bytes | Source", str | None, Mapping[str, str]]]
"""A part: its name, and (file name or None, content, content type or None, headers)."""

_LARGEST_WHOLE = 1 << 20
"""Bytes up to which a body without files is put together before it is sent."""

_ESCAPES = {"\\": "\\\\", '"': "%22", **{chr(code): f"%{code:02X}" for code in range(0x20) if code != 0x1B}}
"""As HTML forms escape names (WHATWG HTML, 4.10.21.8), and httpx2."""
_ESCAPED = re.compile("|".join(map(re.escape, _ESCAPES)))
_HEADER_NAME = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


def multipart_body(parts: Iterable[FilePart]) -> tuple[str, bytes | StreamedBody]:
    """The content type, and the body. Raises ArgumentError for a header of a part that cannot be sent."""
    boundary = uuid.uuid4().hex
    segments = [*_segments(parts, boundary), f"--{boundary}--\r\n".encode()]
    media = f"multipart/form-data; boundary={boundary}"
    whole = [each for each in segments if isinstance(each, bytes)]
    if len(whole) == len(segments) and sum(map(len, whole)) <= _LARGEST_WHOLE:
        return media, b"".join(whole)
    return media, StreamedBody(segments)


def _segments(parts: Iterable[FilePart], boundary: str) -> Iterator[bytes | Source]:
    for name, (filename, content, media, headers) in parts:
        yield f"--{boundary}\r\n".encode()
        yield _head(name, filename, media, headers)
        yield content
        yield b"\r\n"


def _head(name: str, filename: str | None, media: str | None, own: Mapping[str, str]) -> bytes:
    disposition = f"Content-Disposition: form-data; {_quoted('name', name)}"
    if filename:
        disposition += f"; {_quoted('filename', filename)}"
        media = media or mimetypes.guess_type(filename)[0] or "application/octet-stream"
    headers = dict(own)
    if media is not None and not any(each.lower() == "content-type" for each in headers):
        headers["Content-Type"] = media
    for each, value in headers.items():
        if _HEADER_NAME.fullmatch(each) is None or _FORBIDDEN.search(value) is not None:
            raise argument_error(name, f"{each}: {value}", "a part cannot have this header")
    lines = (disposition, *(f"{each}: {value}" for each, value in headers.items()))
    return "".join(f"{line}\r\n" for line in lines).encode() + b"\r\n"


def _quoted(key: str, value: str) -> str:
    return f'{key}="{_ESCAPED.sub(lambda found: _ESCAPES[found[0]], value)}"'
