# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from ._runtime.model import Model


class WagonRetrieveParameters(Model):
    id: str


class Load(Model):
    kilos: int | None = None
    label: str | None = None


class Wagon(Model, nullable=["maybe"]):
    load: Load
    maybe: Load | None = None
