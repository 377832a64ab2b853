# Written by nemogen.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class ScorePlayRequestParam(TypedDict):
    instrument: NotRequired[Literal["harp", "organ", "piano"]]
    tempo: NotRequired[int]
