# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from .models import Line


class LineParam(TypedDict):
    """One line."""

    text: NotRequired[str]


class PaperParam(TypedDict):
    name: str
    line: NotRequired[LineParam | Line]
    price: NotRequired[float]
    """In cents.

    Deprecated, sunset 2027-06-01."""

    stream: NotRequired[bool]
