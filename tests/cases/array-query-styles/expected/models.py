# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from ._runtime.model import Model


class ReadingRetrieveParameters(Model):
    stations: Annotated[list[str], Field(min_length=1)]
    hours: list[int] | None = None
    kind: list[Literal["rain", "sun", "wind"]] | None = None
    levels: list[float] | None = None
    tags: Annotated[list[str] | None, Field(alias="tags[]")] = None
    towns: list[str] | None = None


Reading = TypeAliasType("Reading", list[list[float | None]])
