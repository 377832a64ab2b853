# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ._runtime.model import Model


class Concert(Model):
    starts_hyphen_minus_At: Annotated[str | None, Field(alias="Starts-At")] = None
    concert_id: str | None = None
    """Has the name of the path's parameter."""

    startsAt: str | None = None
    starts_at: str | None = None


class ConcertUpdateParameters(Model):
    concert_id: str
    dry_run: Annotated[bool | None, Field(alias="dry-run")] = None
    dryRun: bool | None = None
