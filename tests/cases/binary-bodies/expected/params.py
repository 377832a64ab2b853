# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class ScorePlayRequestParam(TypedDict):
    instrument: NotRequired[Literal["harp", "organ", "piano"]]
    tempo: NotRequired[int]
