# Written by nemogen.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from all_of.models import Person


class PersonParam(TypedDict):
    name: str
    born: NotRequired[int]


class NewExhibitParam(TypedDict):
    name: str
    year: int
    hall: NotRequired[str]
    maker: NotRequired[PersonParam | Person | None]
    """Who made it."""
