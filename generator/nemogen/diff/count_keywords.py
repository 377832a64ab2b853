"""The keywords that limit a length or a number, a row for each: their rules, messages and comparison come from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from nemogen.light_dataclasses import dataclass
from nemogen.openapi.schema import Number, Schema


@dataclass(frozen=True, slots=True)
class CountKeyword:
    """One keyword. `name` is its part of rule ids, `words` that of messages; `value` reads it from a schema.

    `implied` is the limit of a schema without the keyword: such a limit changes, and is never set or unset. None: no
    limit. `is_of_contains`: it has no effect without `contains`.
    """

    name: str
    keyword: str
    words: str
    value: Callable[[Schema], Number | None]
    implied: int | None = None
    is_of_contains: bool = False

    @property
    def is_upper(self) -> bool:
        """Whether it is a maximum."""
        return self.name.startswith("max")


COUNT_KEYWORDS: Final = (
    CountKeyword("max-length", "maxLength", "maximum length", lambda schema: schema.strings.max_length),
    CountKeyword("max-items", "maxItems", "maximum number of items", lambda schema: schema.arrays.max_items),
    CountKeyword(
        "max-properties", "maxProperties", "maximum number of properties", lambda schema: schema.objects.max_properties
    ),
    CountKeyword(
        *("max-contains", "maxContains", "maximum number of matching items"),
        value=lambda schema: schema.arrays.max_contains,
        is_of_contains=True,
    ),
    CountKeyword("min-length", "minLength", "minimum length", lambda schema: schema.strings.min_length, implied=0),
    CountKeyword("min-items", "minItems", "minimum number of items", lambda schema: schema.arrays.min_items),
    CountKeyword(
        *("min-properties", "minProperties", "minimum number of properties"),
        value=lambda schema: schema.objects.min_properties,
        implied=0,
    ),
    CountKeyword(
        *("min-contains", "minContains", "minimum number of matching items"),
        value=lambda schema: schema.arrays.min_contains,
        implied=1,
        is_of_contains=True,
    ),
)
