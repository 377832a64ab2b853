# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from typing_extensions import TypedDict


class NameRequestParam(TypedDict):
    name: str
    days: NotRequired[Sequence[int]]
    vegetarian: NotRequired[bool]


class NameUpdateRequestParam(TypedDict):
    name: NotRequired[str | None]
