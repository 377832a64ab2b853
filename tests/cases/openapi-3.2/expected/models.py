# Written by nemogen.

from __future__ import annotations

from openapi_3_2._runtime.model import Model


class User(Model):
    a: str | None = None


class UserQueryResponse(Model):
    a: str | None = None
