# Written by nemogen.

from __future__ import annotations

from typing_extensions import TypedDict


class CallRequestParam(TypedDict):
    number: str
