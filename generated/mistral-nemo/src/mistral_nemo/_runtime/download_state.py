"""The progress of a download, and how it resumes after its connection broke. Nothing here waits, reads or sends."""

from __future__ import annotations

import email.utils
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from .api_response import ApiResponse
from .errors import APIConnectionError, APIError, APIStatusError, DownloadError, extend_message

if TYPE_CHECKING:
    from .call import Call

ErrorT = TypeVar("ErrorT", bound=APIError)

_CONTENT_RANGE = re.compile(r"\s*bytes\s+(\d+)-(\d+)/(\d+|\*)\s*", re.IGNORECASE)
_UNSATISFIED = re.compile(r"\s*bytes\s+\*/(\d+)\s*", re.IGNORECASE)
_PARTIAL = 206
_UNSATISFIABLE = 416


class Span(NamedTuple):
    """The bytes of a file that a response has, both ends included."""

    first: int
    last: int


class DownloadState:
    """What a download has received, and what it knows of the complete file.

    `start` is the offset of its first byte in the file, `size` how many bytes it has from there; None: not known.
    `validator` names the version of the file, "" where the server gives none that proves equal bytes. `can_resume`: the
    server offers ranges of a version that it names, of bytes that are sent as they are.
    """

    def __init__(self, call: Call, head: ApiResponse) -> None:
        span = _span_of(head)
        self.call = call
        self.received = 0
        self.start = span.first if span else 0
        self.size = _size_of(head, span)
        self.validator = _strong_validator(head.headers)
        offers = span is not None or "bytes" in head.headers.get("accept-ranges", "").lower()
        self._is_plain = not _is_encoded(head) and (head.status == 200 or span is not None)
        self.can_resume = offers and self._is_plain and bool(self.validator) and call.operation.method == "GET"
        self._status, self._headers = head.status, head.headers
        self._last = span.last if span else None
        self._failures = 0
        self._repeated = 0

    def take(self, data: bytes) -> bytes:
        """Count received bytes, and give those that are new. Raises DownloadError if there are more than announced."""
        repeated = min(self._repeated, len(data))
        self._repeated -= repeated
        data = data[repeated:] if repeated else data
        self.received += len(data)
        self._failures = 0 if data else self._failures
        if self.size is not None and self.received > self.size:
            raise self.error(f"received more than the {self.size:,} bytes that were announced")
        return data

    @property
    def is_complete(self) -> bool:
        """Whether everything has arrived; False if the size is unknown."""
        return self.size is not None and self.received == self.size

    def ended(self) -> APIError | None:
        """The error for an incomplete body; None if it is complete, or its size is unknown."""
        if self.size is None or self.is_complete:
            return None
        return self._with_progress(self._error(APIConnectionError, "the body ended before the download was complete"))

    def broken(self, error: Exception) -> APIError:
        """The error for an exception of the HTTP library, with how much had arrived."""
        return self._with_progress(self.call.broken(error))

    def wait(self, failure: APIError) -> float | None:
        """Seconds to wait before the rest is requested; None if the failure is raised instead."""
        is_broken = isinstance(failure, APIConnectionError) and not failure.permanent
        if not is_broken or not self.can_resume or self.call.deadline.passed:
            return None
        self._failures += 1
        wait = self.call.context.options.retry.delay(self._failures, 0.0, {})
        remaining = self.call.deadline.remaining
        return None if wait is None or (remaining is not None and wait >= remaining) else wait

    def rest(self) -> Mapping[str, str]:
        """The headers that request the rest of the same version (RFC 9110, sections 13.1.5 and 14.2)."""
        last = "" if self._last is None else str(self._last)
        return {"range": f"bytes={self.start + self.received}-{last}", "if-range": self.validator}

    def is_rest_of(self, version: str) -> bool:
        """Whether a part is of the version of the file that an earlier download had, in bytes as they are: a server
        that ignores If-Range sends a part of another one.
        """
        return self.validator == version and self._is_plain

    def check_rest(self, head: ApiResponse) -> None:
        """Check that a response continues the download. Raises DownloadError if it does not.

        A server may send the whole of the same version instead: then what has arrived is passed over.
        """
        span, version = _span_of(head), _strong_validator(head.headers)
        is_same = version == self.validator
        if (head.status == 200 and not is_same) or (version and not is_same):
            raise self.error("the file changed while it was downloaded")
        position = self.start + self.received
        if head.status == 200 and not _is_encoded(head) and self._last in (None, (_size_of(head, None) or 0) - 1):
            self._repeated = position
            return
        last = None if self.size is None else self.start + self.size - 1
        if span is None or span.first != position or last not in (None, span.last) or _is_encoded(head):
            said = head.headers.get("content-range", "without Content-Range")
            raise self.error(f"requested bytes from {position}, but got another part: {said}")

    def is_whole_after(self, failure: APIError) -> bool:
        """Whether the API rejects a range because the download was already complete."""
        if not isinstance(failure, APIStatusError) or failure.status != _UNSATISFIABLE or self.size is not None:
            return False
        return unsatisfied_size(failure.headers or {}) == self.start + self.received

    def error(self, message: str) -> DownloadError:
        """The error for a download that cannot be resumed."""
        return self._error(DownloadError, message)

    def _error(self, kind: type[ErrorT], message: str) -> ErrorT:
        return self.call.facts(self._status, self._headers).error(kind, message)

    def _with_progress(self, error: APIError) -> APIError:
        of = "" if self.size is None else f" of {self.size:,}"
        extend_message(error, f"; {self.received:,}{of} bytes had arrived")
        return error


def unsatisfied_size(headers: Mapping[str, str]) -> int | None:
    """The size of the file, from the response to a range outside it; None if unknown."""
    found = _UNSATISFIED.fullmatch(headers.get("content-range", ""))
    return int(found[1]) if found else None


def _span_of(head: ApiResponse) -> Span | None:
    found = _CONTENT_RANGE.fullmatch(head.headers.get("content-range", "")) if head.status == _PARTIAL else None
    return Span(int(found[1]), int(found[2])) if found and int(found[1]) <= int(found[2]) else None


def _size_of(head: ApiResponse, span: Span | None) -> int | None:
    if span is not None:
        return span.last - span.first + 1
    length = head.headers.get("content-length", "")
    return int(length) if length.isdecimal() and not _is_encoded(head) else None


def _is_encoded(head: ApiResponse) -> bool:
    """Whether the bytes are compressed: they are unpacked on arrival, so that ranges do not match the file."""
    return head.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity")


def _strong_validator(headers: Mapping[str, str]) -> str:
    """What names a version whose bytes are equal: an ETag that is not weak; else the date of a change that lies a
    second or more before the response (RFC 9110, section 8.8.2.2).
    """
    tag = headers.get("etag", "").strip()
    if tag:
        return tag if tag.startswith('"') else ""
    try:
        changed, sent = (email.utils.parsedate_to_datetime(headers[name]) for name in ("last-modified", "date"))
        return headers["last-modified"] if (sent - changed).total_seconds() >= 1 else ""
    except (KeyError, TypeError, ValueError):
        return ""
