# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from ._runtime.model import Model


class CountList(Model):
    coins: int


class CountCreateBareBody(Model):
    body: list[float]


class Count(Model):
    coins: int


class CountError(Model):
    error: str
    code: int | None = None
