# Written by nemogen.

from __future__ import annotations

from all_of_nullable._runtime.model import Model


class WagonRetrieveParameters(Model):
    id: str


class Load(Model):
    kilos: int | None = None
    label: str | None = None


class Wagon(Model, nullable=["maybe"]):
    load: Load
    maybe: Load | None = None
