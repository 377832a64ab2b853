# Written by nemogen.

from __future__ import annotations

from typing import TypedDict


class VariantParam(TypedDict):
    name: str
