# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from ._runtime.model import Model
from ._runtime.values import DateTime_


class AlertRequest(Model):
    gauges: Annotated[list[str], Field(min_length=1)]


class WarningAlertEvent(Model):
    text: str
    type: Literal["warning"]


class AliveAlertEvent(Model):
    type: Literal["alive"]


class LevelListParameters(Model):
    gauge: str


class LevelEvent(Model):
    level_cm: float
    at: DateTime_ | None = None


AlertEvent = TypeAliasType("AlertEvent", Annotated[WarningAlertEvent | AliveAlertEvent, Field(discriminator="type")])
