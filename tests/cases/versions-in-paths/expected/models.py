# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from ._runtime.model import Model


class PageRetrieveParameters(Model):
    page: int
    format: str


class PageRetrieveThumbnailParameters(Model):
    page: int
    format: str


class UserList(Model):
    a: str | None = None


class V2UserList(Model):
    a: str | None = None
