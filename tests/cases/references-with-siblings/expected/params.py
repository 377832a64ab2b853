# Written by nemogen.

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from references_with_siblings.models import Animal, Star


class StarParam(TypedDict):
    """The star."""

    name: str
    age: int
    fame: NotRequired[int]


ModeParam: TypeAlias = Literal["open", "shut"]


class AnimalParam(TypedDict):
    name: str
    age: NotRequired[int]


class ZooParam(TypedDict):
    star: StarParam | Star
    """The star."""

    mode: NotRequired[ModeParam]
    """Deprecated."""

    maybe: NotRequired[AnimalParam | Animal | None]
    tight: NotRequired[str]
