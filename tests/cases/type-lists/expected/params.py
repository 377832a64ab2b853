# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NotRequired

from typing_extensions import TypedDict

from .models import Via


class ViaParam(TypedDict):
    town: NotRequired[str]


class DepartureRequestParam(TypedDict):
    line: str | int
    anything: NotRequired[Any]
    code: NotRequired[Literal[1, 2, "A", "B"]]
    delay: NotRequired[int]
    platform: NotRequired[str | None]
    stops: NotRequired[Sequence[str] | str]
    via: NotRequired[ViaParam | Via | None]
