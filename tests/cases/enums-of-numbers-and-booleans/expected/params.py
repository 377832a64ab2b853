# Written by nemogen.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class RideRequestParam(TypedDict):
    floor: Literal[-1, 0, 1, 2, 3]
    speed: NotRequired[float | Literal[1]]
    doors: NotRequired[Literal[1, 2]]
    silent: NotRequired[Literal[True]]
    music: NotRequired[Literal[True, False, 1, "jazz"] | None]
    colour: NotRequired[str]
    load: NotRequired[Literal[8]]
    """A number with a single value."""

    tone: NotRequired[Literal["440", "443"]]
