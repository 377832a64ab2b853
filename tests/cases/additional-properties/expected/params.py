# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired

from typing_extensions import TypedDict

from .models import Mixed, OwnersValue


class MixedParam(TypedDict):
    total: NotRequired[int]


class OwnersValueParam(TypedDict):
    name: str


class CensusParam(TypedDict):
    counts: Mapping[str, int]
    year: int
    anything: NotRequired[Mapping[str, Any]]
    closed: NotRequired[Mapping[str, Any]]
    grid: NotRequired[Mapping[str, Mapping[str, float]]]
    marks: NotRequired[Mapping[str, str | bool]]
    mixed: NotRequired[MixedParam | Mixed]
    owners: NotRequired[Mapping[str, OwnersValueParam | OwnersValue]]
    rows: NotRequired[Mapping[str, Sequence[str]]]
    whatever: NotRequired[Mapping[str, Any]]
