# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Literal

from ._runtime.model import Model


class LampRetrieveParameters(Model):
    id: str


class Lamp(Model, nullable=["mode"]):
    colour: Literal[3, "green", "red"] | str
    mode: Literal["a", "b"] | str | None = None


class LampUpdateParameters(Model):
    id: str
