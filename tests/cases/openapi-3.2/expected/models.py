# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from ._runtime.model import Model


class User(Model):
    a: str | None = None


class UserQueryResponse(Model):
    a: str | None = None
