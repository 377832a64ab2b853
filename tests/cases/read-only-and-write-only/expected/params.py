# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from .models import AtmosphereRequest, Freighter, FreighterRequest, Person, PlanetRequest, Tanker


class ProbeParam(TypedDict):
    target: str


class PersonParam(TypedDict):
    name: str


class AtmosphereRequestParam(TypedDict):
    oxygen: NotRequired[float]


class TankerParam(TypedDict):
    kind: Literal["tanker"]
    litres: int


class FreighterRequestParam(TypedDict):
    kind: Literal["freighter"]
    tons: int


class PlanetRequestParam(TypedDict):
    name: str
    password: str
    """Opens the gates."""

    atmosphere: NotRequired[AtmosphereRequestParam | AtmosphereRequest]
    mayor: NotRequired[PersonParam | Person]
    moons: NotRequired[Sequence[PlanetRequestParam | PlanetRequest]]


ShipRequestParam: TypeAlias = FreighterRequestParam | FreighterRequest | Freighter | TankerParam | Tanker


class FleetRequestParam(TypedDict):
    ships: Sequence[ShipRequestParam]
    admiral: NotRequired[str]
    by_port: NotRequired[Mapping[str, PlanetRequestParam | PlanetRequest]]
