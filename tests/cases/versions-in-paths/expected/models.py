# Written by nemogen.

from __future__ import annotations

from versions_in_paths._runtime.model import Model


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
