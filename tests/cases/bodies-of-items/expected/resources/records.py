# Written by nemogen.

"""Calls /v1/records."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.files import FileInput
from .._runtime.iterables import AsyncIterable, Iterable
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout

CREATE: Operation[None] = Operation(
    name="records.create",
    method="POST",
    path="/v1/records",
    body_kind="records",
    body_type="application/json-seq",
    body_required=False,
    responses={"204": "None"},
)


class Records:
    """Calls /v1/records."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> RecordsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return RecordsRaw(self._api)

    def create(
        self,
        *,
        body: Iterable[int] | AsyncIterable[int] | FileInput | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """Stores records.

        Args:
            body: The items that are sent, each when it is its turn; a file holds them as they are sent.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class RecordsRaw:
    """Like Records, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Records(api.raw)
        self.create = raw_method(resource.create)


class AsyncRecords:
    """Calls /v1/records."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncRecordsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncRecordsRaw(self._api)

    async def create(
        self,
        *,
        body: Iterable[int] | AsyncIterable[int] | FileInput | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """Stores records.

        Args:
            body: The items that are sent, each when it is its turn; a file holds them as they are sent.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncRecordsRaw:
    """Like AsyncRecords, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncRecords(api.raw)
        self.create = async_raw_method(resource.create)
