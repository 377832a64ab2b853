# Written by nemogen.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from yaml_that_is_no_json._runtime.model import Model

from ._runtime.values import Date_


class TrainListParameters(Model):
    limit: int | None = None


class Train(Model):
    number: str
    seen: Date_ | None = None
    steam: Literal["yes", "no", "on", "off"] | str | None = None
    null: str | None = None
    value_1: Annotated[str | None, Field(alias="1")] = None


class LateTrainListParameters(Model):
    limit: int | None = None


class LateTrain(Model):
    number: str
    seen: Date_ | None = None
    steam: Literal["yes", "no", "on", "off"] | str | None = None
    null: str | None = None
    value_1: Annotated[str | None, Field(alias="1")] = None


class LateTrainRequest(Model):
    number: str
    seen: Date_ | None = None
    steam: Literal["yes", "no", "on", "off"] | None = None
    null: str | None = None
    value_1: Annotated[str | None, Field(alias="1")] = None


class LateTrainCreateParameters(Model):
    limit: int | None = None
