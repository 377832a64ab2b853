# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ._runtime.model import Model
from ._runtime.tuples import OpenTuple_


class Cell(Model):
    v: int | None = None


class Point(Model):
    at: tuple[float, float, str]
    open: tuple[()] | OpenTuple_[str, *tuple[Cell, ...]] | None = None
    three: Annotated[list[float] | None, Field(max_length=3, min_length=3)] = None
