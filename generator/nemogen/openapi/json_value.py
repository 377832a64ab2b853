"""The type of a parsed JSON value, and the tests that narrow it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

JsonValue: TypeAlias = "None | bool | int | float | str | Sequence[JsonValue] | Mapping[str, JsonValue]"
"""What JSON can hold. Treated as frozen: nobody writes into a value that was read."""

JsonObject: TypeAlias = "Mapping[str, JsonValue]"
