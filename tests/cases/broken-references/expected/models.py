# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Any

from ._runtime.model import Model
from ._runtime.values import DateTime_


class Harbour(Model):
    depth: float | None = None
    name: str | None = None


class ABC(Model):
    moon: str | None = None


class Tide(Model, nullable=["next"]):
    high: DateTime_ | None = None
    next: Any | None = None


class TideRequest(Model, nullable=["circle", "elsewhere", "missing", "neighbour", "unreadable"]):
    harbour: Harbour
    circle: Any | None = None
    elsewhere: Any | None = None
    escaped: ABC | None = None
    missing: Any | None = None
    neighbour: Any | None = None
    other_harbour: Harbour | None = None
    twin: Tide | None = None
    unreadable: Any | None = None
