# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from ._runtime.values import Date_

LateTrainRequestParam = TypedDict(
    "LateTrainRequestParam",
    {
        "number": str,
        "1": NotRequired[str],
        "null": NotRequired[str],
        "seen": NotRequired[Date_],
        "steam": NotRequired[Literal["no", "off", "on", "yes"]],
    },
)
