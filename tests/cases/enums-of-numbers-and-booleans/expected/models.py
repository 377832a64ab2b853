# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Literal

from ._runtime.model import Model


class RideRequest(Model, nullable=["music"]):
    floor: Literal[-1, 0, 1, 2, 3]
    colour: str | None = None
    doors: Literal[1, 2] | None = None
    load: Literal[8] | None = None
    """A number with a single value."""

    music: Literal[False, True, 1, "jazz"] | None = None
    silent: Literal[True] | None = None
    speed: Literal[1] | float | None = None
    tone: Literal["440", "443"] | None = None


class Ride(Model, nullable=["direction"]):
    floor: Literal[-1, 0, 1, 2, 3] | int
    direction: Literal["down", "up"] | str | None = None
    moving: bool | None = None
