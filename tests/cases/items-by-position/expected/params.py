# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from typing_extensions import TypedDict

from ._runtime.tuples import OpenTuple_
from .models import Cell


class CellParam(TypedDict):
    v: NotRequired[int]


class PointParam(TypedDict):
    at: tuple[float, float, str]
    open: NotRequired[tuple[()] | OpenTuple_[str, *tuple[CellParam | Cell, ...]]]
    three: NotRequired[Sequence[float]]
