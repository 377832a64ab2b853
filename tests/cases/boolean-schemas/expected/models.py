# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Any

from ._runtime.model import Model


class B(Model, nullable=["t"]):
    any: Any
    l: list[Any]
    a: int | None = None
    empty: list[Any] | None = None
    t: Any | None = None
    u: str | None = None
