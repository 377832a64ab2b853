# Written by nemogen.

from __future__ import annotations

from items_by_position_then_others._runtime.model import Model


class Row(Model):
    cells: list[str | int]
