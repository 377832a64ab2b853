# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing_extensions import TypeAliasType

from ._runtime.model import Model


class Time(Model):
    time: str | None = None


ZoneList = TypeAliasType("ZoneList", list[str])
