# Written by nemogen.

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NotRequired

from typing_extensions import TypeAliasType, TypedDict

from recursion.models import Person

ValueParam = TypeAliasType("ValueParam", "str | float | bool | Sequence[ValueParam] | Mapping[str, ValueParam]")


class PersonParam(TypedDict):
    name: str
    children: NotRequired[Sequence[PersonParam | Person]]
    father: NotRequired[PersonParam | Person | None]
    mother: NotRequired[PersonParam | Person]
    notes: NotRequired[ValueParam]
