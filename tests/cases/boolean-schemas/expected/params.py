# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NotRequired

from typing_extensions import TypedDict


class BParam(TypedDict):
    any: Any
    l: Sequence[Any]
    a: NotRequired[int]
    empty: NotRequired[Sequence[Any]]
    t: NotRequired[Any]
    u: NotRequired[str]
