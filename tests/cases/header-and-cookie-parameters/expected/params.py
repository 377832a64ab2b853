# Written by nemogen.

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
