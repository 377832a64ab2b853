"""One value of an enumeration in the frozen model of a schema."""

from __future__ import annotations

from nemogen.light_dataclasses import dataclass
from nemogen.openapi.json_value import JsonValue, canonical_json


@dataclass(frozen=True, slots=True, eq=False)
class EnumValue:
    """One allowed value, with what a `oneOf` of constants (or `x-enum-varnames`, …) says about it.

    Unlike in Python, 1 and true are two values; 1 and 1.0 are one.
    """

    value: JsonValue
    name: str = ""
    description: str = ""
    deprecated: bool = False

    @property
    def key(self) -> str:
        """A text that equal JSON values share."""
        return canonical_json(self.value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, EnumValue):
            return NotImplemented
        if isinstance(self.value, str) and isinstance(other.value, str):  # most are, and need no other text
            is_equal = self.value == other.value
        else:
            is_equal = self.key == other.key
        return is_equal and (self.name, self.deprecated) == (other.name, other.deprecated)

    def __hash__(self) -> int:
        return hash((self.value if isinstance(self.value, str) else self.key, self.name))
