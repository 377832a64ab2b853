# Written by nemogen.

from __future__ import annotations

from typing import TypedDict


class CallRequestParam(TypedDict):
    number: str
