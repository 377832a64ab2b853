# Written by nemogen.

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from typing_extensions import TypedDict

from items_by_position.models import Cell

from ._runtime.tuples import OpenTuple_


class CellParam(TypedDict):
    v: NotRequired[int]


class PointParam(TypedDict):
    at: tuple[float, float, str]
    open: NotRequired[tuple[()] | OpenTuple_[str, *tuple[CellParam | Cell, ...]]]
    three: NotRequired[Sequence[float]]
