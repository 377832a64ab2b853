# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from ._runtime.model import Model


class AlarmListParameters(Model):
    day: Literal["mon", "tue", "wed"] | None = None
    limit: Annotated[int | None, Field(le=10)] = None


AlarmList = TypeAliasType("AlarmList", list[str])


class Label(Model):
    text: str | None = None


class Alarm(Model):
    state: Literal["armed", "off"] | str | None = None


class AlarmRequest(Model):
    hour: Annotated[int, Field(ge=0, le=23)]
    days: list[str] | None = None
    label: Label | None = None
    light: Annotated[float | None, Field(ge=0.0, le=1.0)] = None
    repeat: bool | None = None
    snooze: int | None = None
    tone: str | None = None
    volume: Literal[1, 2, 3] | None = None
