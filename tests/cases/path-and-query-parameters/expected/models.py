# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ._runtime.model import Model
from ._runtime.values import Date_


class ShelfBookRetrieveParameters(Model):
    shelf: str
    book_id: Annotated[int, Field(alias="book-id", ge=1)]
    from_: Annotated[Date_ | None, Field(alias="from")] = None
    lang: Literal["en", "nn-NO", "zh_Hant"]
    min_stars: Annotated[float | None, Field(alias="min[stars]", ge=0.0, le=5.0)] = None
    with_reviews: Annotated[bool | None, Field(alias="with reviews")] = None


class Book(Model):
    title: str
    pages: int | None = None


class ShelfLabelRetrieveParameters(Model):
    shelf: str
    colour: str
