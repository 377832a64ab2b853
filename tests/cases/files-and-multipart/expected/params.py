# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired

from typing_extensions import TypedDict

from .models import TakenAt


class TakenAtParam(TypedDict):
    """Where the photos were taken; one part of type application/json."""

    lat: float
    lon: float


class ParcelPhotoRequestParam(TypedDict):
    caption: str
    damaged: NotRequired[bool]
    sides: NotRequired[Sequence[Literal["bottom", "left", "right", "top"]]]
    taken_at: NotRequired[TakenAtParam | TakenAt]
    """Where the photos were taken; one part of type application/json."""

    weight_grams: NotRequired[int]
