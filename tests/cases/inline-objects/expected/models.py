# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from ._runtime.model import Model


class Conductor(Model):
    name: str
    """In full."""


class Hall(Model):
    seats: int


class PieceHall(Model):
    acoustics: str | None = None


class Soloist(Model):
    name: str
    voice: str | None = None


class ChoiceItem(Model):
    day: str | None = None


class RehearsalPiece(Model):
    minutes: int | None = None


class Piece(Model):
    conductor: Conductor | None = None
    hall: PieceHall | None = None
    title: str | None = None


class Rehearsal(Model):
    choices: list[list[ChoiceItem]] | None = None
    pieces: list[RehearsalPiece] | None = None
    soloists: list[Soloist] | None = None


class RehearsalRequest(Model):
    conductor: Conductor
    hall: Hall
    pieces: list[Piece] | None = None
    soloists: list[Soloist] | None = None
