# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import TypedDict


class AlertRequestParam(TypedDict):
    gauges: Sequence[str]
