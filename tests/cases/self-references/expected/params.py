# Written by nemogen.

from __future__ import annotations

from typing_extensions import TypedDict


class VariantParam(TypedDict):
    name: str
