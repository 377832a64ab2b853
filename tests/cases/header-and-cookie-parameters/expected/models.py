# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ._runtime.model import Model
from ._runtime.values import UUID_


class TicketRequest(Model):
    from_: Annotated[str, Field(alias="from")]
    to: str
    class_: Annotated[Literal[1, 2] | None, Field(alias="class")] = None


class TicketCreateParameters(Model):
    x_max_price: Annotated[float, Field(alias="X-Max-Price", ge=0.0)]
    x_request_id: Annotated[UUID_ | None, Field(alias="X-Request-Id")] = None
    x_tags: Annotated[list[str] | None, Field(alias="X-Tags")] = None
    deck: Literal["lower", "upper"] | None = None


class Ticket(Model):
    number: str
