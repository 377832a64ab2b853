# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

ConcertParam = TypedDict(
    "ConcertParam",
    {
        "Starts-At": NotRequired[str],
        "concert_id": NotRequired[str],
        "startsAt": NotRequired[str],
        "starts_at": NotRequired[str],
    },
)
