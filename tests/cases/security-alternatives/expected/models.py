# Written by nemogen.

from __future__ import annotations

from typing_extensions import TypeAliasType

ToolList = TypeAliasType("ToolList", list[str])


KeyList = TypeAliasType("KeyList", list[str])


HourList = TypeAliasType("HourList", list[str])


Staff = TypeAliasType("Staff", list[str])
