# Written by nemogen.

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from media_ranges_and_odd_parameters._runtime.model import Model


class CallListParameters(Model):
    start_time: Annotated[str | None, Field(alias="StartTime")] = None
    startTime_less_than_sign: Annotated[str | None, Field(alias="StartTime<")] = None
    startTime_greater_than_sign: Annotated[str | None, Field(alias="StartTime>")] = None


class PhoneCall(Model):
    id: str
    seconds: int | None = None
