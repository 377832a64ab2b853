# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired

from typing_extensions import TypedDict

from ._runtime.tuples import OpenTuple_
from ._runtime.values import Bytes_
from .models import Keeper


class KeeperParam(TypedDict):
    name: str


class SeedRequestParam(TypedDict):
    species: str
    weight: float
    anything: NotRequired[Any]
    harvest: NotRequired[Mapping[str, Any]]
    keeper: NotRequired[KeeperParam | Keeper]
    """Who keeps them."""

    pair: NotRequired[tuple[()] | tuple[float] | OpenTuple_[float, float, *tuple[Any, ...]]]
    photo: NotRequired[Bytes_]
