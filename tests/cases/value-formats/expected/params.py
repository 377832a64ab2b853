# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NotRequired

from typing_extensions import TypedDict

from ._runtime.values import UUID_, Bytes_, Date_, DateTime_, Decimal_, Time_


class EntryParam(TypedDict):
    id: UUID_
    at: DateTime_
    """When it happened."""

    chart: NotRequired[Bytes_]
    crew: NotRequired[Mapping[str, UUID_]]
    dates: NotRequired[Sequence[Date_]]
    day: NotRequired[Date_ | None]
    depth: NotRequired[Decimal_]
    lasted: NotRequired[str]
    watch: NotRequired[Time_]
    when: NotRequired[Date_ | int]
