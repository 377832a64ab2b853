# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from typing import Any, NotRequired

from typing_extensions import TypedDict

from ._runtime.values import DateTime_
from .models import ABC, Harbour, Tide


class HarbourParam(TypedDict):
    depth: NotRequired[float]
    name: NotRequired[str]


class ABCParam(TypedDict):
    moon: NotRequired[str]


class TideParam(TypedDict):
    high: NotRequired[DateTime_]
    next: NotRequired[Any]


class TideRequestParam(TypedDict):
    harbour: HarbourParam | Harbour
    circle: NotRequired[Any]
    elsewhere: NotRequired[Any]
    escaped: NotRequired[ABCParam | ABC]
    missing: NotRequired[Any]
    neighbour: NotRequired[Any]
    other_harbour: NotRequired[HarbourParam | Harbour]
    twin: NotRequired[TideParam | Tide]
    unreadable: NotRequired[Any]
