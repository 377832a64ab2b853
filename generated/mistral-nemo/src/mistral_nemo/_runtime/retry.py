"""When to retry, and how long to wait first."""

from __future__ import annotations

import email.utils
import random
import time
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryPolicy:
    """Bounds of the retries of one call; all times in seconds.

    The wait grows from `first_delay` by doubling up to `longest_delay`, less up to a quarter at random. A Retry-After
    up to `longest_retry_after` is kept to; above it the error comes at once. No retry starts later than `total` after
    the first request. `resend` allows to repeat a request that changes something (POST) and was cut off after it was
    sent, when the API takes no idempotency key: it may be done, and paid, twice.
    """

    max_retries: int = 2
    first_delay: float = 0.5
    longest_delay: float = 8.0
    longest_retry_after: float = 60.0
    total: float = 120.0
    resend: bool = False

    def delay(self, attempt: int, elapsed: float, headers: Mapping[str, str]) -> float | None:
        """Seconds to wait after `attempt` requests (1 or more) in `elapsed` seconds; None: do not try again."""
        if attempt > self.max_retries:
            return None
        wait = retry_after(headers)
        if wait is not None and wait > self.longest_retry_after:
            return None
        if not wait or wait <= 0:
            wait = min(self.first_delay * 2 ** (attempt - 1), self.longest_delay)
            wait *= 1 - 0.25 * random.random()
        return None if elapsed + wait > self.total else wait


def retry_after(headers: Mapping[str, str], now: float | None = None) -> float | None:
    """Seconds that the response asks to wait, from `retry-after-ms` or Retry-After in both of its forms.

    None if it does not say, or says nonsense (RFC 9110, section 10.2.3). A date in the past gives 0 or less.
    """
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    value = headers.get("retry-after")
    seconds = _number(value)
    if seconds is not None or not value:
        return seconds
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return None
    return moment.timestamp() - (time.time() if now is None else now)


def _number(text: str | None) -> float | None:
    """A decimal number that is 0 or more."""
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if 0 <= number < float("inf") else None
