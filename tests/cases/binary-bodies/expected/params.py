# Written by nemogen.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class ScorePlayRequestParam(TypedDict):
    tempo: NotRequired[int]
    instrument: NotRequired[Literal["piano", "organ", "harp"]]
