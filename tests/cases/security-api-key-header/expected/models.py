# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from ._runtime.model import Model
from ._runtime.values import DateTime_


class StateRetrieveParameters(Model):
    at: DateTime_ | None = None


class State(Model):
    state: str
