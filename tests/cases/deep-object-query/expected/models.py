# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ._runtime.model import Model


class Area(Model):
    centre: Annotated[list[float], Field(max_length=2, min_length=2)]
    radius: Annotated[float, Field(gt=0.0)]


class Filter(Model):
    constellation: str | None = None
    magnitude: float | None = None
    visible: bool | None = None


class Page(Model):
    limit: Annotated[int | None, Field(ge=1, le=500)] = None
    offset: Annotated[int | None, Field(ge=0)] = None


class Star(Model):
    magnitude: float
    name: str


class StarListParameters(Model):
    area: Area | None = None
    filter: Filter | None = None
    page: Page | None = None


class StarList(Model):
    stars: list[Star]
