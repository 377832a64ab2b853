# Written by nemogen.

"""Response headers, as `typed_headers` of a raw response returns them."""

from __future__ import annotations

import builtins as _builtins
import datetime as _datetime

from ._runtime.typed_headers import TypedHeaders


class TicketsCreateHeaders(TypedHeaders):
    """The headers of a response to `tickets.create`."""

    @property
    def x_days(self) -> _builtins.list[_datetime.date] | None:
        """The header X-Days."""
        return self._list_date("x-days")

    @property
    def x_rows(self) -> _builtins.list[_builtins.int] | None:
        """The header X-Rows."""
        return self._list_int("x-rows")

    @property
    def x_seats_left(self) -> _builtins.int | None:
        """The header X-Seats-Left."""
        return self._int("x-seats-left")

    @property
    def x_until(self) -> _datetime.datetime | None:
        """The header X-Until."""
        return self._datetime("x-until")
