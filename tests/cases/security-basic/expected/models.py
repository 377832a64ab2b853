# Written by nemogen.

from __future__ import annotations

from security_basic._runtime.model import Model


class StateRetrieveParameters(Model):
    at: str | None = None


class State(Model):
    state: str
