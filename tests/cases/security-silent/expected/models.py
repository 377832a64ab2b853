# Written by nemogen.

from __future__ import annotations

from typing_extensions import TypeAliasType

Open = TypeAliasType("Open", str)


Both = TypeAliasType("Both", str)


Basic = TypeAliasType("Basic", str)
