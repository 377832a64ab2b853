# Written by nemogen.

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from openapi_3_1._runtime.model import Model


class Keeper(Model):
    name: str


class Seed(Model):
    receipt: str | None = None


class SeedRequest(Model, nullable=["anything"]):
    species: str
    weight: Annotated[float, Field(gt=0.0, lt=5000.0)]
    keeper: Keeper | None = None
    """Who keeps them."""

    photo: str | None = None
    anything: Any | None = None
    pair: list[Any] | None = None
    harvest: dict[str, Any] | None = None
