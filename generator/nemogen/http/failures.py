"""Errors of requests: each is a NetworkError, so that none is mistaken for a fault of the input."""

from __future__ import annotations

from nemogen.errors import NetworkError


class Unreachable(NetworkError):
    """No response, a broken one, or a server error, after all tries."""


class UnexpectedResponse(Unreachable):
    """A response that is not what the API is documented to return."""


class NotFound(NetworkError):
    """The host has nothing at this URL (404, 410), or nothing that we may see."""

    @classmethod
    def error_id(cls) -> str:
        """What this error is called since before the first release: ids stay, since scripts name them."""
        return "gone"


class RateLimited(NetworkError):
    """The host asks for a longer wait than we allow."""


class Refused(NetworkError):
    """The host rejects the request, or we reject its response: a redirect to http, too many redirects."""


class Unprocessable(Refused):
    """The host understood the request and will not do it (422)."""


class BadToken(NetworkError):
    """The host rejects our credentials (401)."""


class TooLarge(NetworkError):
    """A body exceeds the size limit."""
