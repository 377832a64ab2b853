# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from ._runtime.model import Model


class BreadExtra(Model):
    grams: int
    kind: Literal["bread"]


class WaterExtra(Model):
    kind: Literal["water"]
    sparkling: bool | None = None


class Soup(Model):
    type: Literal["soup"]
    spoon: bool | None = None


class Pasta(Model):
    shape: str
    type: Literal["pasta"]


Dish = TypeAliasType("Dish", Annotated[Soup | Pasta, Field(discriminator="type")])


Extra = TypeAliasType("Extra", Annotated[BreadExtra | WaterExtra, Field(discriminator="kind")])


Order = TypeAliasType("Order", Annotated[Soup | Pasta, Field(discriminator="type")])


class OrderRequest(Model):
    dishes: list[Dish]
    extra: Extra | None = None
    table: int | Literal["bar", "terrace"] | None = None
