# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal, Union

from pydantic import Field
from typing_extensions import TypeAliasType

from ._runtime.model import Model


class CatBase(Model, is_base=True, open_tag="kind"):
    kind: Literal["cat"]
    """What it is."""

    name: str
    claws: int | None = None


class Siamese(Model):
    kind: Literal["siamese"]
    """What it is."""

    name: str
    blue: bool | None = None
    claws: int | None = None


class AnimalBase(Model, is_base=True, open_tag="kind"):
    """Any animal."""

    kind: Literal["Animal"]
    """What it is."""

    name: str


Cat = TypeAliasType("Cat", Annotated[Siamese | CatBase, Field(discriminator="kind")])


Animal = TypeAliasType("Animal", Annotated[Union[CatBase, "Dog", Siamese, AnimalBase], Field(discriminator="kind")])
"""
Any animal.
"""


class Box(Model, nullable=["guest"]):
    cats: list[Cat]
    guest: Animal | None = None


class Dog(Model):
    kind: Literal["dog", "hound"]
    """What it is."""

    name: str
    friend: Animal | None = None
