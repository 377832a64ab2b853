# Written by nemogen.

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from items_by_position._runtime.model import Model


class Cell(Model):
    v: int | None = None


class Point(Model):
    at: Annotated[list[float | str], Field(max_length=3, min_length=3)]
    open: list[str | Cell] | None = None
    three: Annotated[list[float] | None, Field(max_length=3, min_length=3)] = None
