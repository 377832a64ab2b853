# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ._runtime.model import Model


class Ops(Model):
    less_than_sign: Annotated[int | None, Field(alias="<")] = None
    greater_than_sign: Annotated[int | None, Field(alias=">")] = None
