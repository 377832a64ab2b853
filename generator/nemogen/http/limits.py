"""How much the network may take: seconds, bytes received, bytes unpacked."""

from __future__ import annotations

import time
from typing import Final

from nemogen.light_dataclasses import dataclass

MAX_BYTES: Final = 64 << 20
"""Default limit of a body after decompression: as for a document that is a file."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one exchange, times in seconds.

    An exchange is a request with all that it leads to: names looked up, connections, redirects, interim responses
    (1xx), headers, the body, further tries and the waits between them. `total` is its time by the clock, `received` its
    bytes off the network, `size` the bytes of a body after decompression. `session` is the time of all exchanges of one
    `Http` together (None: as long as they take). `connect` and `read` bound a single step, `longest_wait` what a
    Retry-After may ask for.
    """

    size: int = MAX_BYTES
    received: int = 2 * MAX_BYTES
    total: float = 120.0
    session: float | None = 600.0
    connect: float = 10.0
    read: float = 30.0
    hops: int = 5
    tries: int = 4
    first_wait: float = 0.5
    longest_wait: float = 60.0


class Spent(Exception):
    """An exchange has used up its time or its bytes."""


class OverLimit(Spent):
    """A body is larger than it may be."""


class Budget:
    """The time and size that are left for one exchange. `too_long` is the message when the time is over."""

    def __init__(self, seconds: float, received: int, too_long: str = "") -> None:
        self._end = time.monotonic() + seconds
        self._received = received
        self._too_long = too_long or f"no complete response within {seconds:g} seconds"
        self._taken = 0

    def left(self) -> float:
        """Seconds that are left; 0 or less where none are."""
        return self._end - time.monotonic()

    def step(self, longest: float | None = None) -> float:
        """How long the next step may take, at most `longest`. Raises Spent where no time is left."""
        left = self.left()
        if left <= 0:
            raise Spent(self._too_long)
        return left if longest is None else min(left, longest)

    def take(self, count: int) -> None:
        """Count bytes that were received. Raises Spent above the limit, and where no time is left."""
        self._taken += count
        if self._taken > self._received:
            raise Spent(f"the host sends more than {self._received:,} bytes")
        self.step()
