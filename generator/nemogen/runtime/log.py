"""What is logged, under the name of the package: requests and answers at DEBUG, without secrets and bodies."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from .secret import MASK, SECRET_HEADERS, Secret


def redacted(headers: Mapping[str, str], secret: Secret) -> dict[str, str]:
    """The headers (names in lower case), with the values of those masked that hold secrets, and the key everywhere."""
    hidden = {*SECRET_HEADERS, *secret.headers}
    return {name: MASK if name in hidden else secret.redact(value) for name, value in headers.items()}


def log_request(
    logger: logging.Logger, verb: str, url: str, headers: Mapping[str, str], size: int | None, attempt: int
) -> None:
    """One request that is about to be sent; `url` and `headers` are redacted, `size` is that of the body in bytes."""
    body = "a multipart body" if size is None else f"{size:,} bytes"
    logger.debug("request %d: %s %s, %s, headers %s", attempt, verb, url, body, headers)


def log_response(logger: logging.Logger, status: int, headers: Mapping[str, str], seconds: float, size: int) -> None:
    """One answer, or the head of a stream (size 0); `headers` are redacted."""
    logger.debug("answer: status %d after %.3f s, %d bytes, headers %s", status, seconds, size, headers)


def log_retry(logger: logging.Logger, reason: str, wait: float, attempt: int) -> None:
    """A request that will be sent again."""
    logger.debug("attempt %d failed (%s); again in %.2f s", attempt, reason, wait)
