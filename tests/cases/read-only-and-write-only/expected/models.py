# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from ._runtime.model import Model


class Probe(Model):
    target: str


class Atmosphere(Model):
    measured: str | None = None
    oxygen: float | None = None


class Person(Model):
    name: str


class AtmosphereRequest(Model):
    oxygen: float | None = None


class Freighter(Model):
    kind: Literal["freighter"]
    tons: int
    registered: str | None = None


class Tanker(Model):
    kind: Literal["tanker"]
    litres: int


class FreighterRequest(Model):
    kind: Literal["freighter"]
    tons: int


class Planet(Model):
    id: str
    """What the server calls it."""

    name: str
    atmosphere: Atmosphere | None = None
    discovered: str | None = None
    founder: Person | None = None
    mayor: Person | None = None
    moons: list[Planet] | None = None


class PlanetRequest(Model):
    name: str
    password: str
    """Opens the gates."""

    atmosphere: AtmosphereRequest | None = None
    mayor: Person | None = None
    moons: list[PlanetRequest] | None = None


Ship = TypeAliasType("Ship", Annotated[Freighter | Tanker, Field(discriminator="kind")])


ShipRequest = TypeAliasType("ShipRequest", Annotated[FreighterRequest | Tanker, Field(discriminator="kind")])


class Fleet(Model):
    ships: list[Ship]
    admiral: str | None = None
    by_port: dict[str, Planet] | None = None


class FleetRequest(Model):
    ships: list[ShipRequest]
    admiral: str | None = None
    by_port: dict[str, PlanetRequest] | None = None


Planet.model_rebuild()
PlanetRequest.model_rebuild()
