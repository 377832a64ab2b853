# Written by nemogen.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class ShipSearchRequestParam(TypedDict):
    query: str
    page_token: NotRequired[str]
