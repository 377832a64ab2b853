# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from ._runtime.model import Model


class DiskStateCreating(Model):
    state: Literal["creating"]


class DiskStateDetached(Model):
    state: Literal["detached"]


class DiskStateDestroyed(Model):
    state: Literal["destroyed"]


class DiskStateFaulted(Model):
    state: Literal["faulted"]


class DiskStateGone(Model):
    state: Literal["gone"]


DiskState = TypeAliasType(
    "DiskState",
    Annotated[
        DiskStateCreating | DiskStateDetached | DiskStateDestroyed | DiskStateFaulted | DiskStateGone,
        Field(discriminator="state"),
    ],
)
