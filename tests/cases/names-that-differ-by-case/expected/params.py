# Written by nemogen.

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class UserModelParam(TypedDict):
    Id: NotRequired[int]
    id: NotRequired[str]
    ID: NotRequired[bool]
