# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from ._runtime.model import Model
from ._runtime.tuples import OpenTuple_
from ._runtime.values import UUID_, Bytes_


class Keeper(Model):
    name: str


class Seed(Model):
    receipt: UUID_ | None = None


class SproutedEvent(Model):
    day: int | None = None


class SeedRequest(Model, nullable=["anything"]):
    species: str
    weight: Annotated[float, Field(gt=0.0, lt=5000.0)]
    anything: Any | None = None
    harvest: dict[str, Any] | None = None
    keeper: Keeper | None = None
    """Who keeps them."""

    pair: tuple[()] | tuple[float] | OpenTuple_[float, float, *tuple[Any, ...]] | None = None
    photo: Bytes_ | None = None
