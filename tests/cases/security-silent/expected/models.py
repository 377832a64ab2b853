# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing_extensions import TypeAliasType

Basic = TypeAliasType("Basic", str)


Both = TypeAliasType("Both", str)


Open = TypeAliasType("Open", str)
