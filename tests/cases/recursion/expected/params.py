# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NotRequired

from typing_extensions import TypeAliasType, TypedDict

from .models import Person

ValueParam = TypeAliasType("ValueParam", "str | float | bool | Sequence[ValueParam] | Mapping[str, ValueParam]")


class PersonParam(TypedDict):
    name: str
    children: NotRequired[Sequence[PersonParam | Person]]
    father: NotRequired[PersonParam | Person | None]
    mother: NotRequired[PersonParam | Person]
    notes: NotRequired[ValueParam]
