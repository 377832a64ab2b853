# Written by nemogen.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class LampParam(TypedDict):
    colour: Literal[3] | Literal["green", "red"]
    mode: NotRequired[Literal["a", "b"] | None]
