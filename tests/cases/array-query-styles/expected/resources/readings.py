# Written by nemogen.

"""Calls /v2/readings/{stations}."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Reading

RETRIEVE: Operation[Reading] = Operation(
    name="readings.retrieve",
    method="GET",
    path="/v2/readings/{stations}",
    parameters=(
        Parameter("stations", location="path"),
        Parameter("hours", location="query", explode=False),
        Parameter("kind", location="query"),
        Parameter("levels", location="query", style="pipeDelimited"),
        Parameter("tags", location="query", name="tags[]"),
        Parameter("towns", location="query", style="spaceDelimited"),
    ),
    arguments="ReadingRetrieveParameters",
    responses={"200": "Reading"},
)


class Readings:
    """Calls /v2/readings/{stations}."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> ReadingsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return ReadingsRaw(self._api)

    def retrieve(
        self,
        stations: Sequence[str],
        *,
        hours: Sequence[int] | Omit = omit,
        kind: Sequence[Literal["rain", "sun", "wind"]] | Omit = omit,
        levels: Sequence[float] | Omit = omit,
        tags: Sequence[str] | Omit = omit,
        towns: Sequence[str] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Reading:
        """Readings of several stations.

        Args:
            stations: Joined by commas, the default of a path. At least 1 item.
            hours: Joined by commas.
            kind: Repeated, the default of a query.
            tags: Repeated, with brackets in the name.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            RETRIEVE,
            arguments={
                "stations": stations,
                "hours": hours,
                "kind": kind,
                "levels": levels,
                "tags": tags,
                "towns": towns,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class ReadingsRaw:
    """Like Readings, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Readings(api.raw)
        self.retrieve = raw_method(resource.retrieve)


class AsyncReadings:
    """Calls /v2/readings/{stations}."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncReadingsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncReadingsRaw(self._api)

    async def retrieve(
        self,
        stations: Sequence[str],
        *,
        hours: Sequence[int] | Omit = omit,
        kind: Sequence[Literal["rain", "sun", "wind"]] | Omit = omit,
        levels: Sequence[float] | Omit = omit,
        tags: Sequence[str] | Omit = omit,
        towns: Sequence[str] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Reading:
        """Readings of several stations.

        Args:
            stations: Joined by commas, the default of a path. At least 1 item.
            hours: Joined by commas.
            kind: Repeated, the default of a query.
            tags: Repeated, with brackets in the name.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            RETRIEVE,
            arguments={
                "stations": stations,
                "hours": hours,
                "kind": kind,
                "levels": levels,
                "tags": tags,
                "towns": towns,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncReadingsRaw:
    """Like AsyncReadings, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncReadings(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)
