# Written by nemogen.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from titles.models import Person, Place, Stamp, Witness


class PersonParam(TypedDict):
    name: NotRequired[str]


class WitnessParam(TypedDict):
    nickname: NotRequired[str]


class StampParam(TypedDict):
    text: NotRequired[str]


class PlaceParam(TypedDict):
    street: NotRequired[str]


class QuestionnaireParam(TypedDict):
    sender: NotRequired[PersonParam | Person]
    receiver: NotRequired[PersonParam | Person]
    witness: NotRequired[WitnessParam | Witness]
    stamp: NotRequired[StampParam | Stamp]
    place: NotRequired[PlaceParam | Place]
