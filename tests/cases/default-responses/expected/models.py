# Written by nemogen.

from __future__ import annotations

from default_responses._runtime.model import Model


class CountList(Model):
    coins: int


class CountCreateBareBody(Model):
    body: list[float]


class Count(Model):
    coins: int


class CountError(Model):
    error: str
    code: int | None = None
