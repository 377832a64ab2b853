# Written by nemogen.

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, TypeAlias

from typing_extensions import TypedDict

from items_by_position.models import Cell

from ._runtime.tuples import OpenTuple_

Open: TypeAlias = tuple[()]


class CellParam(TypedDict):
    v: NotRequired[int]


Open1: TypeAlias = OpenTuple_[str, *tuple[CellParam | Cell, ...]]


class PointParam(TypedDict):
    at: tuple[float, float, str]
    open: NotRequired[Open | Open1]
    three: NotRequired[Sequence[float]]
