"""Errors of requests: each is a NetworkError, so that none is mistaken for a fault of the input."""

from __future__ import annotations

from nemogen.errors import NetworkError


class Unreachable(NetworkError):
    """No response, an incomplete response or a server error, after all retries."""


class UnexpectedResponse(Unreachable):
    """The response differs from what the API is documented to return."""


class NotFound(NetworkError):
    """The host has nothing at this URL (404, 410), or does not show it without other credentials."""

    @classmethod
    def error_id(cls) -> str:
        """What this error is called since before the first release: ids stay, since scripts name them."""
        return "gone"


class RateLimited(NetworkError):
    """The host's rate limit requires a longer wait than nemogen allows."""


class Refused(NetworkError):
    """The host rejected the request, or nemogen rejected the response: a redirect to http, too many redirects."""


class Unprocessable(Refused):
    """The host understood the request but cannot carry it out (422)."""


class BadToken(NetworkError):
    """The host rejected the credentials (401)."""


class TooLarge(NetworkError):
    """A body exceeds the size limit."""
