"""Exchanges imported from the files of other tools, before they become recordings."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from typing import Final
from urllib.parse import parse_qsl, quote, urlsplit

from nemogen.errors import Problem
from nemogen.light_dataclasses import dataclass
from nemogen.recordings.recording import (
    Body,
    Fields,
    Recording,
    Request,
    Response,
    StreamBody,
    body_of,
    header,
    is_stream,
)
from nemogen.text_safety import clip

_DROPPED: Final = frozenset(
    {"connection", "content-encoding", "content-length", "host", "keep-alive", "transfer-encoding", "accept-encoding"}
)
_VOLATILE: Final = re.compile(
    r"accept-(?:language|ranges)|age|alt-svc|cf-.*|date|etag|expect-ct|expires|last-modified|nel|priority|report-to"
    r"|reporting-endpoints|server|server-timing|strict-transport-security|user-agent|vary|via|x-(?:powered-by|served-by"
    r"|cache.*|content-type-options|frame-options|xss-protection|timer)|content-security-policy|referrer-policy|pragma"
    r"|access-control-.*|cache-control|connection|set-cookie|cookie|permissions-policy|cross-origin-.*"
)
"""Fields about the connection, caches, the date and the client: they say nothing about the API."""
_EVENT_END: Final = re.compile(rb"(?:\r\n|\n|\r)(?:\r\n|\n|\r)+")
_METHOD: Final = re.compile("[A-Z]+")
_PATH: Final = re.compile(r"/[^?#\s]*")
_HALF: Final = re.compile("[\ud800-\udfff]")
_BROKEN: Final = re.compile("[\r\n\0\ud800-\udfff]")
"""What a header or parameter of a recording cannot hold. Half a character (a lone surrogate) has no bytes."""
_PATH_MARKS: Final = "%/:@!$&'()*+,;="
"""The characters that a path holds unescaped, besides letters and digits (RFC 3986, 3.3)."""
_LONGEST_REASON: Final = 300
MAX_BODY: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its response; `day` is when it was recorded, None if the file does not say.

    `kept` is what else the file says: the source, and one of our own also case, origin, note, spec_sha256.
    """

    request: Request
    response: Response
    day: date | None
    kept: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Imported:
    """The contents of a file: its exchanges in order, and what could not be imported."""

    exchanges: tuple[Exchange, ...]
    skipped: tuple[Problem, ...]


UNREADABLE: Final = (LookupError, TypeError, ValueError, AttributeError, OverflowError, RecursionError)
"""The exceptions that a value of an unexpected type raises where it is used."""


def recordable(exchange: Exchange) -> Exchange:
    """The exchange, if its recording can be written, read again and shown.

    Raises ValueError with the reason: one unreadable recording would block all others.
    """
    request, response = exchange.request, exchange.response
    if not _METHOD.fullmatch(request.method):
        raise ValueError("its method is not a valid HTTP method")
    if not _PATH.fullmatch(request.path):
        raise ValueError("its path is not a valid URL path")
    for part, fields in (("query", request.query), ("headers", request.headers), ("headers", response.headers)):
        if any(_BROKEN.search(text) for name, values in fields.items() for text in (name, *values)):
            raise ValueError(f"its {part} contain a line break or a lone surrogate")
    if any(_HALF.search(text) for text in exchange.kept.values()):
        raise ValueError("it contains a lone surrogate")
    return exchange


def reason(error: Exception) -> str:
    """Why an entry cannot be read; long values are shortened."""
    try:
        return clip(f"{type(error).__name__} {error}", _LONGEST_REASON)
    except RecursionError:  # the value in the message is as deep as that which could not be read
        return type(error).__name__


def request_of(method: str, url: str, headers: Iterable[tuple[str, str]], body: bytes) -> Request:
    """A request from its parts; the query is taken from the URL, what only concerns the connection is omitted.

    Raises ValueError for a URL that cannot be split.
    """
    parts = urlsplit(url)
    fields = fields_of(headers)
    query = _grouped(parse_qsl(parts.query, keep_blank_values=True))
    path = quote(parts.path, safe=_PATH_MARKS) or "/"
    return Request(method.upper(), path, query, fields, body_of(body, header(fields, "content-type")))


