# Written by nemogen.

from __future__ import annotations

from typing_extensions import TypeAliasType

from security_none._runtime.model import Model


class Time(Model):
    time: str | None = None


ZoneList = TypeAliasType("ZoneList", list[str])
