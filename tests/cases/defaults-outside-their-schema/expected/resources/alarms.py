# Written by nemogen.

"""Calls /v1/alarms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Alarm, AlarmList, Label
from ..params import LabelParam

LIST: Operation[AlarmList] = Operation(
    name="alarms.list",
    method="GET",
    path="/v1/alarms",
    parameters=(
        Parameter("day", location="query"),
        Parameter("limit", location="query"),
    ),
    arguments="AlarmListParameters",
    responses={"200": "AlarmList"},
)


CREATE: Operation[Alarm] = Operation(
    name="alarms.create",
    method="POST",
    path="/v1/alarms",
    request="AlarmRequest",
    responses={"200": "Alarm"},
)


class Alarms:
    """Calls /v1/alarms."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AlarmsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AlarmsRaw(self._api)

    def list(
        self,
        *,
        day: Literal["mon", "tue", "wed"] | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> AlarmList:
        """Alarms of a day.

        Args:
            limit: At most 10; 20 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            LIST,
            arguments={"day": day, "limit": limit},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def create(
        self,
        *,
        hour: int,
        days: Sequence[str] | Omit = omit,
        label: LabelParam | Label | Omit = omit,
        light: float | Omit = omit,
        repeat: bool | Omit = omit,
        snooze: int | Omit = omit,
        tone: str | Omit = omit,
        volume: Literal[1, 2, 3] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Alarm:
        """Set an alarm.

        Args:
            hour: At least 0; at most 23; 7 when left out.
            label: {"text": "wake up"} when left out.
            light: At least 0; at most 1; 0.25 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={
                "hour": hour,
                "days": days,
                "label": label,
                "light": light,
                "repeat": repeat,
                "snooze": snooze,
                "tone": tone,
                "volume": volume,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AlarmsRaw:
    """Like Alarms, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Alarms(api.raw)
        self.list = raw_method(resource.list)
        self.create = raw_method(resource.create)


class AsyncAlarms:
    """Calls /v1/alarms."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncAlarmsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncAlarmsRaw(self._api)

    async def list(
        self,
        *,
        day: Literal["mon", "tue", "wed"] | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> AlarmList:
        """Alarms of a day.

        Args:
            limit: At most 10; 20 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            LIST,
            arguments={"day": day, "limit": limit},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    async def create(
        self,
        *,
        hour: int,
        days: Sequence[str] | Omit = omit,
        label: LabelParam | Label | Omit = omit,
        light: float | Omit = omit,
        repeat: bool | Omit = omit,
        snooze: int | Omit = omit,
        tone: str | Omit = omit,
        volume: Literal[1, 2, 3] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Alarm:
        """Set an alarm.

        Args:
            hour: At least 0; at most 23; 7 when left out.
            label: {"text": "wake up"} when left out.
            light: At least 0; at most 1; 0.25 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={
                "hour": hour,
                "days": days,
                "label": label,
                "light": light,
                "repeat": repeat,
                "snooze": snooze,
                "tone": tone,
                "volume": volume,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncAlarmsRaw:
    """Like AsyncAlarms, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncAlarms(api.raw)
        self.list = async_raw_method(resource.list)
        self.create = async_raw_method(resource.create)
