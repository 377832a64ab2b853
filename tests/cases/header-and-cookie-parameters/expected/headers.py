# Written by nemogen.

"""Response headers, as `typed_headers` of a raw response returns them."""

from __future__ import annotations

import builtins as _builtins

from ._runtime.typed_headers import TypedHeaders


class TicketsCreateHeaders(TypedHeaders):
    """The headers of a response to `tickets.create`."""

    @property
    def x_seats_left(self) -> _builtins.int | None:
        """The header X-Seats-Left."""
        return self._int("x-seats-left")
