# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NotRequired

from typing_extensions import TypedDict

OrderRequestParam = TypedDict(
    "OrderRequestParam",
    {
        "kind": Literal["\U0001fae8"],
        "k\U00011f04": str,
        "more": NotRequired[Mapping[str, str]],
    },
)
