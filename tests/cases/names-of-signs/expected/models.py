# Written by nemogen.

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from names_of_signs._runtime.model import Model


class Ops(Model):
    greater_than_sign: Annotated[int | None, Field(alias=">")] = None
    less_than_sign: Annotated[int | None, Field(alias="<")] = None
