# Written by nemogen.

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired

from typing_extensions import TypedDict

from openapi_3_1.models import Keeper


class KeeperParam(TypedDict):
    name: str


class SeedRequestParam(TypedDict):
    species: str
    weight: float
    keeper: NotRequired[KeeperParam | Keeper]
    """Who keeps them."""

    photo: NotRequired[str]
    anything: NotRequired[Any]
    pair: NotRequired[Sequence[Any]]
    harvest: NotRequired[Mapping[str, Any]]
