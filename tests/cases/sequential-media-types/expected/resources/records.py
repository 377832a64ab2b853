# Written by nemogen.

"""Calls /v1/records."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import StreamOperation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.stream import AsyncStream, Stream
from .._runtime.timeouts import Timeout
from ..models import Shock

LIST: StreamOperation[Any, Shock] = StreamOperation(
    name="records.list",
    method="GET",
    path="/v1/records",
    responses={"200": "Any"},
    chunk="Shock",
    framing="records",
    stream_type="application/json-seq",
    stream_property=None,
    end_marker=None,
)


class Records:
    """Calls /v1/records."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> RecordsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return RecordsRaw(self._api)

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Stream[Shock]:
        """Shocks as records.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.open_stream(
            LIST,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class RecordsRaw:
    """Like Records, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Records(api.raw)
        self.list = raw_method(resource.list)


class AsyncRecords:
    """Calls /v1/records."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncRecordsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncRecordsRaw(self._api)

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> AsyncStream[Shock]:
        """Shocks as records.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.open_stream(
            LIST,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncRecordsRaw:
    """Like AsyncRecords, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncRecords(api.raw)
        self.list = async_raw_method(resource.list)
