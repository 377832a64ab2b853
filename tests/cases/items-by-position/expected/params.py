# Written by nemogen.

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from typing_extensions import TypedDict

from items_by_position.models import Cell


class CellParam(TypedDict):
    v: NotRequired[int]


class PointParam(TypedDict):
    at: Sequence[float | str]
    open: NotRequired[Sequence[str | CellParam | Cell]]
    three: NotRequired[Sequence[float]]
