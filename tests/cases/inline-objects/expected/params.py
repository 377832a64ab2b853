# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from typing_extensions import TypedDict

from .models import Conductor, Hall, Piece, PieceHall, Soloist


class ConductorParam(TypedDict):
    name: str
    """In full."""


class HallParam(TypedDict):
    seats: int


class PieceHallParam(TypedDict):
    acoustics: NotRequired[str]


class SoloistParam(TypedDict):
    name: str
    voice: NotRequired[str]


class PieceParam(TypedDict):
    conductor: NotRequired[ConductorParam | Conductor]
    hall: NotRequired[PieceHallParam | PieceHall]
    title: NotRequired[str]


class RehearsalRequestParam(TypedDict):
    conductor: ConductorParam | Conductor
    hall: HallParam | Hall
    pieces: NotRequired[Sequence[PieceParam | Piece]]
    soloists: NotRequired[Sequence[SoloistParam | Soloist]]
