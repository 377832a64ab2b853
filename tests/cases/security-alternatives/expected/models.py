# Written by nemogen.

from __future__ import annotations

from typing_extensions import TypeAliasType

Names = TypeAliasType("Names", list[str])
