# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from ._runtime.model import Model


class Vet(Model):
    job: Literal["Vet"]
    degree: str | None = None


class Guard(Model):
    job: Literal["Guard"]
    shift: Literal["day", "night"] | str | None = None


class Cat(Model):
    animal_type: Annotated[Literal["cat", "kitten"], Field(alias="animalType")]
    claws: int | None = None


class Dog(Model):
    animal_type: Annotated[Literal["dog"], Field(alias="animalType")]
    tail: bool | None = None


Animal = TypeAliasType("Animal", Annotated[Cat | Dog, Field(discriminator="animal_type")])


Keeper = TypeAliasType("Keeper", Annotated[Vet | Guard, Field(discriminator="job")])


AnimalCreateResponse = TypeAliasType("AnimalCreateResponse", Keeper | None)
