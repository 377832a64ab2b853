# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from .models import Person


class PersonParam(TypedDict):
    name: str
    born: NotRequired[int]


class NewExhibitParam(TypedDict):
    name: str
    year: int
    hall: NotRequired[str]
    maker: NotRequired[PersonParam | Person | None]
    """Who made it."""
