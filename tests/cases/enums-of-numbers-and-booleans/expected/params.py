# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class RideRequestParam(TypedDict):
    floor: Literal[-1, 0, 1, 2, 3]
    colour: NotRequired[str]
    doors: NotRequired[Literal[1, 2]]
    load: NotRequired[Literal[8]]
    """A number with a single value."""

    music: NotRequired[Literal[False, True, 1, "jazz"] | None]
    silent: NotRequired[Literal[True]]
    speed: NotRequired[Literal[1] | float]
    tone: NotRequired[Literal["440", "443"]]
