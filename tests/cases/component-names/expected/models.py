# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ._runtime.model import Model


class BaseModelModel(Model):
    length: float | None = None


class Client(Model):
    owner: str | None = None


class Schema2NdDeck(Model):
    cabins: int | None = None


class Mtu4000Engine(Model):
    power: int | None = None


class ExceptionModel(Model):
    text: str | None = None


class List(Model):
    entries: int | None = None


class NoneModel(Model):
    why: str | None = None


class OptionalModel(Model):
    value: str | None = None


class HarbourV1Ship(Model):
    base: BaseModelModel | None = None
    client: Client | None = None
    deck: Schema2NdDeck | None = None
    engine: Mtu4000Engine | None = None
    fault: ExceptionModel | None = None
    list_: Annotated[List | None, Field(alias="list")] = None
    none: NoneModel | None = None
    optional: OptionalModel | None = None


class PageShip(Model):
    items: list[HarbourV1Ship] | None = None
