# Written by nemogen.

from __future__ import annotations

from items_by_position_then_others._runtime.model import Model

from ._runtime.tuples import OpenTuple_


class Row(Model):
    cells: tuple[()] | OpenTuple_[str, *tuple[int, ...]]
