# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from typing import NotRequired, TypeAlias

from typing_extensions import TypedDict

from .models import Cat, Dog


class CatParam(TypedDict):
    animalType: str
    claws: NotRequired[int]


class DogParam(TypedDict):
    animalType: str
    tail: NotRequired[bool]


AnimalParam: TypeAlias = CatParam | Cat | DogParam | Dog
