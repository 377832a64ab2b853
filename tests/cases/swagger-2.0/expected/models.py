# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Literal

from ._runtime.model import Model


class DockBerthCrossingListParameters(Model):
    dock: str
    berth: int
    days: list[Literal["mon", "tue"]] | None = None


class Crossing(Model, nullable=["full"]):
    ship: str
    full: bool | None = None


class DockBerthCrossingCreateParameters(Model):
    dock: str
    berth: int


class ManifestRequest(Model):
    title: str
