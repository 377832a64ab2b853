# Written by nemogen.

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired, TypeAlias

from typing_extensions import TypedDict

from openapi_3_1.models import Keeper

from ._runtime.tuples import OpenTuple_
from ._runtime.values import Bytes_

Pair: TypeAlias = tuple[()]


Pair1: TypeAlias = tuple[float]


Pair2: TypeAlias = OpenTuple_[float, float, *tuple[Any, ...]]


class KeeperParam(TypedDict):
    name: str


class SeedRequestParam(TypedDict):
    species: str
    weight: float
    anything: NotRequired[Any]
    harvest: NotRequired[Mapping[str, Any]]
    keeper: NotRequired[KeeperParam | Keeper]
    """Who keeps them."""

    pair: NotRequired[Pair | Pair1 | Pair2]
    photo: NotRequired[Bytes_]
