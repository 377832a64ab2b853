# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from .models import BreadExtra, Pasta, Soup, WaterExtra


class BreadExtraParam(TypedDict):
    grams: int
    kind: Literal["bread"]


class WaterExtraParam(TypedDict):
    kind: Literal["water"]
    sparkling: NotRequired[bool]


class SoupParam(TypedDict):
    type: Literal["soup"]
    spoon: NotRequired[bool]


class PastaParam(TypedDict):
    shape: str
    type: Literal["pasta"]


DishParam: TypeAlias = SoupParam | Soup | PastaParam | Pasta


ExtraParam: TypeAlias = BreadExtraParam | BreadExtra | WaterExtraParam | WaterExtra


class OrderRequestParam(TypedDict):
    dishes: Sequence[DishParam]
    extra: NotRequired[ExtraParam]
    table: NotRequired[int | Literal["bar", "terrace"]]
