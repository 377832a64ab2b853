# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from .models import Animal, Star


class StarParam(TypedDict):
    """The star."""

    age: int
    name: str
    fame: NotRequired[int]


class AnimalParam(TypedDict):
    name: str
    age: NotRequired[int]


ModeParam: TypeAlias = Literal["open", "shut"]


class ZooParam(TypedDict):
    star: StarParam | Star
    """The star."""

    maybe: NotRequired[AnimalParam | Animal | None]
    mode: NotRequired[ModeParam]
    """Deprecated."""

    tight: NotRequired[str]
