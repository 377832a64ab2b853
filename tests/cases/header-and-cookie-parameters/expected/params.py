# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

TicketRequestParam = TypedDict(
    "TicketRequestParam",
    {
        "from": str,
        "to": str,
        "class": NotRequired[Literal[1, 2]],
    },
)
