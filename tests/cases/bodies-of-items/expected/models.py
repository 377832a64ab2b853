# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from ._runtime.model import Model
from ._runtime.values import Date_


class Row(Model):
    id: int
    day: Date_ | None = None
