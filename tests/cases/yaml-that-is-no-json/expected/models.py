# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ._runtime.model import Model
from ._runtime.values import Date_


class LateTrainListParameters(Model):
    limit: int | None = None


class LateTrain(Model):
    number: str
    value_1: Annotated[str | None, Field(alias="1")] = None
    null: str | None = None
    seen: Date_ | None = None
    steam: Literal["no", "off", "on", "yes"] | str | None = None


class LateTrainRequest(Model):
    number: str
    value_1: Annotated[str | None, Field(alias="1")] = None
    null: str | None = None
    seen: Date_ | None = None
    steam: Literal["no", "off", "on", "yes"] | None = None


class LateTrainCreateParameters(Model):
    limit: int | None = None


class TrainListParameters(Model):
    limit: int | None = None


class Train(Model):
    number: str
    value_1: Annotated[str | None, Field(alias="1")] = None
    null: str | None = None
    seen: Date_ | None = None
    steam: Literal["no", "off", "on", "yes"] | str | None = None
