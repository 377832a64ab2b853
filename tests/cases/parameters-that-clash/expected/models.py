# Written by nemogen.

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from parameters_that_clash._runtime.model import Model


class CallListParameters(Model):
    start_time: Annotated[str | None, Field(alias="StartTime")] = None
    startTime_less_than_sign: Annotated[str | None, Field(alias="StartTime<")] = None
    startTime_greater_than_sign: Annotated[str | None, Field(alias="StartTime>")] = None
