# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import deprecated

from ._runtime.model import Model


class V1PaperListParameters(Model):
    old: Annotated[int | None, Field(ge=1)] = None
    town: str | None = None


@deprecated("Line is deprecated, sunset 2027-05-01.", category=None)
class Line(Model):
    """One line."""

    text: str | None = None


class Paper(Model):
    name: str
    line: Line | None = None
    price: float | None = None
    """In cents.

    Deprecated, sunset 2027-06-01."""

    stream: bool | None = None
