# Written by nemogen.

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict


class AlertRequestParam(TypedDict):
    gauges: Sequence[str]
