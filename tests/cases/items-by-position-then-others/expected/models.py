# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from ._runtime.model import Model
from ._runtime.tuples import OpenTuple_


class Row(Model):
    cells: tuple[()] | OpenTuple_[str, *tuple[int, ...]]
