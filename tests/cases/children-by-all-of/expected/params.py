# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypeAliasType, TypedDict

from .models import AnimalBase, CatBase, Dog, Siamese


class CatBaseParam(TypedDict):
    kind: str
    """What it is."""

    name: str
    claws: NotRequired[int]


class SiameseParam(TypedDict):
    kind: Literal["siamese"]
    """What it is."""

    name: str
    blue: NotRequired[bool]
    claws: NotRequired[int]


class AnimalBaseParam(TypedDict):
    """Any animal."""

    kind: str
    """What it is."""

    name: str


AnimalParam = TypeAliasType(
    "AnimalParam", "CatBaseParam | CatBase | DogParam | Dog | SiameseParam | Siamese | AnimalBaseParam | AnimalBase"
)
"""
Any animal.
"""


class DogParam(TypedDict):
    kind: Literal["dog", "hound"]
    """What it is."""

    name: str
    friend: NotRequired[AnimalParam]
