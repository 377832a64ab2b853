# Written by nemogen.

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from typing_extensions import TypedDict

from inline_objects.models import Conductor, Hall, Piece, PieceHall, Soloist


class HallParam(TypedDict):
    seats: int


class ConductorParam(TypedDict):
    name: str
    """In full."""


class SoloistParam(TypedDict):
    name: str
    voice: NotRequired[str]


class PieceHallParam(TypedDict):
    acoustics: NotRequired[str]


class PieceParam(TypedDict):
    title: NotRequired[str]
    hall: NotRequired[PieceHallParam | PieceHall]
    conductor: NotRequired[ConductorParam | Conductor]


class RehearsalRequestParam(TypedDict):
    hall: HallParam | Hall
    conductor: ConductorParam | Conductor
    soloists: NotRequired[Sequence[SoloistParam | Soloist]]
    pieces: NotRequired[Sequence[PieceParam | Piece]]
