# Written by nemogen.

from __future__ import annotations

from typing import Any

from boolean_schemas._runtime.model import Model


class B(Model, nullable=["t"]):
    any: Any
    l: list[Any]
    empty: list[Any] | None = None
    u: str | None = None
    a: int | None = None
    t: Any | None = None
