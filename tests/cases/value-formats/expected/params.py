# Written by nemogen.

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NotRequired

from typing_extensions import TypedDict

from ._runtime.values import UUID_, Bytes_, Date_, DateTime_, Decimal_, Time_


class EntryParam(TypedDict):
    at: DateTime_
    """When it happened."""

    day: NotRequired[Date_ | None]
    watch: NotRequired[Time_]
    id: UUID_
    depth: NotRequired[Decimal_]
    chart: NotRequired[Bytes_]
    lasted: NotRequired[str]
    dates: NotRequired[Sequence[Date_]]
    crew: NotRequired[Mapping[str, UUID_]]
    when: NotRequired[Date_ | int]
