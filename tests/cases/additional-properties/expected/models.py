# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Any

from typing_extensions import TypeAliasType

from ._runtime.model import Model

CensusCreateResponse = TypeAliasType("CensusCreateResponse", dict[str, int])


class Mixed(Model):
    __pydantic_extra__: dict[str, str]
    total: int | None = None


class OwnersValue(Model):
    name: str


class Census(Model):
    counts: dict[str, int]
    year: int
    anything: dict[str, Any] | None = None
    closed: dict[str, Any] | None = None
    grid: dict[str, dict[str, float]] | None = None
    marks: dict[str, str | bool] | None = None
    mixed: Mixed | None = None
    owners: dict[str, OwnersValue] | None = None
    rows: dict[str, list[str]] | None = None
    whatever: dict[str, Any] | None = None
