# Written by nemogen.

from __future__ import annotations

from typing_extensions import TypeAliasType

from value_formats._runtime.model import Model

from ._runtime.values import UUID_, Bytes_, Date_, DateTime_, Decimal_, Time_


class EntryListParameters(Model):
    since: DateTime_
    ids: list[UUID_] | None = None


class Entry(Model, nullable=["day"]):
    at: DateTime_
    """When it happened."""

    day: Date_ | None = None
    watch: Time_ | None = None
    id: UUID_
    depth: Decimal_ | None = None
    chart: Bytes_ | None = None
    lasted: str | None = None
    dates: list[Date_] | None = None
    crew: dict[str, UUID_] | None = None
    when: Date_ | int | None = None


Now = TypeAliasType("Now", DateTime_)
