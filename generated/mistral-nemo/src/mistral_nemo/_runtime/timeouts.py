"""Timeouts of calls and their steps."""

from __future__ import annotations

import time
from dataclasses import dataclass, fields

from .errors import ConfigurationError


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeout:
    """Seconds to wait; None waits for ever.

    `connect`, `read`, `write` and `pool` (a free connection) bound each single step; `total` bounds a whole call with
    its retries, and a stream to its last byte. Where a number stands for a Timeout, it means each single step.
    """

    connect: float | None = 5.0
    read: float | None = 600.0
    write: float | None = 600.0
    pool: float | None = 600.0
    total: float | None = None

    def __post_init__(self) -> None:
        for part in fields(self):
            seconds = getattr(self, part.name)
            if seconds is not None and not (isinstance(seconds, (int, float)) and seconds > 0):
                raise ConfigurationError(f"timeout: {part.name} is {seconds!r}; it must be seconds above 0, or None")

    @classmethod
    def of(cls, value: float | Timeout | None) -> Timeout:
        """A number of seconds for each step, or None for no bound at all."""
        if isinstance(value, Timeout):
            return value
        return cls(connect=value, read=value, write=value, pool=value)

    def steps(self, remaining: float | None) -> dict[str, float | None]:
        """Bounds of single steps, in the form of httpx2's `timeout` extension, none longer than `remaining`."""
        steps = {"connect": self.connect, "read": self.read, "write": self.write, "pool": self.pool}
        if remaining is None:
            return steps
        floor = max(remaining, 0.001)
        return {name: floor if seconds is None else min(seconds, floor) for name, seconds in steps.items()}


class Deadline:
    """The moment at which a call has used up its `total`."""

    __slots__ = ("at", "total")

    def __init__(self, total: float | None) -> None:
        self.total = total
        self.at = None if total is None else time.monotonic() + total

    @property
    def remaining(self) -> float | None:
        """Seconds left, less than 0 when it is over; None if there is no bound."""
        return None if self.at is None else self.at - time.monotonic()

    @property
    def passed(self) -> bool:
        """True when no time is left."""
        return self.at is not None and time.monotonic() >= self.at
