# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ._runtime.model import Model
from ._runtime.values import Date_


class CallListParameters(Model):
    start_time: Annotated[Date_ | None, Field(alias="StartTime")] = None
    startTime_less_than_sign: Annotated[Date_ | None, Field(alias="StartTime<")] = None
    startTime_greater_than_sign: Annotated[Date_ | None, Field(alias="StartTime>")] = None


class PhoneCall(Model):
    id: str
    seconds: int | None = None
