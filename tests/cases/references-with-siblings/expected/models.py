# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from ._runtime.model import Model


class Star(Model):
    """The star."""

    age: int
    name: str
    fame: int | None = None


class Animal(Model):
    name: str
    age: int | None = None


Mode = TypeAliasType("Mode", Literal["open", "shut"] | str)


class Zoo(Model, nullable=["maybe"]):
    star: Star
    """The star."""

    maybe: Animal | None = None
    mode: Mode | None = None
    """Deprecated."""

    tight: Annotated[str | None, Field(max_length=3)] = None
