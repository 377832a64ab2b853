# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired

from typing_extensions import TypedDict

from .models import Label


class LabelParam(TypedDict):
    text: NotRequired[str]


class AlarmRequestParam(TypedDict):
    hour: int
    days: NotRequired[Sequence[str]]
    label: NotRequired[LabelParam | Label]
    light: NotRequired[float]
    repeat: NotRequired[bool]
    snooze: NotRequired[int]
    tone: NotRequired[str]
    volume: NotRequired[Literal[1, 2, 3]]
