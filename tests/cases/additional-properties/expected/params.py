# Written by nemogen.

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired

from typing_extensions import TypedDict

from additional_properties.models import Mixed, OwnersValue


class OwnersValueParam(TypedDict):
    name: str


class MixedParam(TypedDict):
    total: NotRequired[int]


class CensusParam(TypedDict):
    year: int
    counts: Mapping[str, int]
    owners: NotRequired[Mapping[str, OwnersValueParam | OwnersValue]]
    rows: NotRequired[Mapping[str, Sequence[str]]]
    grid: NotRequired[Mapping[str, Mapping[str, float]]]
    marks: NotRequired[Mapping[str, str | bool]]
    anything: NotRequired[Mapping[str, Any]]
    whatever: NotRequired[Mapping[str, Any]]
    closed: NotRequired[Mapping[str, Any]]
    mixed: NotRequired[MixedParam | Mixed]
