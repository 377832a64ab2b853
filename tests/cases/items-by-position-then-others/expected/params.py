# Written by nemogen.

from __future__ import annotations

from typing import TypeAlias

from typing_extensions import TypedDict

from ._runtime.tuples import OpenTuple_

Cells: TypeAlias = tuple[()]


Cells1: TypeAlias = OpenTuple_[str, *tuple[int, ...]]


class RowParam(TypedDict):
    cells: Cells | Cells1
