# Written by nemogen.

from __future__ import annotations

from typing import Any

from typing_extensions import TypeAliasType

from additional_properties._runtime.model import Model

CensusCreateResponse = TypeAliasType("CensusCreateResponse", dict[str, int])


class OwnersValue(Model):
    name: str


class Mixed(Model):
    __pydantic_extra__: dict[str, str]
    total: int | None = None


class Census(Model):
    year: int
    counts: dict[str, int]
    owners: dict[str, OwnersValue] | None = None
    rows: dict[str, list[str]] | None = None
    grid: dict[str, dict[str, float]] | None = None
    marks: dict[str, str | bool] | None = None
    anything: dict[str, Any] | None = None
    whatever: dict[str, Any] | None = None
    closed: dict[str, Any] | None = None
    mixed: Mixed | None = None
