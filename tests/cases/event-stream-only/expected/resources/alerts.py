# Written by nemogen.

"""Calls /v1/alerts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import StreamOperation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.stream import AsyncStream, Stream
from .._runtime.timeouts import Timeout
from ..models import AlertEvent

CREATE: StreamOperation[Any, AlertEvent] = StreamOperation(
    name="alerts.create",
    method="POST",
    path="/v1/alerts",
    request="AlertRequest",
    responses={"200": "Any"},
    chunk="AlertEvent",
    stream_property=None,
    end_marker=None,
)


class Alerts:
    """Calls /v1/alerts."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AlertsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AlertsRaw(self._api)

    def create(
        self,
        *,
        gauges: Sequence[str],
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Stream[AlertEvent]:
        """Follow warnings.

        Args:
            gauges: At least 1 item.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.open_stream(
            CREATE,
            body={"gauges": gauges},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AlertsRaw:
    """Like Alerts, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Alerts(api.raw)
        self.create = raw_method(resource.create)


class AsyncAlerts:
    """Calls /v1/alerts."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncAlertsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncAlertsRaw(self._api)

    async def create(
        self,
        *,
        gauges: Sequence[str],
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> AsyncStream[AlertEvent]:
        """Follow warnings.

        Args:
            gauges: At least 1 item.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.open_stream(
            CREATE,
            body={"gauges": gauges},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncAlertsRaw:
    """Like AsyncAlerts, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncAlerts(api.raw)
        self.create = async_raw_method(resource.create)
