# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from .models import BaseModelModel, Client, ExceptionModel, List, Mtu4000Engine, NoneModel, OptionalModel, Schema2NdDeck


class BaseModelModelParam(TypedDict):
    length: NotRequired[float]


class ClientParam(TypedDict):
    owner: NotRequired[str]


class Schema2NdDeckParam(TypedDict):
    cabins: NotRequired[int]


class Mtu4000EngineParam(TypedDict):
    power: NotRequired[int]


class ExceptionModelParam(TypedDict):
    text: NotRequired[str]


class ListParam(TypedDict):
    entries: NotRequired[int]


class NoneModelParam(TypedDict):
    why: NotRequired[str]


class OptionalModelParam(TypedDict):
    value: NotRequired[str]


class HarbourV1ShipParam(TypedDict):
    base: NotRequired[BaseModelModelParam | BaseModelModel]
    client: NotRequired[ClientParam | Client]
    deck: NotRequired[Schema2NdDeckParam | Schema2NdDeck]
    engine: NotRequired[Mtu4000EngineParam | Mtu4000Engine]
    fault: NotRequired[ExceptionModelParam | ExceptionModel]
    list: NotRequired[ListParam | List]
    none: NotRequired[NoneModelParam | NoneModel]
    optional: NotRequired[OptionalModelParam | OptionalModel]
