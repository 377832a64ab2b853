# Written by nemogen.

from __future__ import annotations

from typing_extensions import TypeAliasType

from items_by_position_then_others._runtime.model import Model

from ._runtime.tuples import OpenTuple_

Cells = TypeAliasType("Cells", tuple[()])


Cells1 = TypeAliasType("Cells1", OpenTuple_[str, *tuple[int, ...]])


class Row(Model):
    cells: Cells | Cells1
