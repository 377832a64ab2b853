# Written by nemogen.

from __future__ import annotations

from typing import NotRequired, TypedDict

ConcertParam = TypedDict(
    "ConcertParam",
    {
        "concert_id": NotRequired[str],
        "startsAt": NotRequired[str],
        "starts_at": NotRequired[str],
        "Starts-At": NotRequired[str],
    },
)
