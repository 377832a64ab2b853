# Written by nemogen.

from __future__ import annotations

from security_api_key_header._runtime.model import Model


class StateRetrieveParameters(Model):
    at: str | None = None


class State(Model):
    state: str
