# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired

from typing_extensions import TypedDict

from .models import Job


class JobParam(TypedDict):
    id: int
    content: str


class JobRequestParam(TypedDict):
    meta: NotRequired[Mapping[str, str]]
    pages: NotRequired[Sequence[int]]


class JobRequestFormDataParam(TypedDict):
    file: Any
    job: NotRequired[JobParam | Job]
    note: NotRequired[str]
    sheets: NotRequired[Sequence[str]]


class OptionsParam(TypedDict):
    copies: NotRequired[int]
