# Written by nemogen.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from component_names.models import (
    BaseModelModel,
    Client,
    ExceptionModel,
    List,
    Mtu4000Engine,
    NoneModel,
    OptionalModel,
    Schema2NdDeck,
)


class Mtu4000EngineParam(TypedDict):
    power: NotRequired[int]


class ExceptionModelParam(TypedDict):
    text: NotRequired[str]


class BaseModelModelParam(TypedDict):
    length: NotRequired[float]


class NoneModelParam(TypedDict):
    why: NotRequired[str]


class ListParam(TypedDict):
    entries: NotRequired[int]


class Schema2NdDeckParam(TypedDict):
    cabins: NotRequired[int]


class ClientParam(TypedDict):
    owner: NotRequired[str]


class OptionalModelParam(TypedDict):
    value: NotRequired[str]


HarbourV1ShipParam = TypedDict(
    "HarbourV1ShipParam",
    {
        "engine": NotRequired[Mtu4000EngineParam | Mtu4000Engine],
        "fault": NotRequired[ExceptionModelParam | ExceptionModel],
        "base": NotRequired[BaseModelModelParam | BaseModelModel],
        "none": NotRequired[NoneModelParam | NoneModel],
        "list": NotRequired[ListParam | List],
        "deck": NotRequired[Schema2NdDeckParam | Schema2NdDeck],
        "client": NotRequired[ClientParam | Client],
        "optional": NotRequired[OptionalModelParam | OptionalModel],
    },
)
