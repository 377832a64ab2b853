# Written by nemogen.

from __future__ import annotations

from inline_objects._runtime.model import Model


class Hall(Model):
    seats: int


class Conductor(Model):
    name: str
    """In full."""


class Soloist(Model):
    name: str
    voice: str | None = None


class PieceHall(Model):
    acoustics: str | None = None


class RehearsalPiece(Model):
    minutes: int | None = None


class ChoiceItem(Model):
    day: str | None = None


class Piece(Model):
    title: str | None = None
    hall: PieceHall | None = None
    conductor: Conductor | None = None


class Rehearsal(Model):
    pieces: list[RehearsalPiece] | None = None
    soloists: list[Soloist] | None = None
    choices: list[list[ChoiceItem]] | None = None


class RehearsalRequest(Model):
    hall: Hall
    conductor: Conductor
    soloists: list[Soloist] | None = None
    pieces: list[Piece] | None = None
