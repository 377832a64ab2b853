# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from typing_extensions import TypedDict


class AreaParam(TypedDict):
    centre: Sequence[float]
    radius: float


class FilterParam(TypedDict):
    constellation: NotRequired[str]
    magnitude: NotRequired[float]
    visible: NotRequired[bool]


class PageParam(TypedDict):
    limit: NotRequired[int]
    offset: NotRequired[int]
