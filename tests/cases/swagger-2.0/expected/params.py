# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class CrossingParam(TypedDict):
    ship: str
    full: NotRequired[bool | None]


class ManifestRequestParam(TypedDict):
    title: str
