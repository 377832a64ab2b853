# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from ._runtime.model import Model


class OrderRequest(Model):
    url: str | None = None


class Door(Model):
    color: str | None = None


class OvenHotEvent(Model):
    type: Literal["oven.hot"]
    degrees: int | None = None
    state: Literal["off", "on"] | str | None = None


class Baked(Model):
    type: Literal["order.baked"]
    loaves: int | None = None


class BreadSold(Model):
    type: Literal["bread.sold"]
    cents: int | None = None


class BreadLost(Model):
    type: Literal["bread.lost"]


BreadEvent = TypeAliasType("BreadEvent", Annotated[BreadSold | BreadLost, Field(discriminator="type")])


class OrderRungEvent(Model):
    type: Literal["order.rung"]
    by: list[str] | None = None
    door: Door | None = None
    note: str | None = None
    rings: int | None = None
