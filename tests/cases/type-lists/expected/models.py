# Written by nemogen.

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from type_lists._runtime.model import Model


class Via(Model):
    town: str | None = None


class Departure(Model, nullable=["position"]):
    position: Annotated[int | None, Field(ge=1)] = None


class DepartureRequest(Model, nullable=["platform", "via", "anything"]):
    line: str | int
    platform: str | None = None
    stops: list[str] | str | None = None
    delay: int | None = None
    via: Via | None = None
    anything: Any | None = None
    code: Literal["A", "B", 1, 2] | None = None


DepartureCreateResponse = TypeAliasType("DepartureCreateResponse", Departure | None)
