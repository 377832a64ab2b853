# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ._runtime.model import Model


class CrewRetrieveParameters(Model):
    starting_after: str | None = None


class Sailor(Model):
    id: str


class FlagListParameters(Model):
    limit: int | None = None


class Port(Model):
    code: str


class FleetShipListParameters(Model):
    fleet: str
    page: Annotated[int | None, Field(ge=1)] = None
    page_size: Annotated[int | None, Field(le=5)] = None


class Ship(Model):
    id: int
    name: str | None = None


class LogList(Model, nullable=["next", "previous"]):
    count: int | None = None
    next: str | None = None
    previous: str | None = None
    results: list[str] | None = None


class PortListParameters(Model):
    page: int | None = None
    per_page: Annotated[int | None, Field(le=100)] = None


class ShipListParameters(Model):
    cursor: str | None = None
    limit: int | None = None


class Meta(Model, nullable=["next_cursor"]):
    has_more: Annotated[bool | None, Field(alias="hasMore")] = None
    next_cursor: Annotated[str | None, Field(alias="nextCursor")] = None


class ShipSearchRequest(Model):
    query: str
    page_token: str | None = None


class ShipSearchResponse(Model):
    items: list[Ship] | None = None
    next_page_token: str | None = None


class VoyageListParameters(Model):
    limit: Annotated[int | None, Field(le=10)] = None
    offset: int | None = None


class VoyageList(Model):
    list_: Annotated[list[Ship] | None, Field(alias="list")] = None
    total: int | None = None


class Crew(Model):
    has_more: bool
    data: list[Sailor] | None = None


class ShipList(Model):
    data: list[Ship]
    meta: Meta
