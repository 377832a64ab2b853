"""Logs under the name of the package, without secrets and bodies: outcomes of requests at INFO, everything at DEBUG."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping

from .credentials import Credentials
from .secret import MASK, SECRET_HEADERS

_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}


def log_variable(package: str) -> str:
    """The environment variable that turns the log on."""
    return f"{package.rpartition('.')[2].upper()}_LOG"


def logger_of(package: str) -> logging.Logger:
    """The logger of a package. The environment may give it a level; then it writes to stderr, where nobody else asks
    for what is logged."""
    logger = logging.getLogger(package)
    name = log_variable(package)
    wanted = os.environ.get(name, "")
    if not wanted:
        return logger
    level = _LEVELS.get(wanted.lower())
    if level is None:
        logger.warning("%s is %r: use one of %s", name, wanted, ", ".join(_LEVELS))
        return logger
    logger.setLevel(level)
    if not logger.hasHandlers():
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
    return logger


def redacted(headers: Mapping[str, str], credentials: Credentials) -> dict[str, str]:
    """The headers (names in lower case), with the values of those masked that hold secrets, and keys everywhere."""
    hidden = SECRET_HEADERS | credentials.header_names
    return {name: MASK if name in hidden else credentials.redact(value) for name, value in headers.items()}


def log_request(
    logger: logging.Logger, *, method: str, url: str, headers: Mapping[str, str], size: int | None, attempt: int
) -> None:
    """Log a request before it is sent. `url` and `headers` are redacted; `size` is that of the body in bytes."""
    body = "a multipart body" if size is None else f"{size:,} bytes"
    shown = {"attempt": attempt, "method": method, "url": url, "body": body, "headers": headers}
    logger.debug("request %(attempt)d: %(method)s %(url)s, %(body)s, headers %(headers)s", shown)


def log_response(logger: logging.Logger, *, status: int, headers: Mapping[str, str], seconds: float, size: int) -> None:
    """Log a response, or the head of a stream (size 0). `headers` are redacted."""
    logger.debug("response: status %d after %.3f s, %d bytes, headers %s", status, seconds, size, headers)


def log_outcome(logger: logging.Logger, operation: str, outcome: str, seconds: float) -> None:
    """Log the outcome of a request: a status or an error."""
    logger.info("%s: %s after %.3f s", operation, outcome, seconds)


def log_retry(logger: logging.Logger, reason: str, wait: float, attempt: int) -> None:
    """Log a request that will be retried."""
    logger.info("attempt %d failed (%s); retrying in %.2f s", attempt, reason, wait)