def server_of(url: str) -> str:
    """Scheme, host and port of a URL, without user and password. Raises ValueError for one that cannot be split."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}" if parts.netloc else ""


def response_of(
    status: int, headers: Iterable[tuple[str, str]], body: bytes, chunks: Sequence[bytes] | None = None
) -> Response:
    """A response from its parts. A stream whose chunks (`chunks`) are unknown gets one for each event."""
    fields = fields_of(headers)
    media_type = header(fields, "content-type")
    content: Body | None = body_of(body, media_type)
    if is_stream(media_type) and body:
        content = StreamBody(tuple(chunks or split_events(body)))
    return Response(status, fields, content)


def fields_of(headers: Iterable[tuple[str, str]]) -> Fields:
    """Header fields without those of the connection and HTTP/2's pseudo fields."""
    kept = [(name.lower(), value.strip()) for name, value in headers]
    return _grouped((name, value) for name, value in kept if name not in _DROPPED and not name.startswith(":"))


def lasting(recording: Recording) -> Recording:
    """The recording with only the header fields that say something about the API."""
    request, response = recording.request, recording.response
    return replace(
        recording,
        request=replace(request, headers=_lasting(request.headers)),
        response=replace(response, headers=_lasting(response.headers)),
    )


def _lasting(fields: Fields) -> Fields:
    return {name: values for name, values in fields.items() if not _VOLATILE.fullmatch(name)}


def split_events(content: bytes) -> tuple[bytes, ...]:
    """A stream, split after each blank line."""
    ends = [match.end() for match in _EVENT_END.finditer(content)]
    return tuple(content[a:b] for a, b in zip([0, *ends], [*ends, len(content)], strict=True) if content[a:b])


def decoded(content: bytes, encoding: str) -> bytes:
    """A body without its content coding (RFC 9110, 8.4): gzip and deflate; bytes that are not so coded stay.

    Raises ValueError for a body that is too large, cut off, or in an unsupported coding.
    """
    for name in reversed([part.strip().lower() for part in encoding.split(",") if part.strip()]):
        if name in ("gzip", "x-gzip") and content.startswith(b"\x1f\x8b"):
            content = _inflated(content, zlib.MAX_WBITS | 16)
        elif name == "deflate" and content and not _is_text(content):
            content = _inflated(content, zlib.MAX_WBITS if content[0] & 0x0F == 8 else -zlib.MAX_WBITS)
        elif name not in ("gzip", "x-gzip", "deflate", "identity") and not _is_text(content):
            raise ValueError(f"content-encoding {name} is not supported")
    return content


def recordings_of(
    exchanges: Sequence[Exchange],
    *,
    operation_of: Callable[[Request], str | None],
    case: str = "",
    default: str = "imported",
) -> tuple[tuple[Recording, ...], tuple[Exchange, ...]]:
    """Recordings named `case-1`, `case-2` … within each operation, and the exchanges without an operation.

    `operation_of` gives the dotted name of the client's method for a request, or None. An exchange from our own
    export keeps its origin, and its name where no `case` is given; any other one is live. The caller scrubs them.
    """
    recordings: list[Recording] = []
    others: list[Exchange] = []
    counts: dict[str, int] = {}
    for exchange in exchanges:
        operation = operation_of(exchange.request)
        if operation is None:
            others.append(exchange)
            continue
        name = "" if case else exchange.kept.get("case", "")
        if not name or (operation, name) in {(each.operation, each.case) for each in recordings}:
            counts[operation] = counts.get(operation, 0) + 1
            name = f"{case or default}-{counts[operation]}"
        recordings.append(_recording(exchange, operation, name))
    return tuple(recordings), tuple(others)


def _recording(exchange: Exchange, operation: str, case: str) -> Recording:
    kept = exchange.kept
    origin = kept.get("origin", "live")
    return lasting(
        Recording(
            operation,
            case,
            exchange.request,
            exchange.response,
            origin=origin,
            recorded=exchange.day if origin == "live" else None,
            source=kept.get("source", ""),
            note=kept.get("note", ""),
            spec_sha256=kept.get("spec_sha256", ""),
        )
    )


def unpacked_file(content: bytes) -> bytes:
    """A file's content, decompressed if it is gzipped (`.har.gz`). Raises ValueError as `decoded`."""
    return decoded(content, "gzip")


def _inflated(content: bytes, window: int) -> bytes:
    reader = zlib.decompressobj(window)
    try:
        result = reader.decompress(content, MAX_BODY)
    except zlib.error as error:
        raise ValueError(f"the compressed body cannot be read ({error})") from error
    if not reader.eof:
        raise ValueError("the compressed body is cut off or too large")
    return result


def _is_text(content: bytes) -> bool:
    try:
        return content.decode("utf-8").isprintable() or not content or content[:1] in b'{[<"\n\r\t '
    except UnicodeDecodeError:
        return False


def _grouped(pairs: Iterable[tuple[str, str]]) -> Fields:
    grouped: dict[str, tuple[str, ...]] = {}
    for name, value in pairs:
        grouped[name] = (*grouped.get(name, ()), value)
    return grouped
