# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ._runtime.model import Model
from ._runtime.values import Date_


class Person(Model):
    name: Annotated[str, Field(min_length=1)]
    born: int | None = None


class NewExhibit(Model, nullable=["maker"]):
    name: Annotated[str, Field(min_length=1)]
    year: int
    hall: Annotated[str | None, Field(max_length=12, min_length=2)] = None
    maker: Person | None = None
    """Who made it."""


class Exhibit(Model, nullable=["maker"]):
    id: str
    name: Annotated[str, Field(min_length=1)]
    year: int
    added: Date_ | None = None
    hall: Annotated[str | None, Field(max_length=12, min_length=2)] = None
    maker: Person | None = None
    """Who made it."""
