# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Any

from ._runtime.model import Model


class Job(Model):
    id: int
    content: str


class JobRequest(Model):
    meta: dict[str, str] | None = None
    pages: list[int] | None = None


class JobRequestFormData(Model):
    file: Any
    job: Job | None = None
    note: str | None = None
    sheets: list[str] | None = None


class Options(Model):
    copies: int | None = None


class JobHeadParameters(Model):
    options: Options | None = None
    path: str | None = None


class JobCreateParameters(Model):
    options: Options | None = None
    path: str | None = None
