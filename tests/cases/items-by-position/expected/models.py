# Written by nemogen.

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType

from items_by_position._runtime.model import Model

from ._runtime.tuples import OpenTuple_

Open = TypeAliasType("Open", tuple[()])


class Cell(Model):
    v: int | None = None


Open1 = TypeAliasType("Open1", OpenTuple_[str, *tuple[Cell, ...]])


class Point(Model):
    at: tuple[float, float, str]
    open: Open | Open1 | None = None
    three: Annotated[list[float] | None, Field(max_length=3, min_length=3)] = None
