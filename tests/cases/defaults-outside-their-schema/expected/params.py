# Written by nemogen.

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired

from typing_extensions import TypedDict

from defaults_outside_their_schema.models import Label


class LabelParam(TypedDict):
    text: NotRequired[str]


class AlarmRequestParam(TypedDict):
    hour: int
    volume: NotRequired[Literal[1, 2, 3]]
    snooze: NotRequired[int]
    tone: NotRequired[str]
    repeat: NotRequired[bool]
    days: NotRequired[Sequence[str]]
    light: NotRequired[float]
    label: NotRequired[LabelParam | Label]
