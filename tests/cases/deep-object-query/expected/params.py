# Written by nemogen.

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from typing_extensions import TypedDict


class FilterParam(TypedDict):
    magnitude: NotRequired[float]
    constellation: NotRequired[str]
    visible: NotRequired[bool]


class PageParam(TypedDict):
    limit: NotRequired[int]
    offset: NotRequired[int]


class AreaParam(TypedDict):
    centre: Sequence[float]
    radius: float
