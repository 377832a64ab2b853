# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from .models import PictureFront, WordsFront


class PictureFrontParam(TypedDict):
    kind: Literal["picture"]
    url: str


class WordsFrontParam(TypedDict):
    kind: Literal["words"]
    text: str


FrontParam: TypeAlias = PictureFrontParam | PictureFront | WordsFrontParam | WordsFront


class CardRequestParam(TypedDict):
    format: Literal["a6"]
    front: FrontParam
    colour: NotRequired[Literal[True]]
    copies: NotRequired[Literal[1]]
    paper: NotRequired[Literal["plain"]]
    stamp: NotRequired[None]
    weight: NotRequired[float]
