# Written by nemogen.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from references_with_siblings._runtime.model import Model


class Star(Model):
    """The star."""

    name: str
    age: int
    fame: int | None = None


Mode = TypeAliasType("Mode", Literal["open", "shut"] | str)


class Animal(Model):
    name: str
    age: int | None = None


class Zoo(Model, nullable=["maybe"]):
    star: Star
    """The star."""

    mode: Mode | None = None
    """Deprecated."""

    maybe: Animal | None = None
    tight: Annotated[str | None, Field(max_length=3)] = None
