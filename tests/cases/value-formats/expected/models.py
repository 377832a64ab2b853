# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing_extensions import TypeAliasType

from ._runtime.model import Model
from ._runtime.values import UUID_, Bytes_, Date_, DateTime_, Decimal_, Time_


class EntryListParameters(Model):
    ids: list[UUID_] | None = None
    since: DateTime_


class Entry(Model, nullable=["day"]):
    id: UUID_
    at: DateTime_
    """When it happened."""

    chart: Bytes_ | None = None
    crew: dict[str, UUID_] | None = None
    dates: list[Date_] | None = None
    day: Date_ | None = None
    depth: Decimal_ | None = None
    lasted: str | None = None
    watch: Time_ | None = None
    when: Date_ | int | None = None


Now = TypeAliasType("Now", DateTime_)
