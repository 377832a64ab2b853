# Written by nemogen.

from __future__ import annotations

from typing import NotRequired, TypeAlias

from typing_extensions import TypedDict

from discriminators_by_mapping.models import Cat, Dog


class CatParam(TypedDict):
    animalType: str
    claws: NotRequired[int]


class DogParam(TypedDict):
    animalType: str
    tail: NotRequired[bool]


AnimalParam: TypeAlias = CatParam | Cat | DogParam | Dog
