# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ._runtime.model import Model


class BrotchenRetrieveParameters(Model):
    größe: Literal["groß", "klein"]
    сорт: str | None = None
    数量: Annotated[int | None, Field(ge=1)] = None


class Brotchen(Model):
    größe: Literal["groß", "klein"] | str
    grosse: str | None = None
    """Is no other spelling of größe."""

    preis: Annotated[float | None, Field(alias="preis_€")] = None
    цена: float | None = None
    名前: str | None = None
    file: Annotated[str | None, Field(alias="ﬁle")] = None
    """Begins with a ligature."""

    croissant: Annotated[bool | None, Field(alias="🥐")] = None
