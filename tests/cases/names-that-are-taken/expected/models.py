# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ._runtime.model import Model


class TimeoutModel(Model):
    seconds: float | None = None


class SettingsObjectOmitRetrieveParameters(Model):
    omit: str | None = None


class OmitModel(Model):
    nothing: bool | None = None


class ModelModel(Model):
    name: str | None = None


class MappingModel(Model):
    key: str | None = None


class ModelParam(Model):
    value: str | None = None


class Streams(Model):
    count: int | None = None


class StreamRequest(Model):
    body: str
    omit: str
    create: Annotated[str | None, Field(alias="CREATE")] = None
    literal: Annotated[Literal["Mapping", "list"] | None, Field(alias="Literal")] = None
    dunder: Annotated[str | None, Field(alias="__dunder")] = None
    extra_query: str | None = None
    model: ModelModel | None = None
    self_: Annotated[str | None, Field(alias="self")] = None
    str_: Annotated[str | None, Field(alias="str")] = None
    timeout: float | None = None


class NamesThatAreTakenModel(Model):
    mismatches_: Annotated[list[str] | None, Field(alias="mismatches")] = None
    model_dump_: Annotated[str | None, Field(alias="model_dump")] = None
    param: ModelParam | None = None
    streams: Streams | None = None
