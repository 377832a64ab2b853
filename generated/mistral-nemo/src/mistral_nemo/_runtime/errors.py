"""One tree of errors: every failure of a call, in any library, is an APIError.

No error contains the key, the request headers or the request body. All errors can be pickled.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn


class APIError(Exception):
    """Base of every error of this package.

    `method` and `path` name the request; `status`, `request_id` and `headers` come from the response, where there was
    one; `body` is its parsed JSON, or else its text, and `body_start` its first 2,000 characters. `api_message` and
    `code` are the API's own. `attempts` counts the requests that were sent.
    """

    def __init__(
        self,
        message: str,
        *,
        method: str | None = None,
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
        self.method = method
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
        facts = [f"{self.method} {self.path}" if self.method else "", f"status {self.status}" if self.status else ""]
        facts += [f"request id {self.request_id}" if self.request_id else ""]
        facts += [f"{self.attempts} attempts" if self.attempts > 1 else ""]
        known = ", ".join(fact for fact in facts if fact)
        return f"{self.message} ({known})" if known else self.message


class ConfigurationError(APIError):
    """The client is misconfigured: a missing key, a key that cannot be sent, a base URL that is not valid. Or it is
    closed."""


class ArgumentError(APIError, ValueError):
    """An argument violates the API's rules. No request was sent. `argument` is its name, `bound` the rule."""

    argument: str = ""
    value: Any = None
    bound: str = ""


class WebhookSignatureError(APIError):
    """A webhook whose signature is not valid or too old: it may be forged or replayed."""


class APIConnectionError(APIError):
    """The connection failed, or broke before the response was complete. `sent`: the server may have got the request.
    `permanent`: a retry would fail as well.
    """

    sent: bool = False
    permanent: bool = False


class APITimeoutError(APIConnectionError):
    """A timeout was exceeded. `step` is connect, read, write, pool or total."""

    step: str = "read"


class APIStatusError(APIError):
    """The API returned an error: a status other than 2xx, or an error in the body of a 2xx response.

    `problem` is the body as an object of the class that the API describes for the status, or a GenericProblem where it
    describes none and the body is `application/problem+json`; else None.
    """

    retry_after: float | None = None
    problem: object = None


class BadRequestError(APIStatusError):
    """400 Bad Request: the API rejected the request."""


class AuthenticationError(APIStatusError):
    """401 Unauthorized: the key is missing or not valid."""


class PermissionDeniedError(APIStatusError):
    """403 Forbidden: the key does not have permission."""


class NotFoundError(APIStatusError):
    """404 Not Found: the resource or the path does not exist."""


class ConflictError(APIStatusError):
    """409 Conflict: the request conflicts with another one."""


class UnprocessableEntityError(APIStatusError):
    """422 Unprocessable Content: the API rejected the content of the request."""


class RateLimitError(APIStatusError):
    """429 Too Many Requests: rate limited, or out of credit."""


class InternalServerError(APIStatusError):
    """5xx: the API failed to handle the request."""


class RedirectError(APIStatusError):
    """3xx: a redirect to another origin, or too many redirects. The request, with its key and body, is not
    forwarded."""


class APIResponseError(APIError):
    """A 2xx response that is not what the API promises: no JSON, cut short, or (strict) empty or of another shape.

    `mismatches` lists each location that does not match the spec.
    """

    mismatches: tuple[Any, ...] = ()


class DownloadError(APIResponseError):
    """A download that cannot be resumed: the file changed meanwhile, or the server sent another part than requested."""


class PaginationError(APIResponseError):
    """The next page cannot be fetched: it is a repeated page, or its URL has another origin or is not valid."""


class APIStreamError(APIError):
    """A stream that did not end properly. `partial` is what had arrived, assembled, if the chunks add up to a response
    (else None); `chunks` is the number of chunks that were read, `tail` the start of what could not be read.
    """

    partial: Any = None
    chunks: int = 0
    tail: str = ""


class StreamInterruptedError(APIStreamError, APIConnectionError):
    """The connection broke during a stream."""


class StreamStalledError(APIStreamError, APITimeoutError):
    """No data arrived within the read timeout, or the stream exceeded the total timeout."""


class StreamTruncatedError(APIStreamError):
    """The stream ended normally, but the response in it is not complete."""


class StreamEventError(APIStreamError, APIStatusError):
    """The API sent an error during a stream."""


class StreamDecodeError(APIStreamError, APIResponseError):
    """An event of a stream cannot be decoded: invalid JSON, or (strict) mismatches."""


class NotAStreamError(APIStreamError, APIResponseError):
    """A stream was requested, but the response is something else."""


class EventTooLargeError(APIStreamError):
    """One event of a stream is larger than `max_event_bytes`."""


class StreamClosedError(APIStreamError):
    """The stream was closed from another thread or task while it was read."""


class StreamConsumedError(APIStreamError):
    """A stream can be read only once, and this one was already read or closed."""


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
    """Raise the error without a reference cycle: its traceback holds this frame, so the frame must not hold the
    error."""
    try:
        raise error
    finally:
        del error
