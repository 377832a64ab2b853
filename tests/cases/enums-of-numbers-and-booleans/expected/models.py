# Written by nemogen.

from __future__ import annotations

from typing import Literal

from enums_of_numbers_and_booleans._runtime.model import Model


class RideRequest(Model, nullable=["music"]):
    floor: Literal[-1, 0, 1, 2, 3]
    speed: float | Literal[1] | None = None
    doors: Literal[1, 2] | None = None
    silent: Literal[True] | None = None
    music: Literal[True, False, 1, "jazz"] | None = None
    colour: str | None = None
    load: Literal[8] | None = None
    """A number with a single value."""

    tone: Literal["440", "443"] | None = None


class Ride(Model, nullable=["direction"]):
    floor: Literal[-1, 0, 1, 2, 3] | int
    moving: bool | None = None
    direction: Literal["up", "down"] | str | None = None
