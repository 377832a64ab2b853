# Written by nemogen.

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from binary_bodies._runtime.model import Model

from ._runtime.values import DateTime_


class ScorePlayRequest(Model):
    tempo: Annotated[int | None, Field(ge=20, le=300)] = None
    instrument: Literal["piano", "organ", "harp"] | None = None


class ScorePlayResponse(Model):
    ready_at: DateTime_
