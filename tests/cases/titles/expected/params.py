# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from .models import Person, Place, Stamp, Witness


class PlaceParam(TypedDict):
    street: NotRequired[str]


class PersonParam(TypedDict):
    name: NotRequired[str]


class StampParam(TypedDict):
    text: NotRequired[str]


class WitnessParam(TypedDict):
    nickname: NotRequired[str]


class QuestionnaireParam(TypedDict):
    place: NotRequired[PlaceParam | Place]
    receiver: NotRequired[PersonParam | Person]
    sender: NotRequired[PersonParam | Person]
    stamp: NotRequired[StampParam | Stamp]
    witness: NotRequired[WitnessParam | Witness]
