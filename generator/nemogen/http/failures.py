"""What can go wrong with a request, as errors: each is a NetworkError, so that none passes for a fault of the input."""

from __future__ import annotations

from nemogen.errors import NetworkError


class Unreachable(NetworkError):
    """No response, a broken one, or a server error, after all tries."""


class UnexpectedResponse(Unreachable):
    """A response that is not what the API is documented to return."""


class Gone(NetworkError):
    """The host says that there is nothing at this address (404, 410), or nothing that we may see."""


class RateLimited(NetworkError):
    """The host wants us to wait longer than we do."""


class Refused(NetworkError):
    """The host refuses the request, or its response is one that we refuse: a redirect to http, too many redirects."""


class Unprocessable(Refused):
    """The host understood the request and will not do it (422)."""


class BadToken(NetworkError):
    """The host refuses our credentials (401)."""


class TooLarge(NetworkError):
    """A body is larger than we read."""
