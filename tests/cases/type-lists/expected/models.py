# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from ._runtime.model import Model


class Via(Model):
    town: str | None = None


class Departure(Model, nullable=["position"]):
    position: Annotated[int | None, Field(ge=1)] = None


class DepartureRequest(Model, nullable=["anything", "platform", "via"]):
    line: str | int
    anything: Any | None = None
    code: Literal[1, 2, "A", "B"] | None = None
    delay: int | None = None
    platform: str | None = None
    stops: list[str] | str | None = None
    via: Via | None = None


DepartureCreateResponse = TypeAliasType("DepartureCreateResponse", Departure | None)
