# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from ._runtime.model import Model


class PictureFront(Model):
    kind: Literal["picture"]
    url: str


class WordsFront(Model):
    kind: Literal["words"]
    text: str


class PrintJob(Model):
    id: str
    object: Literal["print.job"]


Front = TypeAliasType("Front", Annotated[PictureFront | WordsFront, Field(discriminator="kind")])


class CardRequest(Model, nullable=["stamp"]):
    format: Literal["a6"]
    front: Front
    colour: Literal[True] | None = None
    copies: Literal[1] | None = None
    paper: Literal["plain"] | None = None
    stamp: Annotated[None, Field(None)] = None
    weight: float | None = None
