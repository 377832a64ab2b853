# Written by nemogen.

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from names_of_signs._runtime.model import Model


class Ops(Model):
    less_than_sign: Annotated[int | None, Field(alias="<")] = None
    greater_than_sign: Annotated[int | None, Field(alias=">")] = None
