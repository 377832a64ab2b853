# Written by nemogen.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

LateTrainRequestParam = TypedDict(
    "LateTrainRequestParam",
    {
        "number": str,
        "seen": NotRequired[str],
        "steam": NotRequired[Literal["yes", "no", "on", "off"]],
        "null": NotRequired[str],
        "1": NotRequired[str],
    },
)
