"""One tree of errors: whatever goes wrong in a call, and in whatever library, is an APIError.

No error holds the key, the headers of the request or its body. All of them can be pickled.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn


class APIError(Exception):
    """Base of every error of this package.

    `verb` and `path` name the request; `status`, `request_id` and `headers` come from the answer, where there was one;
    `body` is its parsed JSON, or else its text; `body_start` the first 2,000 characters of it; `api_message` and
    `code` are what the API itself says. `attempts` counts the requests that were sent.
    """

    def __init__(
        self,
        message: str,
        *,
        verb: str | None = None,
        path: str | None = None,
        status: int | None = None,
        request_id: str | None = None,
        headers: Mapping[str, str] | None = None,
        body: Any = None,
        body_start: str = "",
        api_message: str | None = None,
        code: str | None = None,
        attempts: int = 0,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.verb = verb
        self.path = path
        self.status = status
        self.request_id = request_id
        self.headers = dict(headers or {})
        self.body = body
        self.body_start = body_start
        self.api_message = api_message
        self.code = code
        self.attempts = attempts

    @property
    def status_code(self) -> int | None:
        """The same as `status`."""
        return self.status

    def __str__(self) -> str:
        facts = [f"{self.verb} {self.path}" if self.verb else "", f"status {self.status}" if self.status else ""]
        facts += [f"request id {self.request_id}" if self.request_id else ""]
        facts += [f"{self.attempts} attempts" if self.attempts > 1 else ""]
        known = ", ".join(fact for fact in facts if fact)
        return f"{self.message} ({known})" if known else self.message


class ConfigurationError(APIError):
    """The client cannot work as it was set up: no key, a key that cannot be sent, no valid base URL, closed."""


class ArgumentError(APIError, ValueError):
    """An argument breaks the API's own rules; nothing was sent. `argument` names it, `bound` is what it must be."""

    argument: str = ""
    value: Any = None
    bound: str = ""


class WebhookSignatureError(APIError):
    """A webhook that is not signed with the secret, or is too old: the API has not sent it, or not now."""


class APIConnectionError(APIError):
    """No connection, or it broke before the answer was complete. `sent`: the server may have got the request.
    `permanent`: another try would fail as well.
    """

    sent: bool = False
    permanent: bool = False


class APITimeoutError(APIConnectionError):
    """A wait was longer than the timeout allows. `step` is connect, read, write, pool or total."""

    step: str = "read"


class APIStatusError(APIError):
    """The API answered with an error: a status that is no 2xx, or an error in the body of one that is.

    `problem` is the body as an object of the class that the API describes for the status, or a GenericProblem where it
    describes none and the body is `application/problem+json`; else None.
    """

    retry_after: float | None = None
    problem: object = None


class BadRequestError(APIStatusError):
    """400: the request makes no sense to the API."""


class AuthenticationError(APIStatusError):
    """401: no key, or a wrong one."""


class PermissionDeniedError(APIStatusError):
    """403: the key may not do this."""


class NotFoundError(APIStatusError):
    """404: there is no such thing, or no such path."""


class ConflictError(APIStatusError):
    """409: it clashes with another request."""


class UnprocessableEntityError(APIStatusError):
    """422: understood, and refused."""


class RateLimitError(APIStatusError):
    """429: too many requests, or the credit is used up."""


class InternalServerError(APIStatusError):
    """5xx: the API failed."""


class RedirectError(APIStatusError):
    """3xx to another origin, or more of them than are followed: the request, with its key and body, is not sent on."""


class APIResponseError(APIError):
    """A 2xx answer that is not what the API promises: no JSON, cut short, empty, or (strict) of another shape.

    `mismatches` lists each place where the shape differs.
    """

    mismatches: tuple[Any, ...] = ()


class DownloadError(APIResponseError):
    """A download that cannot go on: the file changed meanwhile, or another part of it came than was asked for."""


class PaginationError(APIResponseError):
    """The next page cannot be fetched: it came before, its address is of another origin, or is not one."""


class APIStreamError(APIError):
    """A stream that did not end well. `partial` is what had arrived, put together, where the chunks add up to an answer
    (else None); `chunks` is the number of chunks that were read, `tail` the start of what could not be read.
    """

    partial: Any = None
    chunks: int = 0
    tail: str = ""


class StreamInterruptedError(APIStreamError, APIConnectionError):
    """The connection broke in the middle of a stream."""


class StreamStalledError(APIStreamError, APITimeoutError):
    """Nothing came for longer than the read timeout, or the stream was not over within the total."""


class StreamTruncatedError(APIStreamError):
    """The stream ended in good order, but the answer in it is not complete."""


class StreamEventError(APIStreamError, APIStatusError):
    """The API sent an error in the middle of a stream."""


class StreamDecodeError(APIStreamError, APIResponseError):
    """An event of a stream cannot be read: broken JSON, or (strict) another shape."""


class NotAStreamError(APIStreamError, APIResponseError):
    """A stream was asked for, and something else came."""


class EventTooLargeError(APIStreamError):
    """One event of a stream is larger than `max_event_bytes`."""


class StreamClosedError(APIStreamError):
    """The stream was closed from another thread or task while it was read."""


class StreamConsumedError(APIStreamError):
    """A stream can be read once, and this one was read, or closed, before."""


STATUS_ERRORS: Mapping[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def status_error(status: int) -> type[APIStatusError]:
    """The class of error for a status."""
    if status in STATUS_ERRORS:
        return STATUS_ERRORS[status]
    if 300 <= status < 400:
        return RedirectError
    return InternalServerError if status >= 500 else APIStatusError


def extend_message(error: APIError, text: str) -> None:
    """Add to the message of an error."""
    error.message += text
    error.args = (error.message,)


def raise_alone(error: APIError) -> NoReturn:
    """Raise it without a cycle: its traceback will hold this frame, so the frame must not hold it."""
    try:
        raise error
    finally:
        del error
