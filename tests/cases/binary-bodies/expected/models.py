# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ._runtime.model import Model
from ._runtime.values import DateTime_


class ScorePlayRequest(Model):
    instrument: Literal["harp", "organ", "piano"] | None = None
    tempo: Annotated[int | None, Field(ge=20, le=300)] = None


class ScorePlayResponse(Model):
    ready_at: DateTime_
