# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal, Union

from pydantic import Field
from typing_extensions import TypeAliasType

from ._runtime.model import Model

Pair = TypeAliasType("Pair", str | None)


Tree = TypeAliasType("Tree", Union["list[Tree]", str])


class Variant(Model):
    name: str


class VariantCreateBareBody(Model):
    body: str | Variant


VariantCreateResponse = TypeAliasType("VariantCreateResponse", str | Variant)


class Cat(Model):
    kind: Literal["Cat"]
    lives: int | None = None


class Dog(Model):
    kind: Literal["Dog"]
    tricks: list[str] | None = None


Pet = TypeAliasType("Pet", Annotated[Cat | Dog, Field(discriminator="kind")])
