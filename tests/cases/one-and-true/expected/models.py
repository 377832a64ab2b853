# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Literal

from ._runtime.model import Model


class D(Model):
    v: Literal[True, 1, "auto"]
