# Written by nemogen.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from names_beyond_ascii._runtime.model import Model


class BrotchenRetrieveParameters(Model):
    größe: Literal["klein", "groß"]
    数量: Annotated[int | None, Field(ge=1)] = None
    сорт: str | None = None


class Brotchen(Model):
    größe: Literal["klein", "groß"] | str
    grosse: str | None = None
    """Is no other spelling of größe."""

    preis: Annotated[float | None, Field(alias="preis_€")] = None
    名前: str | None = None
    цена: float | None = None
    croissant: Annotated[bool | None, Field(alias="🥐")] = None
    file: Annotated[str | None, Field(alias="ﬁle")] = None
    """Begins with a ligature."""
