# Written by nemogen.

"""Calls /v1/entries."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from .._runtime.values import UUID_, Bytes_, Date_, DateTime_, Decimal_, Time_
from ..models import Entry

LIST: Operation[list[Entry]] = Operation(
    name="entries.list",
    method="GET",
    path="/v1/entries",
    parameters=(
        Parameter("ids", location="query"),
        Parameter("since", location="query"),
    ),
    arguments="EntryListParameters",
    responses={"200": "list[Entry]"},
)


CREATE: Operation[Entry] = Operation(
    name="entries.create",
    method="POST",
    path="/v1/entries",
    request="Entry",
    nullable=("day",),
    responses={"201": "Entry"},
)


class Entries:
    """Calls /v1/entries."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> EntriesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return EntriesRaw(self._api)

    def list(
        self,
        *,
        since: DateTime_,
        ids: Sequence[UUID_] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Entry]:
        """Entries.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            LIST,
            arguments={"ids": ids, "since": since},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def create(
        self,
        *,
        id: UUID_,
        at: DateTime_,
        chart: Bytes_ | Omit = omit,
        crew: Mapping[str, UUID_] | Omit = omit,
        dates: Sequence[Date_] | Omit = omit,
        day: Date_ | None | Omit = omit,
        depth: Decimal_ | Omit = omit,
        lasted: str | Omit = omit,
        watch: Time_ | Omit = omit,
        when: Date_ | int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Entry:
        """Write an entry.

        Args:
            at: When it happened.
            depth: At least 1 character.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={
                "id": id,
                "at": at,
                "chart": chart,
                "crew": crew,
                "dates": dates,
                "day": day,
                "depth": depth,
                "lasted": lasted,
                "watch": watch,
                "when": when,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class EntriesRaw:
    """Like Entries, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Entries(api.raw)
        self.list = raw_method(resource.list)
        self.create = raw_method(resource.create)


class AsyncEntries:
    """Calls /v1/entries."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncEntriesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncEntriesRaw(self._api)

    async def list(
        self,
        *,
        since: DateTime_,
        ids: Sequence[UUID_] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Entry]:
        """Entries.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            LIST,
            arguments={"ids": ids, "since": since},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    async def create(
        self,
        *,
        id: UUID_,
        at: DateTime_,
        chart: Bytes_ | Omit = omit,
        crew: Mapping[str, UUID_] | Omit = omit,
        dates: Sequence[Date_] | Omit = omit,
        day: Date_ | None | Omit = omit,
        depth: Decimal_ | Omit = omit,
        lasted: str | Omit = omit,
        watch: Time_ | Omit = omit,
        when: Date_ | int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Entry:
        """Write an entry.

        Args:
            at: When it happened.
            depth: At least 1 character.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={
                "id": id,
                "at": at,
                "chart": chart,
                "crew": crew,
                "dates": dates,
                "day": day,
                "depth": depth,
                "lasted": lasted,
                "watch": watch,
                "when": when,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncEntriesRaw:
    """Like AsyncEntries, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncEntries(api.raw)
        self.list = async_raw_method(resource.list)
        self.create = async_raw_method(resource.create)
