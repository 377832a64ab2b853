# Written by nemogen.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class OrderRequestParam(TypedDict):
    url: NotRequired[str]
