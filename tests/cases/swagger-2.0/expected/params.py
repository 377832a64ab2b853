# Written by nemogen.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class CrossingParam(TypedDict):
    ship: str
    full: NotRequired[bool | None]


class ManifestRequestParam(TypedDict):
    title: str
