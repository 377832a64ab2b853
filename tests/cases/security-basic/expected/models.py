# Written by nemogen.

from __future__ import annotations

from security_basic._runtime.model import Model

from ._runtime.values import DateTime_


class StateRetrieveParameters(Model):
    at: DateTime_ | None = None


class State(Model):
    state: str
