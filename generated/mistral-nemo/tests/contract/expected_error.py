"""The error that a package must raise for a status, and how one that was raised differs from it."""

from __future__ import annotations

import importlib
from collections.abc import Iterator

from .recorded_calls import Difference

_CLASSES = {
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
}


def error_differences(error: Exception | None, package: str, status: int, outcome: str) -> Iterator[Difference]:
    """How what was raised (None: nothing) differs from the package's error for a response of this status."""
    if error is None:
        reason = f"has status {status}" if status >= 400 else "is an error" if outcome == "error" else "breaks off"
        yield Difference("error", f"nothing is raised, though the response {reason}")
    elif type(error).__module__.split(".")[0] != package:
        yield Difference("error", f"{type(error).__module__}.{type(error).__name__} is not an error of {package}")
    elif status >= 400 and getattr(error, "status", None) != status:
        yield Difference("error", f"{type(error).__name__}.status is {getattr(error, 'status', None)}, not {status}")
    elif not isinstance(error, _error_class(package, status)):
        yield Difference("error", f"{type(error).__name__} is not the error of status {status}")


def one_line(error: Exception) -> str:
    """The message of an error, in one line of at most 300 characters."""
    return " ".join(str(error).split())[:300]


def _error_class(package: str, status: int) -> type[Exception]:
    """The class that a package exports for a status, if it has one."""
    name = _CLASSES.get(status, "InternalServerError" if status >= 500 else "")
    found: type[Exception] = getattr(importlib.import_module(package), name, Exception)
    return found
