# Written by nemogen.

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import TypedDict


class RowParam(TypedDict):
    cells: Sequence[str | int]
