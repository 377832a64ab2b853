# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ._runtime.model import Model


class CallListParameters(Model):
    start_time: Annotated[str | None, Field(alias="StartTime")] = None
    startTime_less_than_sign: Annotated[str | None, Field(alias="StartTime<")] = None
    startTime_greater_than_sign: Annotated[str | None, Field(alias="StartTime>")] = None
