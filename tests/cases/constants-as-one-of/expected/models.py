# Written by nemogen.

from __future__ import annotations

from typing import Literal

from constants_as_one_of._runtime.model import Model


class LampRetrieveParameters(Model):
    id: str


class Lamp(Model, nullable=["mode"]):
    colour: Literal[3] | Literal["green", "red"] | str
    mode: Literal["a", "b"] | str | None = None


class LampUpdateParameters(Model):
    id: str
