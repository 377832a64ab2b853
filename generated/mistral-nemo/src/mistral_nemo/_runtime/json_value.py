"""The type of parsed JSON, where no model says more."""

from __future__ import annotations

from typing import TypeAlias

Json: TypeAlias = "None | bool | int | float | str | list[Json] | dict[str, Json]"
"""What `json.loads` gives."""

JsonObject: TypeAlias = "dict[str, Json]"
