# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing_extensions import TypeAliasType

Names = TypeAliasType("Names", list[str])
