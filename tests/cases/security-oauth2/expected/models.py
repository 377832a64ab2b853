# Written by nemogen.

from __future__ import annotations

from typing_extensions import TypeAliasType

BoatList = TypeAliasType("BoatList", list[str])


PortList = TypeAliasType("PortList", list[str])


Status = TypeAliasType("Status", list[str])
