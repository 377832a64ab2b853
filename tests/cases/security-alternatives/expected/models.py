# Written by nemogen.

from __future__ import annotations

from typing_extensions import TypeAliasType

HourList = TypeAliasType("HourList", list[str])


KeyList = TypeAliasType("KeyList", list[str])


Staff = TypeAliasType("Staff", list[str])


ToolList = TypeAliasType("ToolList", list[str])
