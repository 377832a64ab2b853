# Written by nemogen.

"""Calls /v1/late-trains."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from .._runtime.values import Date_
from ..models import LateTrain

LIST: Operation[list[LateTrain]] = Operation(
    name="late_trains.list",
    method="GET",
    path="/v1/late-trains",
    parameters=(Parameter("limit", location="query"),),
    arguments="LateTrainListParameters",
    responses={"200": "list[LateTrain]"},
)


CREATE: Operation[None] = Operation(
    name="late_trains.create",
    method="POST",
    path="/v1/late-trains",
    parameters=(Parameter("limit", location="query"),),
    arguments="LateTrainCreateParameters",
    request="LateTrainRequest",
    python_names={"1": "value_1"},
    body_required=False,
    responses={"200": "None"},
)


class LateTrains:
    """Calls /v1/late-trains."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> LateTrainsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return LateTrainsRaw(self._api)

    def list(
        self,
        *,
        limit: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[LateTrain]:
        """Trains that were seen.

        Args:
            limit: 20 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            LIST,
            arguments={"limit": limit},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def create(
        self,
        *,
        number: str | Omit = omit,
        value_1: str | Omit = omit,
        null: str | Omit = omit,
        seen: Date_ | Omit = omit,
        steam: Literal["no", "off", "on", "yes"] | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """POST /v1/late-trains

        Args:
            limit: 20 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            arguments={"limit": limit},
            body={"number": number, "1": value_1, "null": null, "seen": seen, "steam": steam},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class LateTrainsRaw:
    """Like LateTrains, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = LateTrains(api.raw)
        self.list = raw_method(resource.list)
        self.create = raw_method(resource.create)


class AsyncLateTrains:
    """Calls /v1/late-trains."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncLateTrainsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncLateTrainsRaw(self._api)

    async def list(
        self,
        *,
        limit: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[LateTrain]:
        """Trains that were seen.

        Args:
            limit: 20 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            LIST,
            arguments={"limit": limit},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    async def create(
        self,
        *,
        number: str | Omit = omit,
        value_1: str | Omit = omit,
        null: str | Omit = omit,
        seen: Date_ | Omit = omit,
        steam: Literal["no", "off", "on", "yes"] | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """POST /v1/late-trains

        Args:
            limit: 20 when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            arguments={"limit": limit},
            body={"number": number, "1": value_1, "null": null, "seen": seen, "steam": steam},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncLateTrainsRaw:
    """Like AsyncLateTrains, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncLateTrains(api.raw)
        self.list = async_raw_method(resource.list)
        self.create = async_raw_method(resource.create)
